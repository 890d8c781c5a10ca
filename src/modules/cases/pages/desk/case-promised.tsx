import { type FormHandler, type PageContext, submits } from '../../../../kit/page.ts';
import { Button, ButtonRow } from '../../../../web/components/button.tsx';
import { Form } from '../../../../web/components/form.tsx';
import { Chip } from '../../../../web/components/state.tsx';
import { receivePaper } from '../../contract.ts';
import type { CaseView } from './case-load.ts';
import { Refusal, keptOf, said } from './parts/forms.tsx';
import { sayIn, useDesk } from './parts/words.tsx';

const name = 'receivePaper';
/** Single keys reach so many buttons: two for each paper. */
const KEYS = 9;

interface Props {
  view: CaseView;
  p: PageContext;
  item: CaseView['plan']['checklist'][number];
  index: number;
}

/** A paper that its applicant brings: who receives for this desk takes it in with one press of a button or a digit. */
export function PromisedPaper({ view: { c }, p, item, index }: Props) {
  const { case: t } = useDesk();
  const paper = sayIn(p.lang, item);
  const kept = keptOf(p, name);
  const isRefused = kept.value('component') === item.key;
  const keyOf = (nth: number) => {
    const key = index * 2 + nth;
    return key <= KEYS ? { hotkey: String(key) } : {};
  };
  return (
    <>
      <Chip tone="warn">{t.promised}</Chip>
      {c.steps.includes('receivePaper') && (
        <Form name={name} csrf={p.csrf}>
          {isRefused && <Refusal kept={kept} />}
          <input type="hidden" name="component" value={item.key} />
          <ButtonRow>
            <Button small name="as" value="original" {...keyOf(1)}>
              {t.cameOriginal}
              <span class="hidden">{t.cameOf(paper)}</span>
            </Button>
            <Button small name="as" value="copy" {...keyOf(2)}>
              {t.cameCopy}
              <span class="hidden">{t.cameOf(paper)}</span>
            </Button>
          </ButtonRow>
        </Form>
      )}
    </>
  );
}

export const receivePaperHandler: FormHandler = submits(receivePaper, {
  input: (fields, p) => ({ id: p.params['id'], component: fields['component'], form: fields['as'] }),
  then: (_, p) => ({
    redirect: `/cases/${p.params['id']!}`,
    flash: said((m) => m.case.paperCame),
  }),
});

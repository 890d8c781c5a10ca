import type { FileReply } from '../../../../../kit/contract.ts';
import { type FormHandler, type PageContext, textOf } from '../../../../../kit/page.ts';
import { missing } from '../../../../../kit/problems.ts';
import { Button, ButtonRow } from '../../../../../web/components/button.tsx';
import { Form } from '../../../../../web/components/form.tsx';
import { Panel } from '../../../../../web/components/panel.tsx';
import { printOwnSlip } from '../../../contract.ts';
import { textIn } from '../parts.tsx';
import { proven, type Tracked } from './load.ts';

const keys = ['receipt', 'supplement', 'refusal', 'stop'] as const;
type Key = (typeof keys)[number];

/** The slips that a case has come to. */
const isThere: Record<Key, (tracked: Tracked) => boolean> = {
  receipt: ({ receivedAt }) => receivedAt !== undefined,
  supplement: ({ history }) => history.some(({ code }) => code === 5),
  refusal: ({ handling }) => handling === 'refused',
  stop: ({ handling }) => handling === 'stopped',
};

/** Copies of the slips, by a form: the secret never stands in an address. */
export function SlipsPanel(p: PageContext, tracked: Tracked) {
  const { track: t } = textIn(p);
  const there = keys.filter((key) => isThere[key](tracked));
  if (there.length === 0) return null;
  return (
    <Panel title={t.slips}>
      <Form name="slip" csrf={p.csrf}>
        <ButtonRow>
          {there.map((key) => (
            <Button key={key} name="key" value={key} icon="print">
              {t.slipNames[key]}
            </Button>
          ))}
        </ButtonRow>
      </Form>
    </Panel>
  );
}

export const printSlip: FormHandler = async (p, fields) => {
  const key = keys.find((one) => one === textOf(fields, 'key')) ?? missing();
  return { file: (await p.call(printOwnSlip, { ...(await proven(p)), key })) as FileReply };
};

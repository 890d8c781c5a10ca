import type { FormHandler, PageContext } from '../../../../../kit/page.ts';
import { invalidInput, Problem } from '../../../../../kit/problems.ts';
import { Notice } from '../../../../../web/components/notice.tsx';
import { pickedHandler } from '../../../../organisations/index.ts';
import { formPicks, formPicksFrom, FormView } from '../../../../procedures/index.ts';
import { flatOf, textIn } from '../parts.tsx';
import { checkForm } from './check.ts';
import { addressOf, after, findDraft, type Flat, keepTyped } from './draft.ts';
import { type Application, loadApplication, stripped } from './load.ts';

const name = 'form';

const shownTo = (p: PageContext, kept: Flat): PageContext =>
  p.form
    ? p
    : {
        ...p,
        form: { form: name, values: kept, errors: {}, problem: { code: '', title: '', remedy: '' } },
      };

/** Step 2: the procedure's own form; what step 1 asked for is shown and locked. */
export async function FormStep(p: PageContext, a: Application) {
  const { form: t } = textIn(p).apply;
  if (!a.form) return <Notice>{t.none}</Notice>;
  const refused = p.form?.form === name ? p.form : undefined;
  const kept = (refused?.values as Flat | undefined) ?? a.draft.content.typed.form ?? {};
  const values: Record<string, unknown> = { ...a.known.values, ...stripped(kept, 'form') };
  for (const key of a.known.locks) values[key] = a.known.values[key];
  const errors = Object.entries(refused?.errors ?? {}).map(([path, text]) => [
    path.replace(/^form\./, ''),
    text,
  ]);
  return (
    <>
      <h2>{t.answers}</h2>
      {a.known.locks.length > 0 && <p class="hint">{t.fromWho}</p>}
      <FormView
        form={a.form}
        values={values}
        known={a.known}
        errors={Object.fromEntries(errors)}
        picks={await formPicks(shownTo(p, kept), a.form, values)}
      />
    </>
  );
}

const save: FormHandler = async (p, fields) => {
  const found = (await findDraft(p))!;
  const draft = await keepTyped(p, found, 'form', flatOf(fields));
  if (typeof fields['continue'] === 'string') return { redirect: addressOf(p, draft.id, 'form') };
  const faults = checkForm(await loadApplication(p, draft), p.today);
  if (faults.length > 0) throw new Problem(invalidInput, { fields: faults });
  return { redirect: addressOf(p, draft.id, after('form')) };
};

export const saveForm: FormHandler = async (p, fields) => {
  const { form } = await loadApplication(p, (await findDraft(p))!);
  return pickedHandler(save, form ? formPicksFrom(form) : {})(p, fields);
};

import type { InputOf, ReplyOf } from '../../../../../kit/contract.ts';
import type { FormHandler, PageContext, View } from '../../../../../kit/page.ts';
import { invalidInput, Problem } from '../../../../../kit/problems.ts';
import { Link } from '../../../../../web/components/button.tsx';
import { Checkbox } from '../../../../../web/components/choices.tsx';
import { KeyValueList } from '../../../../../web/components/lists.tsx';
import { Notice } from '../../../../../web/components/notice.tsx';
import { originsOf } from '../../../../procedures/index.ts';
import { submitCase, trackCase } from '../../../contract.ts';
import { secretOf } from '../access.tsx';
import { textIn, unitName, useMessages } from '../parts.tsx';
import { checkAll, plainNumber, wantedPapers } from './check.ts';
import { doneView } from './done.tsx';
import { addressOf, draftIdOf, fault, findDraft, isId, type StepKey, textOf } from './draft.ts';
import { type Application, loadApplication } from './load.ts';
import { FormFacts, PaperFacts, Part, PlaceFacts, WhoFacts } from './review-parts.tsx';

type Missing = ReturnType<typeof checkAll>;

function Incomplete({ p, draftId, missing }: { p: PageContext; draftId: string; missing: Missing }) {
  const { apply: t } = useMessages();
  return (
    <Notice tone="warn" title={t.review.incomplete}>
      {missing.map(({ step, faults }) => (
        <div key={step}>
          <ul>
            {faults.map(({ path, message }) => (
              <li key={path}>{message[p.lang]}</li>
            ))}
          </ul>
          <p>
            <Link href={addressOf(p, draftId, step)} strong>
              {t.review.goTo(t.steps[step])}
            </Link>
          </p>
        </div>
      ))}
    </Notice>
  );
}

async function GiveFacts(p: PageContext, a: Application) {
  const { give: t } = textIn(p).apply;
  const typed = a.draft.content.typed.give ?? {};
  const how = typed['give.how'] as keyof typeof t.ways | undefined;
  return (
    <KeyValueList
      items={[
        { key: t.how, value: how ? t.ways[how] : '–' },
        typed['give.place'] ? { key: t.place, value: await unitName(p, a.placeUnitId) } : false,
        how === 'post' && { key: t.address, value: typed['give.address'] ?? '–' },
      ]}
    />
  );
}

/** Step 5: every answer once more, what follows from it, and the one button that sends it. */
export async function ReviewStep(p: PageContext, a: Application) {
  const { review: t } = textIn(p).apply;
  const missing = checkAll(a, p.today);
  const { id } = a.draft;
  const part = (step: StepKey, children: Parameters<typeof Part>[0]['children']) => (
    <Part p={p} draftId={id} step={step}>
      {children}
    </Part>
  );
  return (
    <>
      <p>{t.lead}</p>
      {missing.length > 0 && <Incomplete p={p} draftId={id} missing={missing} />}
      {part('who', <WhoFacts typed={a.draft.content.typed.who ?? {}} />)}
      {part('form', await FormFacts(p, a))}
      {part('papers', <PaperFacts a={a} />)}
      {part('give', await GiveFacts(p, a))}
      {await PlaceFacts(p, a)}
      {p.form?.errors['truth-true'] && <p class="field-error">{p.form.errors['truth-true']}</p>}
      <Checkbox name="truth" label={t.truth} />
    </>
  );
}

const blank = (text: string | undefined): string | undefined => text?.trim() || undefined;

/** What step 1 holds, as the contract takes it. */
function peopleOf(
  typed: Readonly<Record<string, string>>,
  { now, lang }: { now: string; lang: 'vi' | 'en' },
) {
  const who = (name: string): string | undefined => blank(typed[`who.${name}`]);
  const number = (name: string): string | undefined => blank(plainNumber(who(name)));
  const some = <T extends object>(given: T): T =>
    Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as T;
  const applicant = some({
    kind: (who('kind') ?? 'citizen') as 'citizen',
    fullName: who('fullName') ?? '',
    personalId: number('personalId'),
    phone: number('phone'),
    email: who('email'),
    lang,
  });
  if (who('for') !== 'other') return { applicant };
  const representative = some({
    fullName: who('repName') ?? '',
    personalId: number('repId'),
    authority: who('authority') ?? '',
    consentAt: now,
  });
  return { applicant, representative };
}

const sources = {
  typed: 'applicant',
  account: 'account',
  case: 'earlierCase',
  database: 'registry',
} as const;

function provenanceOf(a: Application, now: string): InputOf<typeof submitCase>['provenance'] {
  if (!a.form) return {};
  return Object.fromEntries(
    Object.entries(originsOf(a.form, a.values, a.known)).map(([key, origin]) => [
      key,
      { source: sources[origin.kind], at: 'at' in origin ? origin.at : now },
    ]),
  );
}

function inputOf(p: PageContext, a: Application): InputOf<typeof submitCase> {
  const { typed, papers, atDesk } = a.draft.content;
  const now = p.now.toISOString();
  const give = typed.give ?? {};
  const [address, returnUnitId] = [blank(give['give.address']), blank(give['give.returnUnit'])];
  const how = (give['give.how'] ?? 'desk') as 'portal' | 'desk' | 'post';
  const secret = secretOf(p, a.draft.id);
  const wanted = new Set(wantedPapers(a).map(({ key }) => key));
  return {
    id: a.draft.id,
    ...(secret && { draftSecret: secret }),
    procedureCode: p.params['code']!,
    ...(a.placeUnitId && { placeUnitId: a.placeUnitId }),
    ...(how === 'desk' && returnUnitId && { returnUnitId }),
    ...peopleOf(typed.who ?? {}, { now, lang: p.lang }),
    values: a.values,
    provenance: provenanceOf(a, now),
    components: Object.entries(papers)
      .filter(([key, files]) => wanted.has(key) && files.length > 0)
      .map(([key, files]) => ({ component: key, form: 'scan', fileIds: files.map(({ id }) => id) })),
    promised: atDesk.filter((key) => wanted.has(key)),
    delivery: { how, ...(how === 'post' && address && { address }) },
  };
}

/** Hands the draft in. Sent twice, or again after a lost answer, it shows the same confirmation. */
export const submit: FormHandler = async (p, fields): Promise<View> => {
  const id = draftIdOf(p);
  const draft = await findDraft(p);
  if (!draft) return doneView(p, id, undefined);
  const a = await loadApplication(p, draft);
  const missing = checkAll(a, p.today);
  if (missing.length > 0) throw new Problem(invalidInput, { fields: missing.flatMap((one) => one.faults) });
  if (textOf(fields, 'truth') !== 'true')
    throw new Problem(invalidInput, { fields: [fault('truth-true', (m) => m.review.truthFault)] });
  if (a.problem) throw a.problem;
  const made: ReplyOf<typeof submitCase> = await p.call(submitCase, inputOf(p, a));
  const { atDesk } = draft.content;
  return doneView(
    p,
    id,
    made,
    wantedPapers(a).filter(({ key }) => atDesk.includes(key)),
  );
};

/** Whether what was a draft has become a case that this browser may see. */
export const isSubmitted = async (p: PageContext, id: string): Promise<boolean> => {
  const secret = secretOf(p, id);
  if (!isId(id) || (!secret && p.actor.kind !== 'account')) return false;
  return (await p.maybe(trackCase, { code: id, ...(secret && { secret }) })) !== undefined;
};

import {
  type Fields,
  type FormHandler,
  type FormState,
  type PageContext,
  textOf,
} from '../../../../../kit/page.ts';
import { fieldProblem, invalidInput, Problem } from '../../../../../kit/problems.ts';
import { Button } from '../../../../../web/components/button.tsx';
import { Checkbox } from '../../../../../web/components/choices.tsx';
import { Form } from '../../../../../web/components/form.tsx';
import { Notice } from '../../../../../web/components/notice.tsx';
import { Panel } from '../../../../../web/components/panel.tsx';
import { formatInstant } from '../../../../../web/format.ts';
import { pickedHandler } from '../../../../organisations/index.ts';
import type { ProcedureForm } from '../../../../procedures/contract.ts';
import { formPicks, formPicksFrom, FormView, readForm } from '../../../../procedures/index.ts';
import { answerSupplement, openOwnCase } from '../../../contract.ts';
import { publicMessages } from '../../../messages/public.ts';
import { storeUploads } from '../apply/draft.ts';
import { stripped } from '../apply/load.ts';
import { flatOf, PaperInputs, Refusal, said, sayIn, textIn, useMessages } from '../parts.tsx';
import { addressOf, findTracked, type Own, proven, type Tracked } from './load.ts';

const name = 'supplement';
type Supplement = NonNullable<Tracked['supplement']>;
type Point = Supplement['points'][number];

/** The fields that the points name, as a form of their own; conditions fall away, since others are not asked. */
function formOf(own: Own, points: readonly Point[]): ProcedureForm | undefined {
  const named = new Set(points.map(({ field }) => field));
  const sections = (own.version.content.form?.sections ?? [])
    .map((section) => ({
      ...section,
      fields: section.fields
        .filter(({ key }) => named.has(key))
        .map((field) => {
          const { when: _, ...asked } = field;
          return { ...asked, required: false };
        }),
    }))
    .filter(({ fields }) => fields.length > 0);
  return sections.length > 0 ? { sections } : undefined;
}

function Points({ points, nameOf }: { points: readonly Point[]; nameOf: (point: Point) => string }) {
  const { supplement: t } = useMessages().track;
  return (
    <ol class="stack">
      {points.map((point, index) => (
        <li key={index}>
          <strong>{nameOf(point)}</strong> – {t.reasons[point.reason]}: <span lang="vi">{point.text}</span>
        </li>
      ))}
    </ol>
  );
}

/** Which paper or field a point is about, by its name. */
const pointNames = (p: PageContext, own: Own) => (point: Point) => {
  const { form, components } = own.version.content;
  const field = form?.sections.flatMap(({ fields }) => fields).find(({ key }) => key === point.field);
  const paper = components.find(({ key }) => key === point.component);
  return sayIn(p.lang, field?.label ?? paper?.name ?? { vi: '' });
};

/** All points of the one request, each with its field or upload box in place. */
export async function SupplementPanel(p: PageContext, tracked: Tracked) {
  const { supplement } = tracked;
  if (!supplement) return null;
  const { supplement: t } = textIn(p).track;
  const own = await p.call(openOwnCase, await proven(p));
  const nameOf = pointNames(p, own);
  const form = formOf(own, supplement.points);
  const refused = p.form?.form === name ? p.form : undefined;
  const sent = refused && stripped(refused.values as Record<string, string>, 'form');
  const values = { ...own.values, ...sent };
  const errors = Object.entries(refused?.errors ?? {}).map(([path, text]) => [
    path.replace(/^(form|values)\./, ''),
    text,
  ]);
  const papers = supplement.points.filter(({ component }) => component);
  return (
    <Panel title={t.title} id="supplement">
      <Form name={name} csrf={p.csrf} files>
        <Refusal form={refused} />
        <Notice tone="warn">{t.until(formatInstant(supplement.closesAt))}</Notice>
        {supplement.awaits.length > 0 && (
          <Notice tone="info">{t.promised(formatInstant(supplement.closesAt))}</Notice>
        )}
        <Points points={supplement.points} nameOf={nameOf} />
        {form && (
          <FormView
            form={form}
            values={values}
            errors={Object.fromEntries(errors)}
            picks={await formPicks(p, form, values)}
          />
        )}
        {papers.map((point) => (
          <PaperPoint
            key={point.component}
            name={point.component!}
            title={nameOf(point)}
            refused={refused}
            isPromised={supplement.awaits.includes(point.component!)}
          />
        ))}
        <KeptFiles p={p} />
        <Button kind="primary">{t.send}</Button>
      </Form>
    </Panel>
  );
}

/** One paper: its file, or the word that it will be brought to the desk. */
function PaperPoint({
  name: key,
  title,
  refused,
  isPromised,
}: {
  name: string;
  title: string;
  refused: FormState | undefined;
  isPromised: boolean;
}) {
  const { supplement: t } = useMessages().track;
  const box = `atDesk.${key}`;
  return (
    <>
      <PaperInputs
        name={key}
        file={`${t.file}: ${title}`}
        camera={`${t.camera}: ${title}`}
        error={refused?.errors[`file.${key}`]}
      />
      <Checkbox
        name={box}
        label={t.atDesk(title)}
        checked={refused ? refused.values[box] === 'true' : isPromised}
      />
    </>
  );
}

/** Files of a refused form are stored already: they go along by their ids when it is sent again. */
function KeptFiles({ p }: { p: PageContext }) {
  const { supplement: t } = useMessages().track;
  const kept = Object.entries(p.form?.values ?? {}).filter(([field]) => field.startsWith('stored.'));
  return (
    <>
      {kept.map(([field, value]) => (
        <p key={field}>
          <input type="hidden" name={field} value={String(value)} />
          {t.kept(field.split(' ').slice(1).join(' '))}
        </p>
      ))}
    </>
  );
}

/** Papers of the points that were ticked as brought to the desk. */
const promisedIn = ({ supplement }: Tracked, fields: Fields): string[] =>
  (supplement?.points ?? []).flatMap(({ component }) =>
    component && textOf(fields, `atDesk.${component}`) === 'true' ? [component] : [],
  );

const send: FormHandler = async (p, fields) => {
  const proof = await proven(p);
  const tracked = (await findTracked(p))!;
  const own = await p.call(openOwnCase, proof);
  const { stored, faults } = await storeUploads(p, proof, fields);
  for (const { key, paper } of stored) fields[`stored.${key} ${paper.name}`] = paper.id;
  if (faults.length > 0) throw new Problem(invalidInput, { fields: faults });
  const form = formOf(own, tracked.supplement?.points ?? []);
  const typed = form ? readForm(form, stripped(flatOf(fields), 'form')) : {};
  const changed = Object.entries(typed).filter(([key, value]) => value !== own.values[key]);
  const files = Object.entries(flatOf(fields)).filter(([field]) => field.startsWith('stored.'));
  const components = files.map(([field, id]) => ({
    component: field.slice('stored.'.length).split(' ')[0]!,
    form: 'scan' as const,
    fileIds: [id],
  }));
  const promised = promisedIn(tracked, fields);
  if (changed.length + components.length + promised.length === 0) {
    const { vi, en } = publicMessages;
    throw fieldProblem('supplement', vi.track.supplement.empty, en.track.supplement.empty);
  }
  const answer = { values: Object.fromEntries(changed), components, promised };
  const { handling } = await p.call(answerSupplement, { ...proof, ...answer });
  const isOpen = handling === 'supplementAsked';
  return {
    redirect: addressOf(p),
    flash: said((m) => (isOpen ? m.track.supplement.noted : m.track.supplement.sent)),
  };
};

export const sendSupplement: FormHandler = async (p, fields) => {
  const own = await p.call(openOwnCase, await proven(p));
  const points = (await findTracked(p))?.supplement?.points ?? [];
  const form = formOf(own, points);
  return pickedHandler(send, form ? formPicksFrom(form) : {})(p, fields);
};

import type { ReplyOf } from '../../../kit/contract.ts';
import { addDays } from '../../../kit/day.ts';
import type { PageContext } from '../../../kit/page.ts';
import { TimeLine, type TimeLineEntry } from '../../../web/components/lists.tsx';
import { Panel } from '../../../web/components/panel.tsx';
import { DataTable } from '../../../web/components/table.tsx';
import { formatDay, formatNumber } from '../../../web/format.ts';
import type { getUnit } from '../contract/units.ts';
import { messages } from '../messages.ts';
import { nameOf, type Named, UnitLinks } from './unit-links.tsx';

export type UnitView = ReplyOf<typeof getUnit>;
type Step = UnitView['successors'][number];

/** The name of a subject of competence; a key that is not known is shown as it was written. */
function subjectName(subject: string, p: PageContext): string {
  const known: Record<string, string> = messages[p.lang].subject;
  return known[subject] ?? subject;
}

/** True where this unit took over single subjects only, and another the unit as a whole. */
const onlySubjects = (step: Step, id: string): boolean => {
  const { default: heir, bySubject = [] } = step.rule ?? {};
  return heir !== undefined && heir !== id && bySubject.some((entry) => entry.toUnitId === id);
};

function Rule({ step, p, taker }: { step: Step; p: PageContext; taker: string | undefined }) {
  const text = messages[p.lang];
  const named = (id: string): string =>
    nameOf(step.to.find((unit) => unit.id === id) ?? { nameVi: id, nameEn: id }, p.lang);
  const entries = (step.rule?.bySubject ?? []).filter(
    (entry) => taker === undefined || entry.toUnitId === taker,
  );
  const lines = entries.map((entry) => text.bySubject(subjectName(entry.subject, p), named(entry.toUnitId)));
  if (step.kind === 'split' && step.rule?.default === undefined) lines.push(text.noRule);
  return lines.length === 0 ? null : (
    <ul>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

/** What happened to the unit (`out`), or what came to it (`in`). */
function entryOf(step: Step, way: 'in' | 'out', p: PageContext): TimeLineEntry {
  const text = messages[p.lang];
  const id = p.params['id']!;
  const partly = way === 'in' && onlySubjects(step, id);
  const main = step.to.filter((unit) => step.rule?.default === undefined || unit.id === step.rule.default);
  const others: Named[] = way === 'out' ? main : [step.from];
  const words = text.step[partly ? 'transferOfCompetence' : step.kind][way](
    others.map((unit) => nameOf(unit, p.lang)).join('; '),
  );
  return {
    id: `${way}-${step.id}`,
    when: formatDay(step.on),
    title: words,
    icon: way === 'out' ? 'right' : 'repeat',
    tone: way === 'out' ? 'warn' : 'calm',
    who: `${text.unit.legalBasis}: ${step.legalBasis}`,
    body: (
      <>
        <Rule step={step} p={p} taker={partly ? id : undefined} />
        {others.some((unit) => unit.id !== id) && (
          <p>
            <UnitLinks units={others} lang={p.lang} asOf={asOfLink(step, way)} />
          </p>
        )}
      </>
    ),
  };
}

/** The other unit is opened on a day when it lived: an heir on the day, a predecessor the day before. */
const asOfLink = (step: Step, way: 'in' | 'out'): string => (way === 'out' ? step.on : addDays(step.on, -1));

/** Units that came to this one whole, or may have, on one day and paper are told together. */
function groupOf(step: Step): string {
  const plain = (step.rule?.bySubject ?? []).length === 0;
  if (step.kind === 'split' && step.rule?.default === undefined) return `open ${step.on} ${step.legalBasis}`;
  return step.kind === 'merge' && plain ? `merge ${step.on} ${step.legalBasis}` : step.id;
}

function incoming(steps: readonly Step[], p: PageContext): { on: string; entry: TimeLineEntry }[] {
  const text = messages[p.lang];
  return [...Map.groupBy(steps, groupOf).values()].map((group) => {
    const [step] = group as [Step];
    const entry = entryOf(step, 'in', p);
    const open = step.kind === 'split' && step.rule?.default === undefined;
    if (group.length === 1 && !open) return { on: step.on, entry };
    const count = formatNumber(group.length, p.lang);
    const title = open ? text.mayHold(count) : text.tookOver(count);
    const body = (
      <p>
        <UnitLinks units={group.map((one) => one.from)} lang={p.lang} asOf={asOfLink(step, 'in')} />
      </p>
    );
    return { on: step.on, entry: { ...entry, title, body } };
  });
}

/** Successions of a unit with day and legal basis, and its names over time. */
export function History({ unit, p }: { unit: UnitView; p: PageContext }) {
  const text = messages[p.lang].unit;
  const steps = [
    ...unit.successors.map((step) => ({ on: step.on, entry: entryOf(step, 'out', p) })),
    ...incoming(unit.predecessors, p),
  ];
  if (steps.length === 0 && unit.versions.length < 2) return null;
  return (
    <Panel title={text.history}>
      {steps.length > 0 && (
        <TimeLine entries={steps.sort((a, b) => (a.on < b.on ? 1 : -1)).map((step) => step.entry)} />
      )}
      {unit.versions.length > 1 && (
        <DataTable
          caption={text.names}
          rows={unit.versions}
          rowKey={(version) => version.validFrom}
          columns={[
            {
              key: 'from',
              head: text.since,
              cell: (version) => formatDay(version.validFrom),
              width: 'narrow',
            },
            {
              key: 'to',
              head: text.until,
              cell: (version) => (version.validTo ? formatDay(version.validTo) : text.present),
              width: 'narrow',
            },
            { key: 'name', head: text.names, main: true, cell: (version) => nameOf(version, p.lang) },
            { key: 'kind', head: text.kind, cell: (version) => messages[p.lang].kind[version.kind] },
          ]}
        />
      )}
    </Panel>
  );
}

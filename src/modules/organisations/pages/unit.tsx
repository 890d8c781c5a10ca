import type { ComponentChildren } from 'preact';
import { blocksAt } from '../../../kit/blocks.ts';
import type { ReplyOf } from '../../../kit/contract.ts';
import { page, type PageContext } from '../../../kit/page.ts';
import { LinkButton } from '../../../web/components/button.tsx';
import { DateSlider } from '../../../web/components/date-slider.tsx';
import { KeyValueList, TimeLine, type TimeLineEntry } from '../../../web/components/lists.tsx';
import { Notice } from '../../../web/components/notice.tsx';
import { Columns, PageHead, Panel } from '../../../web/components/panel.tsx';
import { Chip } from '../../../web/components/state.tsx';
import { DataTable } from '../../../web/components/table.tsx';
import { formatDay, formatNumber } from '../../../web/format.ts';
import { getUnit, listUnits } from '../contract/units.ts';
import { messages } from '../messages.ts';
import { chartHref, nameOf, type Named, unitHref, UnitLinks } from './unit-links.tsx';

type UnitView = ReplyOf<typeof getUnit>;
type Step = UnitView['successors'][number];

/** The name of a subject of competence; a key that is not known is shown as it was written. */
export function subjectName(subject: string, p: PageContext): string {
  const known: Record<string, string> = messages[p.lang].subject;
  return known[subject] ?? subject;
}

function StateNotice({ unit, p }: { unit: UnitView; p: PageContext }) {
  const text = messages[p.lang].unit;
  if (unit.living || unit.to === null || unit.to > unit.asOf) return null;
  const names = unit.holders.units.map((holder) => nameOf(holder, p.lang)).join('; ');
  const say = unit.holders.needsRule ? text.needsRule : text.endedLead;
  return (
    <Notice tone={unit.holders.needsRule ? 'warn' : 'info'} title={say(formatDay(unit.to), names)}>
      <p><UnitLinks units={unit.holders.units} lang={p.lang} /></p>
    </Notice>
  );
}

function Rule({ step, p }: { step: Step; p: PageContext }) {
  const text = messages[p.lang];
  const named = (id: string): string => nameOf(step.to.find((unit) => unit.id === id) ?? { nameVi: id, nameEn: id }, p.lang);
  const lines = (step.rule?.bySubject ?? []).map((entry) => text.bySubject(subjectName(entry.subject, p), named(entry.toUnitId)));
  if (step.kind === 'split' && step.rule?.default === undefined) lines.push(text.noRule);
  return lines.length === 0 ? null : <ul>{lines.map((line) => <li key={line}>{line}</li>)}</ul>;
}

function entryOf(step: Step, way: 'in' | 'out', p: PageContext): TimeLineEntry {
  const text = messages[p.lang];
  const main = step.to.filter((unit) => step.rule?.default === undefined || unit.id === step.rule.default);
  const others: Named[] = way === 'out' ? main : [step.from];
  const words = text.step[step.kind][way](others.map((unit) => nameOf(unit, p.lang)).join('; '));
  return {
    id: `${way}-${step.id}`,
    when: formatDay(step.on),
    title: words,
    icon: way === 'out' ? 'right' : 'repeat',
    tone: way === 'out' ? 'warn' : 'calm',
    who: `${text.unit.legalBasis}: ${step.legalBasis}`,
    body: (
      <>
        <Rule step={step} p={p} />
        {others.some((unit) => unit.id !== p.params['id']) && <UnitLinks units={others} lang={p.lang} asOf={step.on} />}
      </>
    ),
  };
}

function History({ unit, p }: { unit: UnitView; p: PageContext }) {
  const text = messages[p.lang].unit;
  const steps = [
    ...unit.successors.map((step) => ({ on: step.on, entry: entryOf(step, 'out', p) })),
    ...unit.predecessors.map((step) => ({ on: step.on, entry: entryOf(step, 'in', p) })),
  ];
  if (steps.length === 0 && unit.versions.length < 2) return null;
  return (
    <Panel title={text.history}>
      {steps.length > 0 && <TimeLine entries={steps.sort((a, b) => (a.on < b.on ? 1 : -1)).map((step) => step.entry)} />}
      {unit.versions.length > 1 && (
        <DataTable
          caption={text.names}
          rows={unit.versions}
          rowKey={(version) => version.validFrom}
          columns={[
            { key: 'from', head: text.since, cell: (version) => formatDay(version.validFrom), width: 'narrow' },
            { key: 'to', head: text.until, cell: (version) => (version.validTo ? formatDay(version.validTo) : text.present), width: 'narrow' },
            { key: 'name', head: text.names, main: true, cell: (version) => nameOf(version, p.lang) },
            { key: 'kind', head: text.kind, cell: (version) => messages[p.lang].kind[version.kind] },
          ]}
        />
      )}
    </Panel>
  );
}

function People({ unit, p }: { unit: UnitView; p: PageContext }) {
  const text = messages[p.lang].unit;
  const mayStaff = p.can('organisation.edit', unit.id);
  return (
    <Panel title={text.people} flush actions={mayStaff && <a href={`${unitHref(unit.id)}/staff`}>{text.staff}</a>}>
      <DataTable
        caption={text.people}
        captionHidden
        rows={unit.officeHolders}
        rowKey={(holder) => holder.positionId}
        empty={<p>{text.noPeople}</p>}
        columns={[
          { key: 'title', head: text.position, main: true, cell: (holder) => (p.lang === 'en' ? holder.titleEn : holder.titleVi) },
          { key: 'name', head: text.person, cell: (holder) => holder.personName ?? text.vacant },
          { key: 'from', head: text.from, cell: (holder) => (holder.validFrom ? formatDay(holder.validFrom) : '–'), width: 'narrow' },
        ]}
      />
    </Panel>
  );
}

async function Below({ unit, p }: { unit: UnitView; p: PageContext }) {
  const text = messages[p.lang].unit;
  if (unit.childCount === 0) return null;
  const list = await p.call(listUnits, { parentId: unit.id, asOf: unit.asOf, limit: 60 });
  return (
    <Panel title={`${text.below} (${formatNumber(unit.childCount, p.lang)})`} actions={<a href={chartHref(unit.id, p.query['asOf'])}>{text.showBelow}</a>}>
      <ul class="plain-columns">
        {list.items.map((child) => <li key={child.id}><a href={unitHref(child.id, p.query['asOf'])}>{nameOf(child, p.lang)}</a></li>)}
      </ul>
    </Panel>
  );
}

function Facts({ unit, p }: { unit: UnitView; p: PageContext }) {
  const text = messages[p.lang];
  const parent = unit.path.at(-1);
  const row = (key: string, value: ComponentChildren) => (value ? { key, value } : undefined);
  return (
    <Panel title={text.unit.facts}>
      <KeyValueList
        items={[
          row(text.unit.kind, text.kind[unit.kind]),
          row(text.unit.parent, parent && <UnitLinks units={[parent]} lang={p.lang} asOf={p.query['asOf']} />),
          row(text.unit.shortName, unit.shortName),
          row(text.unit.code, unit.code),
          row(text.unit.otherNames, unit.aliases.join('; ')),
          row(text.unit.since, formatDay(unit.from)),
          row(text.unit.until, unit.to && formatDay(unit.to)),
          row(text.unit.holdsFor, unit.holdsFor.length > 0 && <UnitLinks units={unit.holdsFor} lang={p.lang} />),
        ]}
      />
    </Panel>
  );
}

function chipsOf(unit: UnitView, p: PageContext) {
  const text = messages[p.lang].unit;
  if (unit.living) return undefined;
  const ended = unit.to !== null && unit.to <= unit.asOf;
  return <Chip icon={ended ? 'cancel' : 'hourglass'}>{ended ? text.ended(formatDay(unit.to!)) : text.notYet(formatDay(unit.from))}</Chip>;
}

async function body(p: PageContext, unit: UnitView) {
  const text = messages[p.lang];
  const blocks = await blocksAt(p, 'unit', unit.id);
  const change = p.can('organisation.edit', unit.id) && unit.living;
  const last = [unit.to, p.today].reduce<string>((latest, day) => (day && day > latest ? day : latest), unit.from);
  return (
    <>
      <PageHead
        kicker={text.kind[unit.kind]}
        title={nameOf(unit, p.lang)}
        chips={chipsOf(unit, p)}
        lead={p.query['asOf'] && text.unit.asOf(formatDay(unit.asOf))}
        actions={change && <LinkButton href={`${unitHref(unit.id)}/change`} icon="edit">{text.unit.change}</LinkButton>}
      />
      <StateNotice unit={unit} p={p} />
      <Columns aside={<><Facts unit={unit} p={p} /><DateSlider from={unit.from} to={last} value={clamp(unit.asOf, unit.from, last)} /></>}>
        {blocks}
        <History unit={unit} p={p} />
        <People unit={unit} p={p} />
        {await Below({ unit, p })}
      </Columns>
    </>
  );
}

function clamp(day: string, from: string, to: string): string {
  return day < from ? from : day > to ? to : day;
}

/** A unit as it stood on a day: names, succession with legal basis, office holders, units below. */
export const unitPage = page({
  path: '/organisations/units/:id',
  permission: 'public',
  area: 'portal',
  get: async (p) => {
    const unit = await p.callWithQuery(getUnit, { id: p.params['id']! });
    const text = messages[p.lang];
    const crumbs = unit.path.map((above) => ({ href: unitHref(above.id, p.query['asOf']), text: nameOf(above, p.lang) }));
    return {
      title: nameOf(unit, p.lang),
      description: `${nameOf(unit, p.lang)} – ${text.kind[unit.kind]}`,
      nav: 'organisations',
      crumbs: [{ href: chartHref(undefined, p.query['asOf']), text: text.chart.title }, ...crumbs],
      body: await body(p, unit),
    };
  },
});

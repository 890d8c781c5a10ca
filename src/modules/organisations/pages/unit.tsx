import type { ComponentChildren } from 'preact';

import { blocksAt } from '../../../kit/blocks.ts';
import { page, type PageContext } from '../../../kit/page.ts';
import { LinkButton } from '../../../web/components/button.tsx';
import { DateSlider } from '../../../web/components/date-slider.tsx';
import { KeyValueList } from '../../../web/components/lists.tsx';
import { Notice } from '../../../web/components/notice.tsx';
import { Columns, PageHead, Panel } from '../../../web/components/panel.tsx';
import { Chip } from '../../../web/components/state.tsx';
import { DataTable } from '../../../web/components/table.tsx';
import { formatDay, formatNumber } from '../../../web/format.ts';
import { getUnit, listUnits } from '../contract/units.ts';
import { messages } from '../messages.ts';
import { UnitGrid } from './unit-grid.tsx';
import { History, type UnitView } from './unit-history.tsx';
import { chartHref, nameOf, unitHref, UnitLinks } from './unit-links.tsx';

/** The chosen day for links, in its plain form; undefined where the page shows today. */
const chosen = (p: PageContext, unit: UnitView): string | undefined =>
  p.query['asOf'] ? unit.asOf : undefined;

function StateNotice({ unit, p }: { unit: UnitView; p: PageContext }) {
  const text = messages[p.lang].unit;
  if (unit.living || unit.to === null || unit.to > unit.asOf) return null;
  const { needsRule, units } = unit.holders;
  return (
    <Notice
      tone={needsRule ? 'warn' : 'info'}
      title={(needsRule ? text.needsRule : text.endedLead)(formatDay(unit.to))}
    >
      <p>
        {needsRule ? text.candidates : text.heldBy}: <UnitLinks units={units} lang={p.lang} />
      </p>
    </Notice>
  );
}

function People({ unit, p }: { unit: UnitView; p: PageContext }) {
  const text = messages[p.lang].unit;
  const mayStaff = p.can('organisation.edit', unit.id);
  return (
    <Panel
      title={text.people}
      flush
      actions={mayStaff && <a href={`${unitHref(unit.id)}/staff`}>{text.staff}</a>}
    >
      <DataTable
        caption={text.people}
        captionHidden
        rows={unit.officeHolders}
        rowKey={(holder) => holder.positionId}
        empty={<p>{text.noPeople}</p>}
        columns={[
          {
            key: 'title',
            head: text.position,
            main: true,
            cell: (holder) => (p.lang === 'en' ? holder.titleEn : holder.titleVi),
          },
          { key: 'name', head: text.person, cell: (holder) => holder.personName ?? text.vacant },
          {
            key: 'from',
            head: text.from,
            cell: (holder) => (holder.validFrom ? formatDay(holder.validFrom) : '–'),
            width: 'narrow',
          },
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
    <Panel
      title={`${text.below} (${formatNumber(unit.childCount, p.lang)})`}
      actions={<a href={chartHref(unit.id, chosen(p, unit))}>{text.showBelow}</a>}
    >
      <UnitGrid units={list.items} lang={p.lang} asOf={chosen(p, unit)} />
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
          row(
            text.unit.parent,
            parent && <UnitLinks units={[parent]} lang={p.lang} asOf={chosen(p, unit)} />,
          ),
          row(text.unit.shortName, unit.shortName),
          row(text.unit.code, unit.code),
          row(text.unit.otherNames, unit.aliases.join('; ')),
          row(text.unit.since, formatDay(unit.from)),
          row(text.unit.until, unit.to && formatDay(unit.to)),
          row(
            text.unit.holdsFor,
            unit.holdsFor.length > 0 && <UnitLinks units={unit.holdsFor} lang={p.lang} />,
          ),
        ]}
      />
    </Panel>
  );
}

function chipsOf(unit: UnitView, p: PageContext) {
  const text = messages[p.lang].unit;
  if (unit.living) return undefined;
  const ended = unit.to !== null && unit.to <= unit.asOf;
  return (
    <Chip icon={ended ? 'cancel' : 'hourglass'}>
      {ended ? text.ended(formatDay(unit.to!)) : text.notYet(formatDay(unit.from))}
    </Chip>
  );
}

async function body(p: PageContext, unit: UnitView) {
  const text = messages[p.lang];
  const blocks = await blocksAt(p, 'unit', unit.id);
  const change = p.can('organisation.edit', unit.id) && unit.living;
  const last = [unit.to, p.today].reduce<string>(
    (latest, day) => (day && day > latest ? day : latest),
    unit.from,
  );
  return (
    <>
      <PageHead
        kicker={text.kind[unit.kind]}
        title={nameOf(unit, p.lang)}
        chips={chipsOf(unit, p)}
        lead={chosen(p, unit) && text.unit.asOf(formatDay(unit.asOf))}
        actions={
          change && (
            <LinkButton href={`${unitHref(unit.id)}/change`} icon="edit">
              {text.unit.change}
            </LinkButton>
          )
        }
      />
      <StateNotice unit={unit} p={p} />
      <Columns
        aside={
          <>
            <Facts unit={unit} p={p} />
            <DateSlider from={unit.from} to={last} value={clamp(unit.asOf, unit.from, last)} />
          </>
        }
      >
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
    const crumbs = [...unit.path, unit].map((above) => ({
      href: unitHref(above.id, chosen(p, unit)),
      text: nameOf(above, p.lang),
    }));
    return {
      title: nameOf(unit, p.lang),
      description: `${nameOf(unit, p.lang)} – ${text.kind[unit.kind]}`,
      nav: 'organisations',
      crumbs: [{ href: chartHref(undefined, chosen(p, unit)), text: text.chart.title }, ...crumbs],
      body: await body(p, unit),
    };
  },
});

/** The short address of a unit, as people write it by hand. */
export const shortUnitPage = page({
  path: '/units/:id',
  permission: 'public',
  area: 'portal',
  get: (p) => {
    const query = p.url.split('?')[1];
    const redirect = `${unitHref(encodeURIComponent(p.params['id']!))}${query ? `?${query}` : ''}`;
    return Promise.resolve({ redirect, permanent: true });
  },
});

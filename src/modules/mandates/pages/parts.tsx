import type { z } from 'zod';

import type { PageContext } from '../../../kit/page.ts';
import { Link } from '../../../web/components/button.tsx';
import { EmptyState } from '../../../web/components/panel.tsx';
import { type Column, DataTable } from '../../../web/components/table.tsx';
import { formatDay } from '../../../web/format.ts';
import type { factReply, unitRef } from '../contract/shapes.ts';
import { messages } from '../messages.ts';
import type { Paper, StepRole } from '../rules/model.ts';

export type FactView = z.output<typeof factReply>;

export const nameOf = (unit: z.output<typeof unitRef>, p: PageContext): string =>
  (p.lang === 'en' && unit.nameEn) || unit.nameVi;

export const factHref = (id: string): string => `/mandates/facts/${id}`;

export const paperText = (paper: Paper, p: PageContext): string =>
  messages[p.lang].paperOf(paper.number, formatDay(paper.issuedOn));

const shown = 3;

/** A scope in a few words: the first fields or codes, and how many more. */
export function scopeText(scope: FactView['scope'], p: PageContext): string {
  const t = messages[p.lang];
  if (scope === undefined) return '–';
  if (scope === 'all') return t.scopeKinds.all;
  const list = 'procedures' in scope ? scope.procedures : scope.fields;
  const rest = list.length - shown;
  return rest > 0 ? `${list.slice(0, shown).join(', ')} ${t.more(rest)}` : list.join(', ');
}

export const rolesText = (roles: readonly StepRole[] | undefined, p: PageContext): string =>
  roles ? roles.map((role) => messages[p.lang].role[role]).join(', ') : messages[p.lang].everyRole;

/** Whose fact it is: the unit or the level, and the person. */
export function subjectText(fact: FactView, p: PageContext): string {
  const t = messages[p.lang];
  const unit = nameOf(fact.unit, p);
  if (fact.level) return t.below(t.level[fact.level], unit);
  if (fact.kind === 'assignment' || fact.kind === 'absence') return `${fact.person!.name} – ${unit}`;
  return unit;
}

function takerText(fact: FactView, p: PageContext): string {
  if (fact.kind === 'absence') return fact.standIn?.name ?? messages[p.lang].nobody;
  if (fact.kind !== 'delegation') return '–';
  const unit = nameOf(fact.takerUnit!, p);
  return fact.person ? `${fact.person.name} – ${unit}` : unit;
}

const daysText = (fact: FactView, p: PageContext): string =>
  `${formatDay(fact.from)} – ${fact.to ? formatDay(fact.to) : messages[p.lang].open}`;

/** Facts as a list; each leads to its own page. */
export function FactTable({
  p,
  facts,
  caption,
  extra,
}: {
  p: PageContext;
  facts: readonly FactView[];
  caption: string;
  extra?: Column<FactView>;
}) {
  const t = messages[p.lang];
  const hasTaker = facts.some((fact) => fact.kind === 'delegation' || fact.kind === 'absence');
  return (
    <DataTable
      caption={caption}
      captionHidden
      rows={facts}
      rowKey={(fact) => fact.id}
      rowHref={(fact) => factHref(fact.id)}
      empty={<EmptyState title={t.none} />}
      columns={[
        {
          key: 'subject',
          head: t.kind[facts[0]?.kind ?? 'competence'],
          main: true,
          cell: (fact) => <Link href={factHref(fact.id)}>{subjectText(fact, p)}</Link>,
        },
        ...(hasTaker ? [{ key: 'to', head: t.to, cell: (fact: FactView) => takerText(fact, p) }] : []),
        { key: 'scope', head: t.scope, cell: (fact) => scopeText(fact.scope, p) },
        {
          key: 'roles',
          head: t.roles,
          cell: (fact) => (fact.kind === 'absence' ? '–' : rolesText(fact.roles, p)),
        },
        { key: 'paper', head: t.paper, cell: (fact) => paperText(fact.paper, p) },
        { key: 'days', head: t.from, cell: (fact) => daysText(fact, p) },
        ...(extra ? [extra] : []),
      ]}
    />
  );
}

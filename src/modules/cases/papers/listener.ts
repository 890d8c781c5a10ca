import type { Context } from '../../../kit/context.ts';
import { dayOf } from '../../../kit/day.ts';
import type { StoredEvent } from '../../../kit/events.ts';
import { newId } from '../../../kit/ids.ts';
import { type Listener, oneByOne } from '../../../kit/outbox.ts';
import { checklist } from '../../procedures/index.ts';
import { pinnedVersion } from '../actions/grounds.ts';
import { caseIdOf, type CasePayloads } from '../rules/events.ts';
import { type CaseRow, findById } from '../store/caseFile.ts';
import { findContent } from '../store/content.ts';
import { listContents } from '../store/facts.ts';
import { copiesAtReception, copiesHanded, copiesTogether } from './rules.ts';
import { addCopies, type DayCopies, insertFault } from './store.ts';

const decidingUnit = ({ state }: CaseRow): string => state.places.decision ?? state.places.reception;

/** Receptions of a batch, added up by agency and day, so that each count is written once. */
async function countReceived(ctx: Context, events: readonly StoredEvent[]): Promise<void> {
  const rows = await listContents(ctx.tx, events.map(caseIdOf));
  const first = new Map(rows.filter((row) => row.version === 1).map((row) => [row.caseId, row.content]));
  const sums = new Map<string, DayCopies>();
  for (const event of events) {
    const content = first.get(caseIdOf(event));
    if (!content) continue;
    const e = event.payload as unknown as CasePayloads['case.received'];
    const version = await pinnedVersion(ctx.tx, e);
    const day = dayOf(e.receivedAt);
    const items = checklist(version, content.values, day);
    const counts = copiesAtReception(items, content.components);
    const place = { unitId: e.decisionUnitId, day };
    const key = `${place.unitId} ${day}`;
    const before = sums.get(key);
    sums.set(key, { ...place, cases: (before?.cases ?? 0) + 1, ...copiesTogether(before, counts) });
  }
  if (sums.size > 0) await addCopies(ctx.tx, [...sums.values()]);
}

/** Papers that came after the reception count on the day on which they came, each with the content that first has it. */
async function countLater(ctx: Context, row: CaseRow, event: StoredEvent): Promise<void> {
  const { content, byPaper } = event.payload as unknown as CasePayloads['case.supplementReceived'];
  if (byPaper) return;
  const [now, before] = [
    await findContent(ctx.tx, row.id, content.version),
    await findContent(ctx.tx, row.id, content.version - 1),
  ];
  if (!now || !before) return;
  const version = await pinnedVersion(ctx.tx, row.state);
  const papers = new Map(version.content.components.map((one) => [one.key, one]));
  const counts = copiesHanded(papers, now.components.slice(before.components.length));
  await addCopies(ctx.tx, [{ unitId: decidingUnit(row), day: dayOf(event.at), cases: 0, ...counts }]);
}

/** A paper asked for because its database lacks the datum: a task for who keeps the database (R09). */
async function openFaults(ctx: Context, row: CaseRow, event: StoredEvent): Promise<void> {
  const { points } = event.payload as unknown as CasePayloads['case.supplementAsked'];
  const faulty = points.filter((point) => point.dataFault && point.component);
  if (faulty.length === 0) return;
  const content = await findContent(ctx.tx, row.id, row.state.content.version);
  const version = await pinnedVersion(ctx.tx, row.state);
  const items = checklist(version, content?.values ?? {}, dayOf(event.at));
  for (const { component, text } of faulty) {
    const item = items.find((one) => one.component.key === component);
    if (!item?.replacedBy) continue;
    const unitId = decidingUnit(row);
    const id = newId(ctx.now);
    const { database } = item.replacedBy;
    const made = await insertFault(ctx.tx, {
      unitId,
      id,
      caseId: row.id,
      caseCode: row.state.code ?? null,
      component: item.component.key,
      componentName: item.component.name,
      database,
      told: text,
      openedAt: event.at,
      correctedAt: null,
      note: null,
    });
    if (made)
      ctx.emit({
        unitId,
        stream: `dataFault:${id}`,
        kind: 'dataFault.opened',
        payload: { caseId: row.id, component, database },
      });
  }
}

const handlers: Record<string, (ctx: Context, row: CaseRow, event: StoredEvent) => Promise<void>> = {
  'case.supplementReceived': countLater,
  'case.papersPromised': countLater,
  'case.paperReceived': countLater,
  'case.supplementAsked': openFaults,
};

async function onCases(ctx: Context, events: readonly StoredEvent[]): Promise<void> {
  const [received, others] = [true, false].map((is) =>
    events.filter(({ kind }) => (kind === 'case.received') === is),
  ) as [StoredEvent[], StoredEvent[]];
  if (received.length > 0) await countReceived(ctx, received);
  await oneByOne(ctx, others, async (at, event) => {
    const row = await findById(at.tx, caseIdOf(event));
    if (row) await handlers[event.kind]?.(at, row, event);
  });
}

export const paperListener: Listener = {
  name: 'cases.papers',
  kinds: ['case.received', ...Object.keys(handlers)],
  handleBatch: onCases,
};

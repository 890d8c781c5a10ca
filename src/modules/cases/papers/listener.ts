import type { Context } from '../../../kit/context.ts';
import { dayOf } from '../../../kit/day.ts';
import type { StoredEvent } from '../../../kit/events.ts';
import { newId } from '../../../kit/ids.ts';
import type { Listener } from '../../../kit/outbox.ts';
import { checklist } from '../../procedures/index.ts';
import { pinnedVersion } from '../actions/grounds.ts';
import type { CasePayloads } from '../rules/events.ts';
import { type CaseRow, findById } from '../store/caseFile.ts';
import { findContent } from '../store/content.ts';
import { copiesAtReception, copiesHanded } from './rules.ts';
import { addCopies, insertFault } from './store.ts';

const decidingUnit = ({ state }: CaseRow): string => state.places.decision ?? state.places.reception;

async function countReceived(ctx: Context, row: CaseRow, event: StoredEvent): Promise<void> {
  const e = event.payload as unknown as CasePayloads['case.received'];
  const content = await findContent(ctx.tx, row.id, 1);
  if (!content) return;
  const version = await pinnedVersion(ctx.tx, e);
  const day = dayOf(e.receivedAt);
  const items = checklist(version, content.values, day);
  await addCopies(
    ctx.tx,
    { unitId: e.decisionUnitId, day, cases: 1 },
    copiesAtReception(items, content.components),
  );
}

/** Papers that came with a supplement count on the day on which they came. */
async function countSupplement(ctx: Context, row: CaseRow, event: StoredEvent): Promise<void> {
  const { content } = event.payload as unknown as CasePayloads['case.supplementReceived'];
  const [now, before] = [
    await findContent(ctx.tx, row.id, content.version),
    await findContent(ctx.tx, row.id, content.version - 1),
  ];
  if (!now || !before) return;
  const version = await pinnedVersion(ctx.tx, row.state);
  const papers = new Map(version.content.components.map((one) => [one.key, one]));
  const counts = copiesHanded(papers, now.components.slice(before.components.length));
  await addCopies(ctx.tx, { unitId: decidingUnit(row), day: dayOf(event.at), cases: 0 }, counts);
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
  'case.received': countReceived,
  'case.supplementReceived': countSupplement,
  'case.supplementAsked': openFaults,
};

export const paperListener: Listener = {
  name: 'cases.papers',
  kinds: Object.keys(handlers),
  handle: async (ctx, event) => {
    const row = await findById(ctx.tx, event.stream.slice('case:'.length));
    if (row) await handlers[event.kind]?.(ctx, row, event);
  },
};

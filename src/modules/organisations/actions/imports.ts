import type { Context } from '../../../kit/context.ts';
import type { ParsedOf, ReplyOf } from '../../../kit/contract.ts';
import { newId } from '../../../kit/ids.ts';
import { missing, Problem } from '../../../kit/problems.ts';
import type { ImportFile, ImportReport } from '../contract/imports.ts';
import type * as contract from '../contract/imports.ts';
import { loadCurrent } from '../current.ts';
import { planImport } from '../import/plan.ts';
import type { Plan } from '../import/plan.ts';
import { importDone, importFaulty } from '../problems.ts';
import { assertMayImport } from '../rights.ts';
import { faultsOf } from '../rules/check.ts';
import { evolve } from '../rules/evolve.ts';
import type { OrganisationFacts } from '../rules/model.ts';
import { insertFacts, lockRevision } from '../store/facts.ts';
import { findImport, insertImport, lockImport, markApplied } from '../store/imports.ts';
import type { StoredImport } from '../store/imports.ts';
import { endPositions } from './ends.ts';

const shown = 200;
const chunk = 500;

function bytesOf(files: StoredImport['files']): Partial<Record<ImportFile, Uint8Array>> {
  return Object.fromEntries(Object.entries(files).map(([name, text]) => [name, Buffer.from(text, 'base64')]));
}

function reportOf(plan: Plan): ImportReport {
  const count = (change: string) => plan.items.filter((item) => item.change === change).length;
  const counts = {
    created: count('create'),
    changed: count('change'),
    skipped: count('skip'),
    splitsWithoutRule: plan.splitsWithoutRule,
    faults: plan.faults.length,
  };
  const items = [
    ...plan.items.filter((item) => item.change === 'change'),
    ...plan.items.filter((item) => item.change === 'create'),
  ];
  return { counts, rows: plan.rows, faults: plan.faults.slice(0, shown), items: items.slice(0, shown) };
}

function replyOf(made: StoredImport): ReplyOf<typeof contract.getImport> {
  return {
    id: made.id,
    createdAt: made.createdAt.toISOString(),
    appliedAt: made.appliedAt?.toISOString() ?? null,
    report: made.report,
  };
}

export async function startImportAction(
  ctx: Context,
  input: ParsedOf<typeof contract.startImport>,
): Promise<ReplyOf<typeof contract.startImport>> {
  assertMayImport(ctx.actor);
  const { files, ...options } = input;
  const plan = planImport(bytesOf(files), await loadCurrent(ctx.tx), options);
  const made = {
    id: newId(ctx.now),
    actor: ctx.actor.id,
    createdAt: ctx.now,
    files,
    options,
    report: reportOf(plan),
    appliedAt: null,
  };
  await insertImport(ctx.tx, made);
  return replyOf(made);
}

export async function getImportAction(
  ctx: Context,
  input: ParsedOf<typeof contract.getImport>,
): Promise<ReplyOf<typeof contract.getImport>> {
  assertMayImport(ctx.actor);
  return replyOf((await findImport(ctx.tx, input.id)) ?? missing());
}

/** Plans again on the facts of now, and states all of it or nothing. */
export async function applyImportAction(
  ctx: Context,
  input: ParsedOf<typeof contract.applyImport>,
): Promise<ReplyOf<typeof contract.applyImport>> {
  assertMayImport(ctx.actor);
  await lockRevision(ctx.tx);
  const made = (await lockImport(ctx.tx, input.id)) ?? missing();
  if (made.appliedAt) throw new Problem(importDone);
  const plan = planImport(bytesOf(made.files), await loadCurrent(ctx.tx), made.options);
  if (plan.faults.length > 0) throw new Problem(importFaulty);
  await stateInBulk(ctx, plan.facts, made.id);
  const report = reportOf(plan);
  await markApplied(ctx.tx, made.id, report, ctx.now);
  return replyOf({ ...made, report, appliedAt: ctx.now });
}

export async function stateFactsAction(
  ctx: Context,
  input: ParsedOf<typeof contract.stateFacts>,
): Promise<ReplyOf<typeof contract.stateFacts>> {
  assertMayImport(ctx.actor);
  await lockRevision(ctx.tx);
  const { facts } = await loadCurrent(ctx.tx);
  const faults = faultsOf(evolve(facts, { facts: input }));
  if (faults.length > 0) {
    const named = faults
      .slice(0, 10)
      .map((fault) => `${fault.subject} (${fault.fault})`)
      .join(', ');
    throw new Problem(importFaulty, {
      detail: { vi: `Mâu thuẫn: ${named}`, en: `Contradictions: ${named}` },
    });
  }
  await stateInBulk(ctx, input, newId(ctx.now));
  return {
    units: input.units.length,
    versions: input.versions.length,
    successions: input.successions.length,
  };
}

/** Writes many facts at once; the events of one import form one stream, each with some hundred facts. */
async function stateInBulk(ctx: Context, facts: OrganisationFacts, id: string): Promise<void> {
  await insertFacts(ctx.tx, facts, ctx.now);
  const longest = Math.max(facts.units.length, facts.versions.length, facts.successions.length);
  for (let at = 0; at < longest; at += chunk) {
    const part = <Fact>(list: readonly Fact[]): Fact[] => list.slice(at, at + chunk);
    const payload = {
      facts: {
        units: part(facts.units),
        versions: part(facts.versions),
        successions: part(facts.successions),
      },
    };
    ctx.emit({ unitId: 'organisations', stream: `facts:${id}`, kind: 'unit.factsStated', payload });
  }
  await endPositions(ctx, facts.successions);
}

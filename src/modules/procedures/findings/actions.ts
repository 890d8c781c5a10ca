import type { Context } from '../../../kit/context.ts';
import type { ParsedOf, ReplyOf } from '../../../kit/contract.ts';
import type { Text } from '../../../kit/i18n.ts';
import { loadSnapshot, type Snapshot } from '../../organisations/index.ts';
import { checks as allChecks } from '../rules/checks/all.ts';
import type { CheckResult } from '../rules/checks/model.ts';
import { runChecks } from '../rules/checks/run.ts';
import { holdsOn } from '../rules/life.ts';
import { listAllSubstitutions } from '../store/substitution.ts';
import type { listFindings } from './contract.ts';
import { ministryName, signsOf } from './ministries.ts';
import { countByMinistry, type MinistryCount, ministryOf } from './rules.ts';
import { listNewest, type NewestVersion } from './store.ts';

type Reply = ReplyOf<typeof listFindings>;
const titles = new Map<string, Text>(allChecks.map(({ name, title }) => [name, title]));

interface Checked extends NewestVersion {
  ministryId: string | undefined;
  checks: CheckResult[];
}

/** The checks of the whole catalogue: what a single one looks up is read once for all. */
async function checkAll(ctx: Context, snapshot: Snapshot): Promise<Checked[]> {
  const [versions, statements] = [await listNewest(ctx.tx), await listAllSubstitutions(ctx.tx)];
  const byName = Map.groupBy(versions, (one) => one.folded);
  const replacing = Map.groupBy(statements, (one) => one.code);
  const signs = signsOf(snapshot, ctx.today);
  return versions.map((version) => {
    const { code, content, validFrom: day, folded } = version;
    const sameName = byName.get(folded)!.flatMap((one) => (one.code === code ? [] : [one.code]));
    const replaced = (replacing.get(code) ?? [])
      .filter((one) => holdsOn(one, day))
      .map(({ documentVi, ...one }) => ({ ...one, document: documentVi }));
    return {
      ...version,
      ministryId: ministryOf(content.decision, signs),
      checks: runChecks(content, { code, day, sameName, replaced }),
    };
  });
}

/** Counts with the names of ministries and checks, what was found most often first. */
export function namedCounts(ctx: Context, snapshot: Snapshot, counts: readonly MinistryCount[]) {
  return counts.map(({ ministryId, checks, ...count }) => ({
    ...(ministryId && {
      ministry: { id: ministryId, ...ministryName(snapshot, ministryId, ctx.today) },
    }),
    ...count,
    checks: Object.entries(checks)
      .map(([check, procedures]) => ({
        check,
        ...(titles.get(check) ?? { vi: check, en: check }),
        procedures,
      }))
      .sort((a, b) => b.procedures - a.procedures),
  }));
}

export async function listFindingsAction(
  ctx: Context,
  { ministryId, check, severity, limit }: ParsedOf<typeof listFindings>,
): Promise<Reply> {
  const snapshot = await loadSnapshot(ctx.tx);
  const checked = await checkAll(ctx, snapshot);
  const found = checked
    .filter((one) => ministryId === undefined || (one.ministryId ?? 'none') === ministryId)
    .flatMap(({ code, content, state, checks, ministryId: of }) =>
      checks
        .filter((one) => (!check || one.check === check) && (!severity || one.severity === severity))
        .map((one) => ({
          ...one,
          code,
          nameVi: content.name.vi,
          decision: content.decision,
          state,
          ...(of && { ministry: { id: of, ...ministryName(snapshot, of, ctx.today) } }),
        })),
    );
  return {
    ministries: namedCounts(ctx, snapshot, countByMinistry(checked)),
    total: found.length,
    items: found.slice(0, limit),
  };
}

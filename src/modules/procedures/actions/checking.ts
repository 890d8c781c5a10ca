import type { Tx } from '../../../kit/db.ts';
import type { CheckResult } from '../rules/checks/model.ts';
import { runChecks } from '../rules/checks/run.ts';
import { holdsOn } from '../rules/life.ts';
import type { Day, ProcedureContent } from '../rules/model.ts';
import { listSameName } from '../store/catalogue.ts';
import { listSubstitutions } from '../store/substitution.ts';

/** What the checks say of a content of `code` that would begin on `day`. */
export async function checksOf(
  tx: Tx,
  code: string,
  content: ProcedureContent,
  day: Day,
): Promise<CheckResult[]> {
  const [sameName, substitutions] = await Promise.all([
    listSameName(tx, { code, nameVi: content.name.vi }),
    listSubstitutions(tx, code),
  ]);
  const replaced = substitutions.filter((one) => holdsOn(one, day));
  return runChecks(content, { code, day, sameName, replaced });
}

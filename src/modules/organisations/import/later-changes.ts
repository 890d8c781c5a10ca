import { addDays } from '../../../kit/day.ts';
import { englishPlace } from '../rules/english.ts';
import type { Day } from '../rules/model.ts';
import { factOf } from '../rules/snapshot.ts';
import type { Snapshot } from '../rules/snapshot.ts';
import { note, standing, tell } from './draft.ts';
import type { Draft } from './draft.ts';
import type { ChangeRow } from './rows.ts';

const farDay: Day = '9999-12-30';

/**
 * States changes of kind and corrections of names that came after the lists. `snapshot`: all units, those of the same
 * import included.
 */
export function stateChanges(draft: Draft, rows: readonly ChangeRow[], snapshot: Snapshot): void {
  for (const row of rows) {
    const at = { file: 'changes', line: row.line } as const;
    const before = standing(snapshot, row.code, row.on === undefined ? farDay : addDays(row.on, -1));
    const now = row.on === undefined ? before : standing(snapshot, row.code, row.on);
    if (!before || !now)
      note(
        draft,
        at,
        'code',
        `Không có đơn vị mang mã ${row.code}.`,
        `There is no unit with code ${row.code}.`,
      );
    else if (now.version.nameVi === row.newName && now.version.kind === row.kind) {
      tell(draft, at, 'skip', row.on === undefined ? 'correction' : 'status', row.code, row.newName);
    } else if (before.version.nameVi !== row.oldName) {
      const is = before.version.nameVi;
      note(
        draft,
        at,
        'old_full_name',
        `Tên trước thay đổi là “${is}”, không phải “${row.oldName}”.`,
        `The name before is “${is}”, not “${row.oldName}”.`,
      );
    } else if (row.on === undefined) correct(draft, row, now);
    else changeStatus(draft, row, row.on, now);
  }
}

type Standing = NonNullable<ReturnType<typeof standing>>;

/** A name that was wrong from the start: the version is stated again with the same first day. */
function correct(draft: Draft, row: ChangeRow, { version }: Standing): void {
  draft.facts.versions.push({
    ...factOf(version),
    nameVi: row.newName,
    nameEn: englishPlace(row.newName),
    kind: row.kind,
  });
  tell(draft, { file: 'changes', line: row.line }, 'change', 'correction', row.code, row.newName);
}

function changeStatus(draft: Draft, row: ChangeRow, on: Day, { unitId, version }: Standing): void {
  draft.facts.versions.push({
    ...factOf(version),
    validFrom: on,
    nameVi: row.newName,
    nameEn: englishPlace(row.newName),
    kind: row.kind,
  });
  draft.facts.successions.push({
    id: `${on}-statusChange-${unitId}`,
    on,
    kind: 'statusChange',
    from: unitId,
    to: [unitId],
    legalBasis: row.legalBasis,
  });
  tell(draft, { file: 'changes', line: row.line }, 'change', 'status', row.code, row.newName);
}

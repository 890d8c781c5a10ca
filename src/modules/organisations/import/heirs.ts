import { endsUnit } from '../rules/model.ts';
import type { Day, UnitId } from '../rules/model.ts';
import { note, tell } from './draft.ts';
import type { Draft } from './draft.ts';
import type { Former } from './former.ts';

/**
 * States what became of each former unit on `on`: one heir is a merger; several are a split without a rule, which a
 * person has to state later. What is already stated alike is skipped; stated otherwise, it is a fault.
 */
export function stateHeirs(
  draft: Draft,
  former: ReadonlyMap<string, Former>,
  ids: ReadonlyMap<string, UnitId>,
  heirsOf: (former: Former) => UnitId[],
  on: Day,
): void {
  for (const unit of former.values()) {
    const from = ids.get(unit.code);
    const to = [...new Set(heirsOf(unit))];
    if (from === undefined || to.length === 0 || to.includes(from)) continue;
    const at = { file: 'mapping', line: unit.line } as const;
    const known = draft.existing.from.get(from)?.find((step) => endsUnit(step.kind));
    if (known) {
      const alike =
        known.on === on && known.to.length === to.length && to.every((heir) => known.to.includes(heir));
      if (alike) tell(draft, at, 'skip', 'succession', unit.code, unit.name);
      else
        note(
          draft,
          at,
          null,
          `${unit.name} đã có cơ quan kế thừa khác từ ngày ${known.on}.`,
          `${unit.name} already has other successors since ${known.on}.`,
        );
      continue;
    }
    const kind = to.length === 1 ? 'merge' : 'split';
    if (kind === 'split') draft.splitsWithoutRule += 1;
    draft.facts.successions.push({
      id: `${on}-${kind}-${from}`,
      on,
      kind,
      from,
      to,
      legalBasis: draft.options.legalBasis,
    });
    tell(draft, at, 'create', 'succession', unit.code, unit.name);
  }
}

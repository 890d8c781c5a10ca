import type { App } from '../../kit/app.ts';
import { dayOf } from '../../kit/day.ts';
import type { Command, CommandResult } from '../../kit/module.ts';
import { holdersOf, loadMandates } from '../mandates/index.ts';
import { loadSnapshot, unitAround } from '../organisations/index.ts';
import { caseReplay, caseTallyReplay } from './replay.ts';
import { listWaiting, type Waiting } from './store/stuck.ts';

const SHOWN = 200;

/** Open cases that nobody may act on today, by unit, procedure and kind of step. */
async function stuckToday(app: App): Promise<{ asked: number; stuck: (Waiting & { unitVi: string })[] }> {
  const today = dayOf(app.clock.now());
  return app.db.read(async (tx) => {
    const groups = await listWaiting(tx);
    const [book, snapshot] = await Promise.all([loadMandates(tx), loadSnapshot(tx)]);
    const stuck = groups
      .filter(
        ({ unitId, procedureCode, field, role }) =>
          holdersOf(book, snapshot, { unitId, procedureCode, field, role }, today).length === 0,
      )
      .map((group) => ({
        ...group,
        unitVi: unitAround(snapshot, group.unitId, today)?.nameVi ?? group.unitId,
      }));
    return { asked: groups.length, stuck };
  });
}

const counted = (groups: readonly Waiting[]): number => groups.reduce((sum, group) => sum + group.cases, 0);

const checkCases: Command = {
  words: 'check cases',
  usage: 'check cases',
  summary: {
    vi: 'Đối chiếu hồ sơ với sự kiện (trạng thái, hạn trả, số đếm) và kể tên hồ sơ hôm nay không ai xử lý được',
    en: 'Compare cases with their events (state, due date, counts) and name those nobody can act on today',
  },
  run: async (app): Promise<CommandResult> => {
    const replayed = await app.db.snapshot(caseReplay.verify);
    const tallied = await app.db.snapshot(caseTallyReplay.verify);
    const { asked, stuck } = await stuckToday(app);
    const differences = [...replayed.differences, ...tallied.differences];
    const lines = [
      `Hồ sơ / cases: ${replayed.checked}; sai khác / differences: ${differences.length}`,
      ...differences.slice(0, SHOWN),
      `Không ai xử lý được / nobody can act: ${counted(stuck)} hồ sơ / cases, ${stuck.length}/${asked} nhóm / groups`,
      ...stuck
        .slice(0, SHOWN)
        .map(
          (one) =>
            `${one.unitVi} (${one.unitId}): ${one.procedureCode} [${one.role}] ${one.cases}, ${one.first}`,
        ),
    ];
    return {
      value: { checked: replayed.checked, differences, stuck },
      lines,
      exit: differences.length + stuck.length > 0 ? 1 : 0,
    };
  },
};

export const commands: readonly Command[] = [checkCases];

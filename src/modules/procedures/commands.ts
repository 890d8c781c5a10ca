import { systemActor } from '../../kit/actor.ts';
import type { Command, CommandResult } from '../../kit/module.ts';
import { listGaps, proveCoverageNow } from './contract.ts';

const checkCoverage: Command = {
  words: 'check coverage',
  usage: 'check coverage [--days N]',
  summary: {
    vi: 'Kiểm tra mọi thủ tục đã công bố, mọi bước, mọi đơn vị đều có người được giao; kể tên chỗ trống',
    en: 'Prove that every published procedure has somebody at every step in every unit; gaps by name',
  },
  run: async (app, _, { days }): Promise<CommandResult> => {
    const who = { actor: systemActor };
    const from = performance.now();
    const proof = await app.call(proveCoverageNow, days ? { days: Number(days) } : {}, who);
    const ms = Math.round(performance.now() - from);
    const { items, next } = await app.call(listGaps, { limit: 500 }, who);
    const head = `${proof.checked} bước × đơn vị / steps × units, ${proof.gaps} chỗ trống / gaps, ${ms} ms`;
    const lines = items.map(
      (gap) =>
        `${gap.unitVi} (${gap.unitId}): ${gap.code} ${gap.nameVi} – ${gap.stepKey} [${gap.reason}] ${gap.since}`,
    );
    return {
      value: { ...proof, ms, items },
      lines: [head, ...lines, ...(next ? ['…'] : [])],
      exit: proof.gaps > 0 ? 1 : 0,
    };
  },
};

export const commands: readonly Command[] = [checkCoverage];

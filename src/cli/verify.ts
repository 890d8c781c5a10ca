import type { Command } from '../kit/module.ts';
import { verifyChains } from '../kit/seal.ts';

/** Checks the installation against its own events: chains, seals, and each module's live tables. */
export const verifyCommand: Command = {
  words: 'verify',
  usage: 'verify',
  summary: {
    vi: 'Kiểm tra chuỗi sự kiện và dựng lại mọi trạng thái từ sự kiện',
    en: 'Check the chains of events and rebuild every state from them',
  },
  run: async (app) => {
    const chains = await app.db.snapshot((tx) => verifyChains(app, tx));
    const replays = [];
    for (const replay of app.modules.flatMap((m) => m.replays ?? []))
      replays.push({ name: replay.name, ...(await app.db.snapshot((tx) => replay.verify(tx))) });
    const faults = [...chains.faults, ...replays.flatMap((r) => r.differences.map((d) => `${r.name}: ${d}`))];
    return {
      value: { ok: faults.length === 0, chains, replays, faults },
      lines: [
        `Sự kiện / events: ${chains.events}; niêm phong / seals: ${chains.seals}`,
        ...replays.map(
          (r) =>
            `${r.name}: ${r.checked} đối chiếu / compared, ${r.differences.length} sai khác / differences`,
        ),
        ...faults.slice(0, 50),
        faults.length === 0 ? 'Khớp / all equal' : `Có sai khác / found wrong: ${faults.length}`,
      ],
      exit: faults.length === 0 ? 0 : 1,
    };
  },
};

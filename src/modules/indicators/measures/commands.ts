import type { Command, Replay } from '../../../kit/module.ts';
import { differencesShown, verifyMeasures } from './proof/index.ts';
import { rebuildMeasures } from './rebuild.ts';

export const measureCommands: readonly Command[] = [
  {
    words: 'verify figures',
    usage: 'verify figures',
    summary: {
      vi: 'Tính lại mọi số liệu từ sự kiện bằng đường thứ hai và so với số đang giữ',
      en: 'Recompute every figure from the events by a second way and compare with what is kept',
    },
    run: async (app) => {
      const { records, checked, differences } = await app.db.snapshot(verifyMeasures);
      return {
        value: { records, checked, differences },
        lines: [
          `Hồ sơ / cases: ${records}; đã so / compared: ${checked}; sai khác / differences: ${differences.length}`,
          ...differences.slice(0, differencesShown),
        ],
        exit: differences.length > 0 ? 1 : 0,
      };
    },
  },
  {
    words: 'rebuild figures',
    usage: 'rebuild figures',
    summary: {
      vi: 'Dựng lại dữ kiện và số liệu từ sự kiện',
      en: 'Build facts and figures anew from the events',
    },
    run: async (app) => {
      const { records, seconds } = await rebuildMeasures(app);
      return {
        value: { records, seconds },
        lines: [`Hồ sơ / cases: ${records}; ${seconds.toFixed(1)} s`],
      };
    },
  },
];

export const measureReplay: Replay = {
  name: 'indicators.measures',
  verify: async (tx) => {
    const { checked, differences } = await verifyMeasures(tx);
    return { checked, differences };
  },
};

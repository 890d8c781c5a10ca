import { type Day, formatDay, isDay } from '../../kit/day.ts';
import { type Command, WrongUse } from '../../kit/module.ts';
import { reconcile, usualDays } from './actions/reconcile.ts';
import { findPortal } from './connection.ts';
import { exchangeMessages } from './messages.ts';
import { countCauses } from './rules/compare.ts';

const SHOWN = 200;
const USAGE = 'reconcile portal [--from 2025-11-01] [--to 2025-11-30]';

function dayOption(options: Record<string, string>, name: 'from' | 'to', usual: Day): Day {
  const given = options[name] ?? usual;
  if (!isDay(given)) throw new WrongUse(USAGE);
  return given;
}

const reconcilePortal: Command = {
  words: 'reconcile portal',
  usage: USAGE,
  summary: {
    vi: 'Đối soát số lượng và trạng thái hồ sơ với Cổng Dịch vụ công quốc gia, kể từng khác biệt',
    en: 'Compare counts and statuses of cases with the national portal and name each difference',
  },
  run: async (app, _args, options) => {
    if (!findPortal(app))
      throw new WrongUse(`${exchangeMessages.vi.off} / ${exchangeMessages.en.off} (PORTAL_URL)`);
    const usual = usualDays(app);
    const from = dayOption(options, 'from', usual.from);
    const to = dayOption(options, 'to', usual.to);
    const { id, error, compared } = await reconcile(app, { from, to, by: 'lienthong reconcile portal' });
    const { days, differences } = compared;
    const sum = (key: 'ours' | 'theirs' | 'same') => days.reduce((all, one) => all + one[key], 0);
    const { causes } = exchangeMessages.vi.runs;
    const lines = [
      `${formatDay(from)} – ${formatDay(to)}: ${sum('ours')} hồ sơ ở đây / here, ${sum('theirs')} trên Cổng / at the portal, ${sum('same')} khớp / agree`,
      ...(error ? [`Cổng không trả lời / the portal did not answer: ${error}`] : []),
      ...differences
        .slice(0, SHOWN)
        .map(({ code, cause, ours, theirs, detail }) =>
          [code, causes[cause], ours && `${ours} ≠ ${theirs ?? '–'}`, detail].filter(Boolean).join(' · '),
        ),
    ];
    const value = { id, from, to, days, differences, causes: countCauses(differences), error };
    return { value, lines, exit: error || differences.length > 0 ? 1 : 0 };
  },
};

export const commands: readonly Command[] = [reconcilePortal];

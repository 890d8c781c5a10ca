/** Sentences about rules and values, in both languages. Numbers are written as each language writes them. */
import type { Text } from '../../../../kit/i18n.ts';
import type { Reading } from './decide.ts';
import type { ActorRole, Prediction, RuleBody, Silence, SilenceOf, Threshold, Trend, Watch } from './rule.ts';

const written = (value: number, lang: 'vi' | 'en', digits = 2): string =>
  new Intl.NumberFormat(lang === 'vi' ? 'vi-VN' : 'en-GB', { maximumFractionDigits: digits }).format(value);
const percent = (value: number, lang: 'vi' | 'en'): string =>
  `${written(value, lang)}${lang === 'vi' ? ' %' : '%'}`;
const both = (say: (lang: 'vi' | 'en') => string): Text => ({ vi: say('vi'), en: say('en') });
const days = (n: number, lang: 'vi' | 'en'): string =>
  lang === 'vi'
    ? `${written(n, lang, 1)} ngày`
    : `${written(n, lang, 1)} ${Math.abs(n) === 1 ? 'day' : 'days'}`;

export const silenceWords: Record<SilenceOf, Text> = {
  unitReports: {
    vi: 'đơn vị còn nhiệm vụ nhưng không gửi báo cáo nào',
    en: 'a unit with open tasks sends no report',
  },
  reportingDay: {
    vi: 'đơn vị chưa nộp báo cáo kỳ này khi sắp đến ngày chốt',
    en: 'a unit still owes the report of the period shortly before its cut-off',
  },
  unitCases: {
    vi: 'đơn vị còn hồ sơ đang giải quyết nhưng không có thao tác nào',
    en: 'nothing happens to any case of a unit that has open ones',
  },
  assignment: {
    vi: 'một việc đang làm không có báo cáo',
    en: 'no report comes about an open assignment',
  },
};

type Lang = 'vi' | 'en';

function thresholdSentence(w: Threshold, figure: string, lang: Lang): string {
  const over = w.comparison === 'above';
  const [limit, endAt, least] = [
    percent(w.limit, lang),
    percent(w.endAt, lang),
    written(w.minDenominator, lang),
  ];
  return lang === 'vi'
    ? `${figure} ${over ? 'vượt' : 'dưới'} ${limit}; kết thúc khi ${over ? 'không quá' : 'đạt từ'} ${endAt}. Chỉ xét khi mẫu số từ ${least}.`
    : `${figure} is ${over ? 'above' : 'below'} ${limit}; ends at ${over ? 'at most' : 'at least'} ${endAt}. Looked at from a denominator of ${least} on.`;
}

function trendSentence(w: Trend, figure: string, lang: Lang): string {
  const falls = w.direction === 'falling';
  const [span, by, endBy] = [days(w.stepDays, lang), written(w.by, lang), written(w.endBy, lang)];
  const least = written(w.minDenominator, lang);
  return lang === 'vi'
    ? `${figure} ${falls ? 'giảm' : 'tăng'} liên tiếp ${w.steps} kỳ, mỗi kỳ ${span}, tổng cộng từ ${by} điểm phần trăm; kết thúc khi một kỳ ${falls ? 'tăng' : 'giảm'} lại từ ${endBy} điểm. Chỉ xét khi mẫu số mỗi kỳ từ ${least}.`
    : `${figure} ${falls ? 'falls' : 'rises'} ${w.steps} times in a row, each over ${span}, by ${by} points or more in all; ends when it ${falls ? 'rises' : 'falls'} again by ${endBy} points. Looked at from a denominator of ${least} in each step on.`;
}

function silenceSentence(w: Silence, lang: Lang): string {
  const [what, n] = [silenceWords[w.of][lang], days(w.days, lang)];
  if (w.of === 'reportingDay')
    return lang === 'vi' ? `Còn ${n} trở xuống, ${what}.` : `With ${n} or less to go, ${what}.`;
  return lang === 'vi'
    ? `Đã ${n} trở lên, ${what}; kết thúc khi có.`
    : `For ${n} or more, ${what}; ends when there is one.`;
}

const itemWords: Record<Prediction['of'], Text> = {
  case: { vi: 'Hồ sơ', en: 'a case' },
  assignment: { vi: 'Việc', en: 'an assignment' },
};

function predictionSentence(w: Prediction, lang: Lang): string {
  const what = itemWords[w.of][lang];
  const mark = percent(w.bound === 'p50' ? 50 : 80, lang);
  const [from, until] = [fromTerm(w.lateBy, lang), fromTerm(w.endAt, lang)];
  return lang === 'vi'
    ? `${what} đang mở được dự báo xong ${from} trở đi, theo mức ${mark} của ít nhất ${w.floor} trường hợp tương tự đã xong; kết thúc khi dự báo xong ${until} hoặc sớm hơn.`
    : `By the ${mark} mark of at least ${w.floor} similar closed ones ${what} is predicted to end ${from} or later; ends at ${until} or earlier.`;
}

/** What a rule watches and when it warns, as one sentence. */
export const watchSentence = (watch: Watch, figureName: Text): Text =>
  both((lang) => {
    switch (watch.kind) {
      case 'threshold':
        return thresholdSentence(watch, figureName[lang], lang);
      case 'trend':
        return trendSentence(watch, figureName[lang], lang);
      case 'silence':
        return silenceSentence(watch, lang);
      case 'prediction':
        return predictionSentence(watch, lang);
    }
  });

const pointsOf = (value: number, lang: 'vi' | 'en'): string =>
  `${value > 0 ? '+' : ''}${written(value, lang)} ${lang === 'vi' ? 'điểm phần trăm' : 'points'}`;

/** The share that two counts make, to one digit. */
const shareOf = (r: Pick<Reading, 'numerator' | 'denominator'>, lang: 'vi' | 'en'): string =>
  r.denominator ? percent(Math.round(((r.numerator ?? 0) / r.denominator) * 1000) / 10, lang) : '–';

/** The value of a reading in words, with both counts where it has them. */
export function valueWords(
  watch: Watch,
  r: Pick<Reading, 'value' | 'numerator' | 'denominator' | 'range'>,
): Text {
  return both((lang) => {
    const vi = lang === 'vi';
    if (r.value === null) return vi ? 'Không kết luận được' : 'Nothing can be said';
    const counts =
      r.numerator === undefined || r.denominator === undefined
        ? ''
        : ` (${written(r.numerator, lang)}/${written(r.denominator, lang)})`;
    switch (watch.kind) {
      case 'threshold':
        return `${percent(r.value, lang)}${counts}`;
      case 'trend':
        return `${pointsOf(r.value, lang)}${counts && `, ${vi ? 'nay' : 'now'} ${shareOf(r, lang)}${counts}`}`;
      case 'silence':
        if (watch.of === 'reportingDay')
          return vi
            ? `còn ${days(r.value, lang)}, nợ ${written(r.numerator ?? 0, lang)} báo cáo`
            : `${days(r.value, lang)} to go, ${written(r.numerator ?? 0, lang)} reports owed`;
        return `${days(r.value, lang)}${r.numerator === undefined ? '' : vi ? `, ${written(r.numerator, lang)} việc đang mở` : `, ${written(r.numerator, lang)} open`}`;
      case 'prediction':
        if (!r.range)
          return vi ? `dự báo chậm ${days(r.value, lang)}` : `predicted ${days(r.value, lang)} late`;
        return delayRange(r.range, lang);
    }
  });
}

/** A day before, at or after the term. */
function fromTerm(n: number, lang: 'vi' | 'en'): string {
  const vi = lang === 'vi';
  if (n === 0) return vi ? 'đúng hạn' : 'at the term';
  if (n > 0) return vi ? `chậm ${days(n, lang)}` : `${days(n, lang)} late`;
  return vi ? `trước hạn ${days(-n, lang)}` : `${days(-n, lang)} before the term`;
}

/** Whole days where they are many, tenths where they are few. */
const plain = (n: number): number => (Math.abs(n) < 3 ? Math.round(n * 10) / 10 : Math.round(n));

/** A range of predicted delay: from the p50 to the p80, with how many it is taken from. */
function delayRange(range: { p50: number; p80: number; similar: number }, lang: 'vi' | 'en'): string {
  const [from, to] = [plain(range.p50), plain(range.p80)];
  const vi = lang === 'vi';
  const said =
    from === to
      ? `${vi ? 'dự báo xong' : 'predicted'} ${fromTerm(to, lang)}`
      : `${vi ? 'dự báo xong từ' : 'predicted from'} ${fromTerm(from, lang)} ${vi ? 'đến' : 'to'} ${fromTerm(to, lang)}`;
  return vi
    ? `${said} (theo ${written(range.similar, lang)} trường hợp tương tự)`
    : `${said} (from ${written(range.similar, lang)} similar ones)`;
}

export const roleWords: Record<ActorRole, Text> = {
  head: { vi: 'thủ trưởng', en: 'the head' },
  deputy: { vi: 'cấp phó', en: 'the deputy' },
  coordinator: { vi: 'đầu mối', en: 'the coordinator' },
  desk: { vi: 'cán bộ một cửa', en: 'the one-stop officer' },
  office: { vi: 'cơ quan thường trực', en: 'the standing office' },
};

/** Whom a rule asks, in words. */
export const actorWords = ({ role, at }: RuleBody['actor']): Text => ({
  vi: `${roleWords[role].vi} ${at === 'unit' ? 'của chính đơn vị' : 'của đơn vị cấp trên trực tiếp'}`,
  en: `${roleWords[role].en} of ${at === 'unit' ? 'the unit itself' : 'the unit above it'}`,
});

const levelNames: Partial<Record<string, Text>> = {
  centre: { vi: 'trung ương', en: 'the centre' },
  ministry: { vi: 'bộ, ngành', en: 'ministries' },
  party: { vi: 'cơ quan Đảng', en: 'party bodies' },
  massBody: { vi: 'tổ chức chính trị - xã hội', en: 'mass organisations' },
  province: { vi: 'tỉnh, thành phố', en: 'provinces' },
  department: { vi: 'sở, ngành', en: 'departments' },
  commune: { vi: 'xã, phường', en: 'communes' },
};
const kindNames: Partial<Record<string, Text>> = {
  task: { vi: 'nhiệm vụ', en: 'tasks' },
  target: { vi: 'chỉ tiêu', en: 'targets' },
  case: { vi: 'hồ sơ', en: 'cases' },
};
const kindText = (kind: string): Text => kindNames[kind] ?? { vi: kind, en: kind };

const basisNames: Record<string, (about: string, level: Text, name?: Text) => Text> = {
  unit: (kind) => ({
    vi: `${kindText(kind).vi} của chính đơn vị`,
    en: `${kindText(kind).en} of the unit itself`,
  }),
  procedure: (code, level, name) => ({
    vi: name ? `${name.vi} (${code}), cấp ${level.vi}` : `thủ tục ${code}, cấp ${level.vi}`,
    en: name ? `${name.en} (${code}), ${level.en}` : `procedure ${code}, ${level.en}`,
  }),
  field: (field, level) => ({ vi: `lĩnh vực ${field}, cấp ${level.vi}`, en: `field ${field}, ${level.en}` }),
  level: (kind, level) => ({
    vi: `${kindText(kind).vi} của cấp ${level.vi}`,
    en: `${kindText(kind).en} of ${level.en}`,
  }),
  kind: (kind) => ({ vi: `mọi ${kindText(kind).vi}`, en: `all ${kindText(kind).en}` }),
};

/** What made past items similar, in words. The text of a basis is its likeness, what it is about, and the level (or unit). */
export function basisWords(basis: string, names?: ReadonlyMap<string, Text>): Text {
  const [what = '', ...rest] = basis.split(' ');
  const last = rest.at(-1) ?? '';
  const about = what === 'kind' ? last : rest.slice(0, -1).join(' ');
  const level = levelNames[last] ?? { vi: 'đơn vị khác', en: 'other units' };
  return basisNames[what]?.(about, level, names?.get(about)) ?? { vi: basis, en: basis };
}

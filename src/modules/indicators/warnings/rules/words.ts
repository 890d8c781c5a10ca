/** Sentences about rules and values, in both languages. Numbers are written as each language writes them. */
import type { Text } from '../../../../kit/i18n.ts';
import type { Reading } from './decide.ts';
import type { ActorRole, RuleBody, SilenceOf, Watch } from './rule.ts';

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

/** What a rule watches and when it warns, as one sentence. */
export function watchSentence(watch: Watch, figureName: Text): Text {
  return both((lang) => {
    const vi = lang === 'vi';
    switch (watch.kind) {
      case 'threshold': {
        const { limit, endAt, minDenominator, comparison } = watch;
        const over = comparison === 'above';
        const since = vi ? (over ? 'vượt' : 'dưới') : over ? 'is above' : 'is below';
        const until = vi ? (over ? 'không quá' : 'đạt từ') : over ? 'at most' : 'at least';
        return vi
          ? `${figureName.vi} ${since} ${percent(limit, lang)}; kết thúc khi ${until} ${percent(endAt, lang)}. Chỉ xét khi mẫu số từ ${written(minDenominator, lang)}.`
          : `${figureName.en} ${since} ${percent(limit, lang)}; ends at ${until} ${percent(endAt, lang)}. Looked at from a denominator of ${written(minDenominator, lang)} on.`;
      }
      case 'trend': {
        const falls = watch.direction === 'falling';
        const span = days(watch.stepDays, lang);
        return vi
          ? `${figureName.vi} ${falls ? 'giảm' : 'tăng'} liên tiếp ${watch.steps} kỳ, mỗi kỳ ${span}, tổng cộng từ ${written(watch.by, lang)} điểm phần trăm; kết thúc khi một kỳ ${falls ? 'tăng' : 'giảm'} lại từ ${written(watch.endBy, lang)} điểm. Chỉ xét khi mẫu số mỗi kỳ từ ${written(watch.minDenominator, lang)}.`
          : `${figureName.en} ${falls ? 'falls' : 'rises'} ${watch.steps} times in a row, each over ${span}, by ${written(watch.by, lang)} points or more in all; ends when it ${falls ? 'rises' : 'falls'} again by ${written(watch.endBy, lang)} points. Looked at from a denominator of ${written(watch.minDenominator, lang)} in each step on.`;
      }
      case 'silence': {
        const what = silenceWords[watch.of][lang];
        const n = days(watch.days, lang);
        if (watch.of === 'reportingDay')
          return vi ? `Còn ${n} trở xuống, ${what}.` : `With ${n} or less to go, ${what}.`;
        return vi
          ? `Đã ${n} trở lên, ${what}; kết thúc khi có.`
          : `For ${n} or more, ${what}; ends when there is one.`;
      }
      case 'prediction': {
        const what = vi
          ? watch.of === 'case'
            ? 'Hồ sơ'
            : 'Việc'
          : watch.of === 'case'
            ? 'a case'
            : 'an assignment';
        const mark = watch.bound === 'p50' ? percent(50, lang) : percent(80, lang);
        return vi
          ? `${what} đang mở được dự báo ${fromTerm(watch.lateBy, lang)} trở đi, theo mức ${mark} của ít nhất ${watch.floor} trường hợp tương tự đã xong; kết thúc khi dự báo xong ${fromTerm(watch.endAt, lang)} hoặc sớm hơn.`
          : `By the ${mark} mark of at least ${watch.floor} similar closed ones ${what} is predicted to end ${fromTerm(watch.lateBy, lang)} or later; ends at ${fromTerm(watch.endAt, lang)} or earlier.`;
      }
    }
  });
}

const pointsOf = (value: number, lang: 'vi' | 'en'): string =>
  `${value > 0 ? '+' : ''}${written(value, lang)} ${lang === 'vi' ? 'điểm phần trăm' : 'points'}`;

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
        return `${pointsOf(r.value, lang)}${counts && `, ${vi ? 'nay' : 'now'}${counts}`}`;
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

const basisNames: Record<string, (rest: string) => Text> = {
  unit: () => ({
    vi: 'cùng đơn vị, cùng loại việc',
    en: 'of the same unit and the same kind',
  }),
  procedure: (code) => ({
    vi: `cùng thủ tục ${code}, đơn vị cùng cấp`,
    en: `of the same procedure ${code}, at units of the same level`,
  }),
  field: (field) => ({
    vi: `cùng lĩnh vực ${field}, đơn vị cùng cấp`,
    en: `of the same field ${field}, at units of the same level`,
  }),
  level: () => ({
    vi: 'cùng loại việc, đơn vị cùng cấp',
    en: 'of the same kind, at units of the same level',
  }),
  kind: () => ({ vi: 'cùng loại việc', en: 'of the same kind' }),
};

/** What made past items similar, in words. */
export function basisWords(basis: string): Text {
  const [what = '', ...rest] = basis.split(' ');
  const about = what === 'unit' ? '' : rest.slice(0, -1).join(' ');
  return basisNames[what]?.(about) ?? { vi: basis, en: basis };
}

import { fieldsOf } from '../../form/read-value.ts';
import type { OfferRule, ProcedureContent } from '../model.ts';
import type { Check, Finding } from './model.ts';

const says = (path: string, vi: string, en: string): Finding => ({ path: `rules.${path}`, vi, en });

function levelFaults({ proactive, offer }: ProcedureContent['rules']): Finding[] {
  if (!offer) return [];
  if (!proactive)
    return [
      says(
        'proactive',
        'Có dịp đề xuất nhưng chưa chọn mức.',
        'There are occasions, but no level is stated.',
      ),
    ];
  if (proactive === 4 && offer.startDays === undefined)
    return [
      says(
        'offer.startDays',
        'Mức 4 tự bắt đầu: phải để người dân có ngày từ chối trước.',
        'Level 4 begins by itself: the citizen needs days in which to refuse.',
      ),
    ];
  return [];
}

function timeFaults({ openDays, undoDays, startDays }: OfferRule): Finding[] {
  return [
    openDays < 1 &&
      says('offer.openDays', 'Đề xuất phải để ngỏ ít nhất 1 ngày.', 'An offer stands for at least a day.'),
    undoDays < 1 &&
      says(
        'offer.undoDays',
        'Phải cho hoàn tác ít nhất 1 ngày.',
        'What was accepted can be undone for at least a day.',
      ),
    startDays !== undefined &&
      (startDays < 1 || startDays > openDays) &&
      says(
        'offer.startDays',
        'Ngày tự bắt đầu phải nằm trong thời gian để ngỏ, muộn nhất ngày cuối.',
        'It begins by itself within the days for which it stands, not on the first.',
      ),
  ].filter((one) => one !== false);
}

function fillFaults({ form }: ProcedureContent, { fill }: OfferRule): Finding[] {
  const keys = new Set(form ? fieldsOf(form).map(({ key }) => key) : []);
  return (fill ?? []).flatMap(({ field, term, value }, i) => {
    const path = `offer.fill.${i}`;
    if (!keys.has(field))
      return [says(path, `Biểu mẫu không có trường “${field}”.`, `The form has no field “${field}”.`)];
    return (term === undefined) === (value === undefined)
      ? [
          says(
            path,
            `“${field}”: ghi một trong hai: thuật ngữ hoặc giá trị.`,
            `“${field}”: a term or a value.`,
          ),
        ]
      : [];
  });
}

const costs = ({ channels }: ProcedureContent): boolean =>
  channels.some(({ channel, fee }) => channel === 'online' && fee.kind !== 'free');

/** What begins by itself is sent online and costs nothing: nobody finds a bill he did not ask for. */
const costFaults = (content: ProcedureContent): Finding[] =>
  content.rules.proactive === 4 &&
  (costs(content) || !content.channels.some((row) => row.channel === 'online'))
    ? [
        says(
          'proactive',
          'Mức 4 chỉ dành cho thủ tục nộp trực tuyến và miễn phí.',
          'Level 4 is for what is sent online and costs nothing.',
        ),
      ]
    : [];

const offerRule: Check = {
  name: 'offerRule',
  severity: 'block',
  title: { vi: 'Quy tắc chủ động đề xuất chưa đủ', en: 'The rule of the offer is not complete' },
  remedy: {
    vi: 'Nêu mức, dịp, thời gian để ngỏ và hoàn tác, căn cứ pháp lý (Nghị định 224/2026/NĐ-CP).',
    en: 'State level, occasions, the days it stands and can be undone, and its legal base (Decree 224/2026).',
  },
  find: (content): Finding[] => {
    const { offer } = content.rules;
    if (!offer) return [];
    const blank = [
      offer.on.length === 0 && says('offer.on', 'Chưa nêu dịp nào để đề xuất.', 'No occasion is stated.'),
      offer.legalBasis === '' &&
        says('offer.legalBasis', 'Chưa có căn cứ pháp lý.', 'The legal base is missing.'),
    ].filter((one) => one !== false);
    return [
      ...levelFaults(content.rules),
      ...blank,
      ...timeFaults(offer),
      ...costFaults(content),
      ...fillFaults(content, offer),
    ];
  },
};

const offerOccasions: Check = {
  name: 'offerWithoutOccasion',
  severity: 'warn',
  title: { vi: 'Có mức chủ động nhưng chưa có dịp', en: 'A proactive level without an occasion' },
  remedy: {
    vi: 'Nêu khi nào đề xuất; nếu không, dịch vụ chỉ được thực hiện khi có yêu cầu.',
    en: 'State when it is offered; else the service is done on request only.',
  },
  find: ({ rules }): Finding[] =>
    rules.proactive && !rules.offer
      ? [says('offer', 'Không có dịp nào để đề xuất.', 'There is no occasion to offer it.')]
      : [],
};

export const offerChecks: readonly Check[] = [offerRule, offerOccasions];

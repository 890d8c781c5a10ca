import type { Text } from '../../../kit/i18n.ts';
import type { TimeLimit, TimeRule } from '../../calendar/contract.ts';
import type { ChannelRow, Component, Fee, OfferOccasion, OfferRule, Step } from './model.ts';

/** What the parts of a procedure are called when two versions are compared. */

const units: Readonly<Record<TimeLimit['unit'], string>> = {
  workingHour: 'giờ làm việc',
  workingDay: 'ngày làm việc',
  hour: 'giờ',
  day: 'ngày',
  month: 'tháng',
};
const limit = (one: TimeLimit | undefined): string => (one ? `${one.value} ${units[one.unit]}` : '–');

function fee(one: Fee): string {
  if (one.kind === 'amount')
    return `${one.dong.toLocaleString('vi-VN')} đồng${one.per ? `/${one.per.vi}` : ''}`;
  return { free: 'miễn phí', province: 'do tỉnh quy định', unknown: 'chưa rõ' }[one.kind];
}

const channelNames: Readonly<Record<ChannelRow['channel'], Text>> = {
  desk: { vi: 'trực tiếp', en: 'at the desk' },
  online: { vi: 'trực tuyến', en: 'online' },
  post: { vi: 'bưu chính', en: 'by post' },
};

const titled =
  (vi: string, en: string) =>
  (name: Text): Text => ({ vi: `${vi}: ${name.vi}`, en: `${en}: ${name.en}` });
const titles = (vi: string, en: string) => ({
  added: titled(`Thêm ${vi}`, `${en} added`),
  removed: titled(`Bỏ ${vi}`, `${en} removed`),
  changed: titled(`Sửa ${vi}`, `${en} changed`),
});

const before = (days: number | undefined): string => (days ? `, trước ${days} ngày` : '');
function occasion(one: OfferOccasion): string {
  if (one.kind === 'told') return `khi được báo: ${one.event}`;
  if (one.kind === 'age') return `${one.role} đủ ${one.years} tuổi${before(one.daysBefore)}`;
  const after = one.months ? ` được ${one.months} tháng` : '';
  return `kết quả ${one.procedureCode}${after}${before(one.daysBefore)}`;
}

export const say = {
  name: { vi: 'Tên thủ tục', en: 'Name' },
  announced: { vi: 'Ngày của quyết định công bố', en: 'Day of the announcing decision' },
  decision: { vi: 'Quyết định công bố', en: 'Publishing decision' },
  field: { vi: 'Lĩnh vực', en: 'Field' },
  level: { vi: 'Cấp thực hiện', en: 'Level' },
  agency: { vi: 'Cơ quan thực hiện', en: 'Agency' },
  competence: { vi: 'Thẩm quyền giải quyết', en: 'Competence' },
  serviceLevel: { vi: 'Mức độ dịch vụ trực tuyến', en: 'Level of online service' },
  serviceReason: { vi: 'Lý do chưa toàn trình', en: 'Why it is not full-process' },
  anyPlace: { vi: 'Nộp không phụ thuộc địa giới', en: 'Filed at any place of the province' },
  proactive: { vi: 'Mức chủ động', en: 'Proactive level' },
  offer: { vi: 'Khi nào chủ động đề xuất', en: 'When it is offered unasked' },
  time: { vi: 'Cách tính thời gian', en: 'How time is counted' },
  conditions: { vi: 'Yêu cầu, điều kiện', en: 'Conditions' },
  coordinating: { vi: 'Cơ quan phối hợp', en: 'Coordinating agencies' },
  legalBases: { vi: 'Căn cứ pháp lý', en: 'Legal basis' },
  results: { vi: 'Kết quả', en: 'Results' },
  subjects: { vi: 'Đối tượng thực hiện', en: 'Who may apply' },
  somethingElse: { vi: 'Có thay đổi khác về kỹ thuật', en: 'Something technical differs' },
  channels: titles('cách thức nộp', 'Channel'),
  kinds: titles('trường hợp', 'Kind of case'),
  components: titles('thành phần hồ sơ', 'Document'),
  steps: titles('bước', 'Step'),
  fieldAdded: titled('Thêm trường biểu mẫu', 'Form field added'),
  fieldRemoved: titled('Bỏ trường biểu mẫu', 'Form field removed'),
  fieldChanged: titled('Sửa trường biểu mẫu', 'Form field changed'),
  channel: ({ channel, caseKind }: ChannelRow): Text => {
    const { vi, en } = channelNames[channel];
    return caseKind ? { vi: `${vi} (${caseKind})`, en: `${en} (${caseKind})` } : { vi, en };
  },
  row: (row: ChannelRow): string =>
    [limit(row.limit), row.limitText, fee(row.fee), row.remark?.vi].filter(Boolean).join('; '),
  component: ({ name, originals, copies, required, replacedBy }: Component): string =>
    [
      name.vi,
      `${originals} bản chính, ${copies} bản sao`,
      required ? '' : 'không bắt buộc',
      replacedBy ? `thay bằng ${replacedBy.database}` : '',
    ]
      .filter(Boolean)
      .join('; '),
  step: ({ name, limit: own, next }: Step): string =>
    [name.vi, limit(own), next.length > 0 ? `→ ${next.map((way) => way.to).join(', ')}` : '']
      .filter(Boolean)
      .join('; '),
  offerRule: ({ on, openDays, undoDays, startDays, legalBasis, fill }: OfferRule): string =>
    [
      ...on.map(occasion),
      `để ngỏ ${openDays} ngày`,
      `hoàn tác trong ${undoDays} ngày`,
      startDays === undefined ? '' : `tự bắt đầu sau ${startDays} ngày`,
      ...(fill ?? []).map(({ field, term, value }) => `${field} ← ${term ?? value ?? ''}`),
      legalBasis,
    ]
      .filter(Boolean)
      .join('; '),
  timeRule: ({ pause, cutoff, autoCloseAfter, legalLimit }: Omit<TimeRule, 'limit'>): string =>
    [
      pause === 'restart' ? 'tạm dừng thì tính lại từ đầu' : 'trừ thời gian tạm dừng',
      cutoff ? `mốc ${cutoff.at}` : '',
      autoCloseAfter ? `tự đóng sau ${autoCloseAfter} ngày làm việc` : '',
      legalLimit ? `luật cho tối đa ${limit(legalLimit)}` : '',
    ]
      .filter(Boolean)
      .join('; '),
};

import type { SlipFacts } from '../../documents/index.ts';
import type { EffectiveVersion } from '../../procedures/contract.ts';
import { shownValue, stepOf, visibleFields } from '../../procedures/index.ts';
import type { CaseContent } from '../rules/content.ts';
import type { CaseEvent, HandOver, Point } from '../rules/events.ts';
import { momentText } from './names.ts';

type Rows = SlipFacts['tables'][string];

const forms: Record<CaseContent['components'][number]['form'], string> = {
  original: 'Bản chính',
  copy: 'Bản sao',
  scan: 'Đã số hóa',
  shown: 'Chỉ xuất trình',
  electronic: 'Điện tử',
  certified: 'Bản sao chứng thực',
  database: 'Lấy từ cơ sở dữ liệu',
};

/** The papers handed in, with how many of each and in which form. */
export const componentRows = (version: EffectiveVersion, content: CaseContent): Rows =>
  content.components.map(({ component, form, count }, i) => {
    const known = version.content.components.find((one) => one.key === component);
    return {
      no: String(i + 1),
      name: known?.name.vi ?? component,
      originals: String(
        form === 'copy' || form === 'certified' ? 0 : form === 'original' ? count : (known?.originals ?? 0),
      ),
      copies: String(form === 'copy' || form === 'certified' ? count : (known?.copies ?? 0)),
      note: forms[form],
    };
  });

const reasons: Record<Point['reason'], [why: string, how: string]> = {
  missing: ['Còn thiếu', 'Nộp bổ sung'],
  wrong: ['Chưa đúng', 'Sửa lại cho đúng'],
  incomplete: ['Chưa đầy đủ', 'Bổ sung cho đủ'],
  outOfDate: ['Đã hết giá trị', 'Nộp bản còn giá trị'],
  unreadable: ['Không đọc được', 'Chụp, quét lại rõ nét'],
};

/** All points of a request, each saying what, why and how. */
export const pointRows = (version: EffectiveVersion, points: readonly Point[]): Rows =>
  points.map(({ field, component, reason, text }, i) => {
    const fields = version.content.form?.sections.flatMap((section) => section.fields) ?? [];
    const paper = version.content.components.find((one) => one.key === component)?.name.vi;
    const label = fields.find((one) => one.key === field)?.label.vi;
    const [why, how] = reasons[reason];
    return { no: String(i + 1), what: paper ?? label ?? 'Hồ sơ', why, how: text || how };
  });

/** What the result says: every field that was asked, as people read it; units by name. */
export function fieldRows(
  version: EffectiveVersion,
  content: CaseContent,
  unitName: (id: string) => string,
): Rows {
  const { form } = version.content;
  if (!form) return [{ label: 'Người đề nghị', value: content.applicant.fullName }];
  return visibleFields(form, content.values)
    .filter((field) => content.values[field.key] !== undefined)
    .map((field) => {
      const value = content.values[field.key];
      const isUnit = field.type === 'place' || field.type === 'unit';
      const shown = isUnit ? unitName(String(value)) : shownValue(field, value, 'vi');
      return { label: field.label.vi, value: shown };
    });
}

const states: Record<HandOver['state'], string> = {
  early: 'Trước hạn',
  inTime: 'Đúng hạn',
  late: 'Quá hạn',
  noLimit: 'Không có hạn',
};

type Handed = Extract<CaseEvent, { type: 'case.stepDone' | 'case.signed' | 'case.numbered' }>;
export const isHanded = (event: CaseEvent): event is Handed =>
  ['case.stepDone', 'case.signed', 'case.numbered'].includes(event.type);

/** The first hand-over: what the desk has received goes to the unit of the first step. */
const receptionRow = (
  event: Extract<CaseEvent, { type: 'case.received' }>,
  names: { person: (id: string | undefined) => string; unit: (id: string) => string },
): Rows[number] => ({
  no: '1',
  step: 'Tiếp nhận',
  giver: names.person(event.by.person),
  taker: names.unit(event.step.unitId),
  at: momentText(event.at),
  state: states.noLimit,
  remark: '',
});

/** Each hand-over: giver, taker, hour, how the giver stood to his time. */
export function handOverRows(
  version: EffectiveVersion,
  events: readonly CaseEvent[],
  names: { person: (id: string | undefined) => string; unit: (id: string) => string },
): Rows {
  const received = events.flatMap((one) => (one.type === 'case.received' ? [receptionRow(one, names)] : []));
  const later = events.filter(isHanded).flatMap((event, i) => {
    const { handOver, to } = event;
    if (!handOver) return [];
    const { taker, takerUnitId = to?.unitId, state, remarks } = handOver;
    const step = 'step' in event && event.step ? event.step : '';
    return [
      {
        no: String(received.length + i + 1),
        step: stepOf(version, step)?.name.vi ?? step,
        giver: names.person(event.by.person),
        taker: names.person(taker) || (takerUnitId ? names.unit(takerUnitId) : ''),
        at: momentText(event.at),
        state: states[state],
        remark: remarks ?? '',
      },
    ];
  });
  return [...received, ...later];
}

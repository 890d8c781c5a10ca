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

/** The papers handed in, with how many of each and in which form; then those promised for the desk. */
export const componentRows = (version: EffectiveVersion, content: CaseContent): Rows =>
  [...content.components.map(handedRow(version)), ...(content.promised ?? []).map(promisedRow(version))].map(
    (row, i) => ({ no: String(i + 1), ...row }),
  );

const componentOf = (version: EffectiveVersion, key: string) =>
  version.content.components.find((one) => one.key === key);

const promisedRow = (version: EffectiveVersion) => (key: string) => ({
  name: componentOf(version, key)?.name.vi ?? key,
  originals: '0',
  copies: '0',
  note: 'Sẽ nộp tại quầy',
});

const handedRow =
  (version: EffectiveVersion) =>
  ({ component, form, count }: CaseContent['components'][number]) => {
    const known = componentOf(version, component);
    return {
      name: known?.name.vi ?? component,
      originals: String(
        form === 'copy' || form === 'certified' ? 0 : form === 'original' ? count : (known?.originals ?? 0),
      ),
      copies: String(form === 'copy' || form === 'certified' ? count : (known?.copies ?? 0)),
      note: forms[form],
    };
  };

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

interface Names {
  person: (id: string | undefined) => string;
  unit: (id: string) => string;
}
type Row = Record<'step' | 'giver' | 'taker' | 'at' | 'state' | 'remark', string>;

/** From step to step: how the giver stood to the time of his. */
function stepRow(version: EffectiveVersion, event: Handed, names: Names): Row | undefined {
  const { handOver, to, by, at } = event;
  if (!handOver) return undefined;
  const { taker, takerUnitId = to?.unitId, state, remarks } = handOver;
  const step = ('step' in event && event.step) || '';
  return {
    step: stepOf(version, step)?.name.vi ?? step,
    giver: names.person(by.person),
    taker: names.person(taker) || (takerUnitId ? names.unit(takerUnitId) : ''),
    at: momentText(at),
    state: states[state],
    remark: remarks ?? '',
  };
}

/** What one event hands over: at the desk, from step to step, to a person by his head, to another unit. */
function handOverRow(version: EffectiveVersion, event: CaseEvent, names: Names): Row | undefined {
  if (isHanded(event)) return stepRow(version, event, names);
  const base = { giver: names.person(event.by.person), at: momentText(event.at), state: states.noLimit };
  switch (event.type) {
    case 'case.received':
      return { ...base, step: 'Tiếp nhận', taker: names.unit(event.step.unitId), remark: '' };
    case 'case.assigned':
      return { ...base, step: 'Phân công', taker: names.person(event.personId), remark: event.remarks ?? '' };
    case 'case.transferred':
      return { ...base, step: 'Chuyển cơ quan', taker: names.unit(event.toUnitId), remark: event.reason };
    default:
      return undefined;
  }
}

/** Each hand-over in its order: giver, taker, hour, how the giver stood to his time. */
export const handOverRows = (version: EffectiveVersion, events: readonly CaseEvent[], names: Names): Rows =>
  events
    .flatMap((event) => handOverRow(version, event, names) ?? [])
    .map((row, i) => ({ no: String(i + 1), ...row }));

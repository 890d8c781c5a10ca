import type { ChannelRow, Component, Fee, ProcedureContent } from '../rules/model.ts';
/** A row of the national list as content: what the record does not say stays unsaid, for the checks to name. */
import {
  applicantFields,
  ask,
  type CatalogueEntry,
  dong,
  entry,
  residenceFields,
  section,
  w,
  workingDays,
  days,
} from './build.ts';
import { laws } from './laws.ts';
import { plannedSteps } from './plans.ts';

/** One row of `procedures.csv`; every cell is text, empty where the source says nothing. */
export type NationalRow = Readonly<
  Record<
    | 'code'
    | 'name_vi'
    | 'name_en'
    | 'field_vi'
    | 'level'
    | 'authority_vi'
    | 'sla_value'
    | 'sla_unit'
    | 'fee_vnd'
    | 'service_level'
    | 'documents_vi'
    | 'result_vi'
    | 'source_url'
    | 'notes',
    string
  >
>;

const isUncertainTime = (notes: string): boolean =>
  /unit unverified|time and unit unverified|two time limits|inconsistent/.test(notes);

/** Limit of a row; words only where the source's value or unit is not sure. */
function timeOf({
  sla_value: value,
  sla_unit: unit,
  notes,
}: NationalRow): Pick<ChannelRow, 'limit' | 'limitText'> {
  if (value === '') return {};
  if (isUncertainTime(notes)) return { limitText: value };
  const isSameDay = /^same day|text: same day|; same day/.test(notes) && value === '1';
  const amount = isSameDay ? 0 : Number(value);
  return { limit: unit === 'day' ? days(amount) : workingDays(amount) };
}

function feeOf({ fee_vnd: fee, notes }: NationalRow): Fee {
  if (/example, the province decides|fees? (set )?by (the )?provinc/.test(notes)) return { kind: 'province' };
  if (fee === '' || /fee unverified|fee text in the record refers/.test(notes)) return { kind: 'unknown' };
  return fee === '0' ? { kind: 'free' } : { kind: 'amount', dong: Number(fee) };
}

/** Fees that the notes give for a channel of their own; the field holds one of them only. */
const feesOfChannels: Readonly<Record<string, Partial<Record<ChannelRow['channel'], Fee>>>> = {
  '1.004222': { online: dong(10_000), desk: dong(20_000), post: dong(20_000) },
  '1.004194': { online: dong(7000), desk: { kind: 'unknown' }, post: { kind: 'unknown' } },
  '1.004122': { online: dong(700_000) },
  '2.001583': { online: dong(100_000), desk: dong(50_000), post: dong(50_000) },
  '2.002043': { online: dong(100_000), desk: dong(50_000), post: dong(50_000) },
};

function channelsOf(row: NationalRow): ChannelRow[] {
  const own = { ...timeOf(row), fee: feeOf(row) };
  const fees = feesOfChannels[row.code] ?? {};
  const isOnline = row.service_level === 'full' || row.service_level === 'partial' || fees.online;
  const channels = isOnline ? (['online', 'desk', 'post'] as const) : (['desk', 'post'] as const);
  return channels.map((channel) => ({ channel, ...own, fee: fees[channel] ?? own.fee }));
}

const kindOf = (name: string): Component['kind'] =>
  /tra cứu|xuất trình/.test(name)
    ? 'shown'
    : /^(Tờ khai|Đơn|Phiếu|Giấy đề nghị|Bản khai|Bản đăng ký|Thông báo)|biểu mẫu điện tử/.test(name)
      ? 'form'
      : 'paper';

function componentOf(name: string, position: number): Component {
  const kind = kindOf(name);
  const isCopy = /bản sao|Bản sao/.test(name);
  return {
    key: `part${position + 1}`,
    name: { vi: name },
    kind,
    originals: kind === 'shown' || isCopy ? 0 : 1,
    copies: isCopy ? 1 : 0,
    required: !/\((nếu|một số|khi)/.test(name),
  };
}

const listed = (text: string): string[] =>
  text
    .split(';')
    .map((part) => part.trim())
    .filter(Boolean);

function resultOf(text: string): ProcedureContent['results'][number] {
  const found = /^(.*?)\s*\((KQ\.[A-Z0-9.]+)\)$/.exec(text);
  return found
    ? { code: found[2]!, name: { vi: found[1]! }, electronic: true }
    : { name: { vi: text }, electronic: true };
}

function placeOf(field: string): ProcedureContent['competence']['place'] {
  if (/Đất đai|đất đai|xây dựng|Hạ tầng|Đường bộ|Nhà ở/.test(field)) return 'land';
  if (/doanh nghiệp|hộ kinh doanh|thực phẩm|Thiết bị/.test(field)) return 'business';
  return /Chứng thực/.test(field) ? 'reception' : 'residence';
}

const levelOf = (row: NationalRow): ProcedureContent['competence']['level'] => {
  if (row.level === 'ministry') return 'ministry';
  if (row.level === 'commune') return 'commune';
  return row.authority_vi.startsWith('Sở') ? 'department' : 'province';
};

const events: readonly [RegExp, string][] = [
  [/khai sinh|thai sản|sinh con/, 'sinh con'],
  [/kết hôn/, 'kết hôn'],
  [/khai tử|tử tuất|di sản|di chúc/, 'người thân qua đời'],
  [/hộ kinh doanh|công ty/, 'mở hộ kinh doanh'],
  [/quyền sử dụng đất|thửa đất|nhà ở/, 'mua nhà đất'],
  [/xây dựng/, 'xây nhà'],
  [/thường trú|tạm trú|Tách hộ/, 'chuyển nơi ở'],
  [/căn cước|hộ chiếu/, 'giấy tờ tùy thân'],
  [/xe|lái xe/, 'xe cộ'],
];

/** What everybody is asked who files: who he is, where he lives, what he wants. */
export const plainForm = {
  sections: [
    section('applicant', w('Người nộp hồ sơ', 'Who files'), [...applicantFields, ...residenceFields]),
    section('request', w('Đề nghị', 'Request'), [ask('request', 'case.request')]),
  ],
};

export function convertRow(row: NationalRow): CatalogueEntry {
  const decision = /published by ([^;]+?)\s*$/.exec(row.notes)?.[1] ?? '';
  const level = row.level as ProcedureContent['level'];
  const channels = channelsOf(row);
  const lifeEvents = events.filter(([pattern]) => pattern.test(row.name_vi)).map(([, event]) => event);
  return entry(row.code, {
    name: { vi: row.name_vi, en: row.name_en },
    fieldVi: row.field_vi,
    level,
    decision,
    subjects: /doanh nghiệp|hộ kinh doanh|Thiết bị|Môi trường/.test(row.field_vi)
      ? ['business']
      : ['citizen'],
    agencyText: /authority[^;]*unverified/.test(row.notes) ? '' : row.authority_vi,
    competence: { level: levelOf(row), place: placeOf(row.field_vi) },
    channels,
    components: listed(row.documents_vi).map(componentOf),
    steps: plannedSteps(row.code, channels[0]?.limit),
    results: listed(row.result_vi).map(resultOf),
    legalBases: decision ? [decision] : [],
    lifeEvents,
    form: plainForm,
    time: { pause: 'subtract', autoCloseAfter: 15, legalBasis: laws.oneStop },
    ...(row.service_level && {
      serviceLevel: row.service_level as NonNullable<ProcedureContent['serviceLevel']>,
    }),
    sourceUrl: row.source_url,
    notes: row.notes,
  });
}

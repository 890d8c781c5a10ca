import type { ReplyOf } from '../../../kit/contract.ts';
import type { Text } from '../../../kit/i18n.ts';
import type { measureSeries } from './contract/figure.ts';
import { monthsOf } from './rules/period.ts';

type Series = ReplyOf<typeof measureSeries>;

const SCHEMA =
  'https://raw.githubusercontent.com/sdmx-twg/sdmx-json/master/data-message/tools/schemas/2.0.0/sdmx-json-data-schema.json';

const named = (text: Text) => ({ name: text.en, names: { vi: text.vi, en: text.en } });
const both = (vi: string, en: string): Text => ({ vi, en });
/** Codes of SDMX hold no points. */
const plainId = (id: string): string => id.replace(/[^A-Za-z0-9_@$-]/g, '_');
const code = (id: string, text: Text) => ({ id: plainId(id), ...named(text) });
/** Lists of values are never empty; without any they are left out. */
const listed = (values: object[]) => (values.length > 0 ? { values } : {});

/** A period as SDMX writes it, with its first and last moment. */
function timeValue(period: string, text: Text) {
  const { from, to } = monthsOf(period);
  const [year, month] = to.split('-').map(Number) as [number, number];
  const last = new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
  return { ...code(period, text), start: `${from}-01T00:00:00+07:00`, end: `${last}T23:59:59+07:00` };
}

const FREQ: Record<string, Text> = {
  M: both('hằng tháng', 'monthly'),
  Q: both('hằng quý', 'quarterly'),
  A: both('hằng năm', 'annual'),
  S: both('nửa năm', 'half-yearly'),
};
const freqOf = (period: string): keyof typeof FREQ =>
  period.length === 4 ? 'A' : period[5] === 'Q' ? 'Q' : period[5] === 'H' ? 'S' : 'M';

const STATUS: Record<string, [string, Text]> = {
  ok: ['A', both('bình thường', 'normal value')],
  noRecords: ['M', both('không có gì để chia: mẫu số bằng 0', 'nothing to divide: the denominator is 0')],
  sourceMissing: ['L', both('chưa có nguồn dữ liệu', 'missing value; there is no source')],
  computing: ['P', both('đang tính', 'provisional: being computed')],
  notApplicable: ['M', both('không áp dụng', 'missing value; data cannot exist')],
};

function dimensions(series: Series) {
  const isTime = series.by !== 'unit';
  const keys = isTime ? series.rows.map((row) => row.key) : [series.period.period];
  const freq = freqOf(keys[0] ?? series.period.period);
  const fixed = (id: string, keyPosition: number, text: Text, value: object) => ({
    id,
    ...named(text),
    keyPosition,
    values: [value],
  });
  const area = (values: object[]) => ({
    id: 'REF_AREA',
    ...named(both('Cơ quan', 'Unit')),
    keyPosition: 2,
    values,
  });
  const time = (values: object[]) => ({
    id: 'TIME_PERIOD',
    ...named(both('Kỳ', 'Period')),
    keyPosition: 3,
    roles: ['TIME_PERIOD'],
    values,
  });
  const frame = [
    fixed('FREQ', 0, both('Tần suất', 'Frequency'), code(freq, FREQ[freq]!)),
    fixed('INDICATOR', 1, both('Chỉ số', 'Indicator'), code(series.code, series.name)),
  ];
  return isTime
    ? {
        dataSet: [...frame, area([code(series.unit.id, series.unit.name)])],
        observation: [time(series.rows.map((row) => timeValue(row.key, row.name)))],
      }
    : {
        dataSet: [...frame, time([timeValue(series.period.period, series.period.words)])],
        observation: [area(series.rows.map((row) => code(row.key, row.name)))],
      };
}

/** Numerator and denominator stand beside each value as measures of their own. */
const measures = (withCounts: boolean) => ({
  observation: [
    { id: 'OBS_VALUE', ...named(both('Giá trị', 'Value')), roles: ['OBS_VALUE'] },
    ...(withCounts
      ? [
          { id: 'NUMERATOR', ...named(both('Tử số', 'Numerator')) },
          { id: 'DENOMINATOR', ...named(both('Mẫu số', 'Denominator')) },
        ]
      : []),
  ],
});

const stated = (id: string, text: Text, value: unknown) => ({
  id,
  ...named(text),
  relationship: { dataflow: {} },
  values: [{ value }],
});

function attributes(series: Series, statuses: readonly string[], versions: readonly string[]) {
  const onDataSet = { relationship: { dataflow: {} } };
  const onObservation = { relationship: { observation: {} } };
  return {
    dataSet: [
      {
        id: 'UNIT_MEASURE',
        ...named(both('Đơn vị đo', 'Unit of measure')),
        ...onDataSet,
        values: [code(series.unitOfMeasure, both(series.unitOfMeasure, series.unitOfMeasure))],
      },
      stated('METHODOLOGY', both('Quy tắc', 'Rule'), series.rule),
      stated('AS_OF', both('Tính đến ngày', 'As known on'), series.asOf),
    ],
    observation: [
      {
        id: 'OBS_STATUS',
        ...named(both('Tình trạng', 'Observation status')),
        ...onObservation,
        roles: ['OBS_STATUS'],
        ...listed(statuses.map((one) => code(STATUS[one]![0], STATUS[one]![1]))),
      },
      {
        id: 'RULE_VERSION',
        ...named(both('Phiên bản quy tắc', 'Version of the rule')),
        ...onObservation,
        ...listed(versions.map((value) => ({ value }))),
      },
    ],
  };
}

/** Each observation: its measures, then the positions of its attributes. */
const observationsOf = (
  series: Series,
  withCounts: boolean,
  { statuses, versions }: { statuses: readonly string[]; versions: readonly string[] },
) =>
  Object.fromEntries(
    series.rows.map((row, position) => [
      String(position),
      [
        row.rounded === null ? null : Number(row.rounded),
        ...(withCounts ? [row.numerator ?? null, row.denominator ?? null] : []),
        statuses.indexOf(row.status),
        versions.indexOf(row.version),
      ],
    ]),
  );

/**
 * A series as an SDMX-JSON 2.0 data message: one data set, observations as arrays of measures and then the positions of
 * their attributes. By time the unit is fixed, by unit the period is.
 */
export function sdmxMessage(series: Series, at: { prepared: Date; href: string; sender: Text }) {
  const statuses = [...new Set(series.rows.map((row) => row.status))];
  const versions = [...new Set(series.rows.map((row) => row.version))];
  const withCounts = series.rows.some((row) => row.numerator !== undefined);
  const observations = observationsOf(series, withCounts, { statuses, versions });
  const links = [{ href: at.href, rel: 'self', ...titled(series.name) }];
  return {
    meta: {
      schema: SCHEMA,
      id: plainId(`${series.code}-${series.unit.id}-${series.period.period}-${series.asOf}`),
      prepared: at.prepared.toISOString(),
      test: false,
      contentLanguages: ['vi', 'en'],
      sender: { id: 'lienthong', ...named(at.sender) },
    },
    // without any value there is nothing whose structure could be told
    data:
      series.rows.length === 0
        ? { dataSets: [], structures: [] }
        : {
            dataSets: [{ structure: 0, action: 'Information', links, attributes: [0, 0, 0], observations }],
            structures: [
              {
                ...named(series.name),
                links,
                dimensions: dimensions(series),
                measures: measures(withCounts),
                attributes: attributes(series, statuses, versions),
                dataSets: [0],
              },
            ],
          },
  };
}

const titled = (text: Text) => ({ title: text.en, titles: { vi: text.vi, en: text.en } });

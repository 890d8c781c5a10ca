import type { Count } from '../../measures/index.ts';
import { before766 } from './before766.ts';
import { source766 } from './groups766.ts';
import { rows766 } from './moreRows766.ts';
import type { Row766 } from './rows766.ts';
import { both, type DefinitionFact } from './shape.ts';

const OWNER = 'centre';
const START = '2025-01-01';
const NEXT = '2026-01-01';
/** The first day of the two-tier model: since then the catalogue holds days of decisions, and ratings are given. */
const COUNTED = '2025-07-01';
/** Codes whose wording of 2026 counts otherwise. */
const changed: Record<string, Partial<DefinitionFact['body']>> = {
  '1.4': {
    name: both(
      'Tỷ lệ hồ sơ đồng bộ đúng thời gian lên Cổng Dịch vụ công quốc gia',
      'Dossiers synchronised in time with the national portal',
    ),
    numerator: { fact: 'syncMessage', where: 'true', period: 'day' },
  },
  '4.1': {
    name: both(
      'Tỷ lệ hồ sơ có kết quả điện tử có giá trị pháp lý',
      'Dossiers with an electronic result of legal validity',
    ),
    numerator: {
      fact: 'case',
      where: 'writtenResult and electronicResult and finished != null',
      period: 'received',
    },
    denominator: { fact: 'case', where: 'writtenResult and finished != null', period: 'received' },
    denominatorText: both('hồ sơ đã giải quyết xong', 'finished dossiers'),
  },
  '4.3': {
    name: both(
      'Tỷ lệ hồ sơ được cắt giảm, thay thế giấy tờ bằng dữ liệu',
      'Dossiers with documents cut or replaced by data',
    ),
  },
  '4.4': {
    name: both(
      'Tỷ lệ hồ sơ thay thế toàn bộ giấy tờ bằng dữ liệu',
      'Dossiers with all documents replaced by data',
    ),
    numerator: {
      fact: 'case',
      where: 'components > 0 and reusedComponents >= components',
      period: 'received',
    },
    numeratorText: both(
      'hồ sơ mà mọi giấy tờ được thay bằng dữ liệu',
      'dossiers whose every component is replaced by data',
    ),
  },
};

const zeroOf = ({ zero }: Row766): DefinitionFact['body']['zeroDenominator'] =>
  zero.rule === 'ratio' || zero.rule === 'points'
    ? { rule: zero.rule, value: zero.value }
    : { rule: zero.rule === 'previousYear' ? 'previousYear' : 'noFigure' };

/** A department is measured like its province; counts of dossiers, but for satisfaction, may be asked for one procedure or field. */
const scopesOf = ({ group, scopes, numerator }: Row766): DefinitionFact['body']['scopes'] => [
  ...scopes,
  'department',
  ...(numerator.fact === 'case' && !numerator.of && group !== 'satisfaction'
    ? (['procedure', 'field'] as const)
    : []),
];

const bodyOf = (row: Row766): DefinitionFact['body'] => ({
  owner: OWNER,
  name: row.name,
  explanation: row.note ?? both('', ''),
  source: source766,
  numeratorText: row.numeratorText,
  denominatorText: row.denominatorText,
  unit: row.unit ?? 'percent',
  direction: row.unit === 'days' ? 'lower' : 'higher',
  ...(row.full === undefined ? {} : { target: row.full * 100 }),
  rounding: { mode: 'halfUp', decimals: 2 },
  zeroDenominator: zeroOf(row),
  scopes: scopesOf(row),
  status: row.status,
  ...(row.conflict ? { conflict: row.conflict } : {}),
  numerator: row.numerator,
  denominator: row.denominator,
});

/** The code of a figure of the index. */
export const figureCode = (id: string): string => `766.${id}`;

function versions(row: Row766): DefinitionFact[] {
  const code = figureCode(row.id);
  const body = bodyOf(row);
  const before = before766[row.id];
  if (before)
    return [
      { code, version: 1, validFrom: START, validTo: COUNTED, body: { ...body, ...before } },
      { code, version: 2, validFrom: COUNTED, body },
    ];
  const next = changed[row.id];
  if (!next) return [{ code, version: 1, validFrom: START, body }];
  return [
    { code, version: 1, validFrom: START, validTo: NEXT, body },
    { code, version: 2, validFrom: NEXT, body: { ...body, ...next } },
  ];
}

interface Beside {
  code: string;
  name: [string, string];
  numerator: [string, string, string];
  denominator: [string, string, string];
  explanation: [string, string];
  fact?: string;
}

/** The same questions by other definitions, to be read beside those of the index. */
const besides: readonly Beside[] = [
  {
    code: 'local.1.2',
    name: [
      'Thủ tục công khai không muộn hơn ngày có hiệu lực',
      'Procedures published no later than they take effect',
    ],
    numerator: [
      'published != null and published <= effective',
      'thủ tục công khai trước hoặc đúng ngày hiệu lực',
      'procedures published by the day they take effect',
    ],
    denominator: ['procedure != null', 'thủ tục đang công khai', 'procedures now published'],
    explanation: ['Đọc cạnh 1.2, không thay cho 1.2.', 'To be read beside 1.2, not instead of it.'],
    fact: 'procedure',
  },
  {
    code: 'local.1.4',
    name: [
      'Hồ sơ đã đồng bộ trên hồ sơ của hệ thống này',
      'Synchronised dossiers, of those of this installation',
    ],
    numerator: ['synced', 'hồ sơ đã đồng bộ', 'synchronised dossiers'],
    denominator: ['received != null', 'hồ sơ tiếp nhận trong kỳ', 'dossiers received in the period'],
    explanation: [
      'Mẫu số là hồ sơ tại đây, không phải tổng của Cổng.',
      'Its denominator is the dossiers here, not the totals of the portal.',
    ],
  },
  {
    code: 'local.2.1',
    name: ['Đúng hạn theo cách tính của tỉnh', 'On time, as provinces count'],
    numerator: [
      'provincial in ("early", "onTime", "inTime")',
      'hồ sơ trước hạn, đúng hạn, còn trong hạn',
      'dossiers early, on time or in time',
    ],
    denominator: [
      'provincial in ("early", "onTime", "inTime", "late", "overdue")',
      'hồ sơ tiếp nhận trong kỳ',
      'dossiers received in the period',
    ],
    explanation: [
      'So ngày, chờ bổ sung không tính quá hạn.',
      'Days are compared; waiting for a supplement is not overdue.',
    ],
  },
  {
    code: 'local.2.1.closed',
    name: [
      'Đúng hạn trên số đã giải quyết, theo cách tính của tỉnh',
      'On time of the handled, as provinces count',
    ],
    numerator: [
      'provincial in ("early", "onTime")',
      'hồ sơ xong trước hạn, đúng hạn',
      'dossiers finished early or on time',
    ],
    denominator: ['provincial in ("early", "onTime", "late")', 'hồ sơ đã giải quyết', 'handled dossiers'],
    explanation: ['Cách đọc thường gặp trong báo cáo địa phương.', 'The reading common in local reports.'],
  },
  {
    code: 'local.online.account',
    name: [
      'Nộp trực tuyến bằng tài khoản của người dân, kể cả được giúp tại quầy',
      'Online under the citizen’s own account, helped at the desk or not',
    ],
    numerator: [
      'channel = "online"',
      'hồ sơ nộp bằng tài khoản của người dân',
      'cases under the citizen’s account',
    ],
    denominator: ['received != null', 'hồ sơ tiếp nhận trong kỳ', 'dossiers received in the period'],
    explanation: [
      'Cán bộ giúp nhưng hồ sơ đứng tên tài khoản người dân thì tính là trực tuyến; nộp bằng tài khoản cán bộ thì không.',
      'With help, but under the citizen’s account, it is online; under an officer’s account it is not.',
    ],
  },
  {
    code: 'local.online.officers',
    name: [
      'Nộp trực tuyến, tính cả hồ sơ cán bộ nộp hộ bằng tài khoản của mình',
      'Online, with what officers filed under their own accounts',
    ],
    numerator: [
      'channel in ("online", "helper")',
      'hồ sơ nộp bằng tài khoản của người dân hoặc của cán bộ',
      'cases under the citizen’s or an officer’s account',
    ],
    denominator: ['received != null', 'hồ sơ tiếp nhận trong kỳ', 'dossiers received in the period'],
    explanation: [
      'Đặt cạnh cách tính theo tài khoản người dân: chênh lệch là phần nộp hộ.',
      'Beside the count by the citizen’s account: the difference is what officers filed for others.',
    ],
  },
  {
    code: 'local.5.4',
    name: ['Hồ sơ không quá hạn và không bị chấm dưới 3 điểm', 'Dossiers not overdue and not rated below 3'],
    numerator: [
      'national = "onTime" and (rating = null or rating >= 3)',
      'hồ sơ đúng hạn và không bị chấm thấp',
      'dossiers on time and not rated low',
    ],
    denominator: [
      'national in ("onTime", "overdue")',
      'hồ sơ tiếp nhận và xử lý',
      'dossiers received and handled',
    ],
    explanation: [
      'Đọc cạnh 5.4: thiếu phản ánh, nên chỉ là cận trên.',
      'Beside 5.4: complaints are missing, so it is an upper bound only.',
    ],
  },
];

function besideFact({
  code,
  name,
  numerator,
  denominator,
  explanation,
  fact = 'case',
}: Beside): DefinitionFact {
  const count = (where: string): Count =>
    fact === 'case' ? { fact, where, period: 'received' } : { fact, where, of: 'procedures' };
  return {
    code,
    version: 1,
    validFrom: START,
    body: {
      owner: OWNER,
      name: both(...name),
      explanation: both(...explanation),
      source: both(
        'Cách tính của hệ thống cấp tỉnh, đặt cạnh chỉ số 766',
        'As systems of provinces count, beside the index 766',
      ),
      numeratorText: both(numerator[1], numerator[2]),
      denominatorText: both(denominator[1], denominator[2]),
      unit: 'percent',
      direction: 'higher',
      rounding: { mode: 'halfUp', decimals: 2 },
      zeroDenominator: { rule: 'noFigure' },
      scopes: ['province', 'ministry', 'department', 'commune'],
      status: 'information',
      numerator: count(numerator[0]),
      denominator: count(denominator[0]),
    },
  };
}

/** Every definition that the index needs: 24 indicators, four of them with the wording of 2026, three since they have facts, and what stands beside. */
export const definitions766: readonly DefinitionFact[] = [
  ...rows766.flatMap(versions),
  ...besides.map(besideFact),
];

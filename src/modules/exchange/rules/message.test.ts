import { describe, expect, test } from 'vitest';

import type { CaseEvent, CaseState } from '../../cases/contract.ts';
import { evolve, statusCode } from '../../cases/index.ts';
import { sampleContent } from '../../procedures/samples.ts';
import { missingIn } from './faults.ts';
import { type MessageFacts, wireCase, wireProgress } from './message.ts';
import { dayOfWire, wireMoment } from './wire.ts';

const by = { as: 'official' as const, person: 'p1', unitId: 'xa-a' };
const places = { reception: 'xa-a', returnTo: 'xa-a' };
const at = (minute: number): string => new Date(Date.UTC(2025, 10, 17, 1, minute)).toISOString();

const received = (channel: CaseState['channel']): CaseEvent => ({
  type: 'case.received',
  at: at(0),
  by,
  opened: {
    procedureCode: '1.000001',
    field: 'Hộ tịch',
    versionId: 'v1',
    channel,
    places,
    content: { version: 1, hash: 'h' },
  },
  code: 'H57.12-251117-0001',
  versionId: 'v1',
  decisionUnitId: 'xa-a',
  calendarUnitId: 'xa-a',
  receivedAt: at(0),
  additions: [],
  due: { startAt: at(0), at: at(480) },
  step: { key: 'appraise', role: 'appraise', unitId: 'xa-a' },
  components: [],
});
const content: NonNullable<MessageFacts['content']> = {
  values: {},
  provenance: {},
  applicant: { kind: 'citizen', fullName: 'Nguyễn Văn Mẫu', personalId: '046000000001', address: 'Thôn 1' },
  coApplicants: [{ fullName: 'Người khác' }],
  components: [{ component: 'declaration', form: 'scan', count: 1, fileIds: ['f1'] }],
};

/** The facts of a message after these events. */
function facts(events: readonly CaseEvent[], over: Partial<MessageFacts> = {}): MessageFacts {
  const state = events.reduce<CaseState | undefined>(evolve, undefined)!;
  const version = { code: '1.000001', content: sampleContent() } as MessageFacts['version'];
  return {
    state,
    events,
    content,
    version,
    status: statusCode(state)!,
    names: {
      person: (id) => id && `Người ${id}`,
      title: () => 'Chuyên viên',
      unit: (id) => id && `Xã ${id}`,
    },
    links: { file: (id) => `https://x/files/${id}`, result: undefined },
    ...over,
  };
}

const step = (over: Partial<CaseEvent> & { type: CaseEvent['type'] }, minute: number): CaseEvent =>
  ({ at: at(minute), by, ...over }) as CaseEvent;
const handOver = { state: 'inTime' as const, minutes: 5 };
const approved = step({ type: 'case.approved', outcome: 'granted', text: '' }, 3);
const signed = step(
  { type: 'case.signed', step: 'sign', handOver, to: { key: 'issue', role: 'issue', unitId: 'xa-a' } },
  4,
);
const numbered = step(
  {
    type: 'case.numbered',
    number: '12/XN',
    step: 'issue',
    handOver,
    to: { key: 'return', role: 'return', unitId: 'xa-a' },
  },
  5,
);

describe('the message of a whole case', () => {
  test.each([
    ['desk', '1'],
    ['helper', '1'],
    ['online', '2'],
    ['post', '3'],
  ] as const)('channel %s is code %s', (channel, code) => {
    expect(wireCase(facts([received(channel)])).KenhThucHien).toBe(code);
  });

  const toEnd: [string, CaseEvent[], string][] = [
    ['received', [], '2'],
    ['refused', [step({ type: 'case.refused', reason: 'Sai thẩm quyền', legalBasis: 'x' }, 1)], '3'],
    ['being handled', [step({ type: 'case.claimed', personId: 'p1' }, 1)], '4'],
    [
      'supplement asked for',
      [
        step(
          { type: 'case.supplementAsked', points: [], warnAt: at(9), closesAt: at(10), withinLimit: true },
          1,
        ),
      ],
      '5',
    ],
    ['financial duty', [step({ type: 'case.dutyAsked', amount: 1000, pauses: true, basis: 'x' }, 1)], '6'],
    ['withdrawn', [step({ type: 'case.withdrawn', reason: 'Đổi ý' }, 1)], '7'],
    ['stopped', [step({ type: 'case.stopped', reason: 'Đề nghị', legalBasis: 'x' }, 1)], '8'],
    ['finished', [approved, signed, numbered], '9'],
    [
      'returned',
      [approved, signed, numbered, step({ type: 'case.returned', how: 'handedOver', taker: 'x' }, 6)],
      '10',
    ],
  ];
  test.each(toEnd)('a case %s is told with its status', (_name, more, status) => {
    expect(wireCase(facts([received('desk'), ...more])).TrangThaiHoSo).toBe(status);
  });

  test('days are written as in Vietnam, with their hour', () => {
    expect(wireMoment('2025-12-31T17:05:09.000Z')).toBe('01/01/2026 00:05:09');
    expect(dayOfWire('01/01/2026 00:05:09')).toBe('2026-01-01');
    expect(dayOfWire('2026-01-01')).toBeUndefined();
    expect(wireCase(facts([received('desk')]))).toMatchObject({
      NgayTiepNhan: '17/11/2025 08:00:00',
      NgayHenTra: '17/11/2025 16:00:00',
    });
  });

  test('of a person it says what the message names, and nothing else that was filled in', () => {
    const record = wireCase(facts([received('desk')]));
    expect(record).toMatchObject({
      ChuHoSo: 'Nguyễn Văn Mẫu',
      LoaiDoiTuong: '1',
      LoaiDinhDanh: '1',
      SoDinhDanh: '046000000001',
    });
    expect(JSON.stringify(record)).not.toMatch(/Thôn 1|Người khác/);
  });

  test('papers say whether they are digitised, and whether a database gave them', () => {
    const components = [
      { component: 'declaration', form: 'scan' as const, count: 1, fileIds: ['f1'] },
      { component: 'other', form: 'database' as const, count: 1, fileIds: [] },
    ];
    const record = wireCase(facts([received('desk')], { content: { ...content, components } }));
    expect(record.TaiLieuNop).toMatchObject([
      {
        TenTepDinhKem: 'Tờ khai',
        DuocSoHoa: '1',
        DuocLayTuKhoDMQG: '0',
        DuongDanTaiTepTin: 'https://x/files/f1',
      },
      { MaThanhPhanHoSo: 'other', DuocSoHoa: '0', DuocLayTuKhoDMQG: '1' },
    ]);
    expect(record.HoSoCoThanhPhanSoHoa).toBe('1');
  });

  test('a fee is told with its sum, and how it was paid', () => {
    const asked = step({ type: 'case.dutyAsked', amount: 8000, pauses: false, basis: 'x' }, 1);
    const paid = (as: 'official' | 'system'): CaseEvent =>
      step(
        {
          type: 'case.paymentReceived',
          by: { as },
          receiptId: 'r',
          amount: 8000,
          result: 'full',
          paidAt: at(2),
          gateway: 'g',
        },
        2,
      );
    const online = wireCase(facts([received('desk'), asked, paid('system')]));
    expect(online).toMatchObject({
      DuocThanhToanTrucTuyen: '2',
      DanhSachLePhi: [{ Gia: '8000', HinhThucThu: '2' }],
    });
    const cash = wireCase(facts([received('desk'), asked, paid('official')]));
    expect(cash.DuocThanhToanTrucTuyen).toBeUndefined();
    expect(cash.DanhSachLePhi).toMatchObject([{ HinhThucThu: '1' }]);
  });

  test('a supplement is told when it is asked for, and again when it came', () => {
    const asked = step(
      {
        type: 'case.supplementAsked',
        points: [{ reason: 'missing', text: 'Giấy chứng sinh' }],
        warnAt: at(9),
        closesAt: at(10),
        withinLimit: true,
      },
      1,
    );
    expect(wireCase(facts([received('desk'), asked])).DanhSachHoSoBoSung).toEqual([
      {
        HoSoBoSungId: '1',
        NguoiYeuCauBoSung: 'Người p1',
        NoiDungBoSung: 'Giấy chứng sinh',
        NgayBoSung: '17/11/2025 08:01:00',
        TrangThaiBoSung: '0',
        NgayHenTraTruoc: '17/11/2025 16:00:00',
      },
    ]);
    const came = step(
      { type: 'case.supplementReceived', content: { version: 2, hash: 'i' }, fields: [] },
      30,
    );
    const moved = step(
      {
        type: 'case.dueRecomputed',
        to: at(540),
        startAt: at(0),
        cause: 'resume',
        reasonVi: '',
        reasonEn: '',
        basis: '',
      },
      30,
    );
    expect(wireCase(facts([received('desk'), asked, came, moved])).DanhSachHoSoBoSung).toMatchObject([
      {
        TrangThaiBoSung: '1',
        NgayTiepNhanBoSung: '17/11/2025 08:30:00',
        NgayHenTraMoi: '17/11/2025 17:00:00',
      },
    ]);
  });

  test('a granted result carries its code, number and link', () => {
    const events = [received('desk'), approved, signed, numbered];
    const links = { file: (id: string) => id, result: 'https://x/results/1' };
    expect(wireCase(facts(events, { links })).DanhSachGiayToKetQua).toEqual([
      {
        TenGiayTo: 'Giấy xác nhận',
        GiayToId: '12/XN',
        MaKetQua: 'KQ.G15.000099',
        DuongDanTepTinKetQua: 'https://x/results/1',
      },
    ]);
  });
});

test('a step is told with who took it, where, when, and by when the next is due', () => {
  expect(wireProgress(facts([received('desk'), step({ type: 'case.claimed', personId: 'p1' }, 7)]))).toEqual({
    MaHoSo: 'H57.12-251117-0001',
    NguoiXuLy: 'Người p1',
    ChucDanh: 'Chuyên viên',
    ThoiDiemXuLy: '17/11/2025 08:07:00',
    PhongBanXuLy: 'Xã xa-a',
    NoiDungXuLy: 'Nhận xử lý',
    TrangThai: '4',
    NgayBatDau: '17/11/2025 08:00:00',
  });
});

describe('what is missing is told with what it costs', () => {
  test.each([
    ['nothing of a case in work', [received('desk')], {}, []],
    [
      'papers without a scan',
      [received('desk')],
      {
        content: {
          ...content,
          components: [{ component: 'declaration', form: 'copy' as const, count: 1, fileIds: [] }],
        },
      },
      ['TaiLieuNop.DuocSoHoa'],
    ],
    [
      'an applicant without a number',
      [received('desk')],
      { content: { ...content, applicant: { kind: 'citizen' as const, fullName: 'X' } } },
      ['SoDinhDanh'],
    ],
    [
      'a result without a file',
      [received('desk'), approved, signed, numbered],
      {},
      ['DanhSachGiayToKetQua.DuongDanTepTinKetQua'],
    ],
  ])('%s', (_name, events, over, expected) => {
    expect(missingIn(wireCase(facts(events, over)))).toEqual(expected);
  });

  test('a message without channel, reception or appointment', () => {
    const {
      KenhThucHien: _a,
      NgayTiepNhan: _b,
      NgayHenTra: _c,
      ...rest
    } = wireCase(facts([received('desk')]));
    expect(missingIn(rest)).toEqual(['NgayTiepNhan', 'NgayHenTra', 'KenhThucHien']);
  });
});

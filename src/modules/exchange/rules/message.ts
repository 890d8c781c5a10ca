/**
 * What a message says of a case, made from the case as one of its events left it. Names of people and units, and links,
 * come with the facts; nothing of the applicant goes out that the message does not name.
 */
import type { CaseEvent, CaseMoment } from '../../cases/contract.ts';
import { resultsOf, supplementsOf } from './message-lists.ts';
import type { WireCase, WireFee, WirePaper, WireProgress } from './wire.ts';
import { filled, wireMoment } from './wire.ts';

export type Told = Pick<CaseMoment, 'state' | 'events' | 'content' | 'version'>;
export interface Names {
  /** Full name of an official; undefined for nobody. */
  person: (id: string | undefined) => string | undefined;
  /** The office he holds. */
  title: (id: string | undefined) => string | undefined;
  unit: (id: string | undefined) => string | undefined;
}
export interface Links {
  file: (id: string) => string;
  /** Where the result can be seen; undefined while no file of it was issued. */
  result?: string | undefined;
}
export interface MessageFacts extends Told {
  /** Status code 1–10. */
  status: number;
  names: Names;
  links: Links;
}

const channelCodes = { desk: '1', helper: '1', online: '2', post: '3' } as const;
const progressWords: Partial<Record<CaseEvent['type'], string>> = {
  'case.assigned': 'Phân công xử lý',
  'case.claimed': 'Nhận xử lý',
  'case.released': 'Trả lại việc xử lý',
  'case.stepDone': 'Hoàn thành bước xử lý',
  'case.proposed': 'Trình kết quả',
  'case.approved': 'Duyệt kết quả',
  'case.signed': 'Ký kết quả',
  'case.numbered': 'Vào sổ, đóng dấu',
  'case.consulted': 'Lấy ý kiến cơ quan khác',
  'case.consultationAnswered': 'Có ý kiến của cơ quan được hỏi',
  'case.resumed': 'Tiếp tục xử lý',
  'case.draftSent': 'Gửi dự thảo kết quả cho người nộp',
};

const moment = (instant: string | undefined): string | undefined => instant && wireMoment(instant);

/** What kind of number it is: 1 personal number, 2 old identity card, 3 tax code of a business, 4 passport. */
function idKind(number: string | undefined): string | undefined {
  if (!number) return undefined;
  const digits = /^\d+$/.test(number) ? number.length : 0;
  if (digits === 12) return '1';
  if (digits === 9) return '2';
  return digits === 10 || /^\d{10}-?\d{3}$/.test(number) ? '3' : '4';
}

function papersOf({ content, version, links }: MessageFacts): WirePaper[] {
  const named = new Map(version.content.components.map(({ key, name }) => [key, name.vi]));
  const replaced = new Map(version.content.components.map(({ key, replacedBy }) => [key, replacedBy]));
  return (content?.components ?? []).flatMap(({ component, form, fileIds }) => {
    const paper: WirePaper = {
      TenTepDinhKem: named.get(component) ?? component,
      IsDeleted: 'False',
      MaThanhPhanHoSo: component,
      // A form that was filled in on the screen has no paper behind it.
      DuocSoHoa: fileIds.length > 0 || form === 'electronic' ? '1' : '0',
      DuocLayTuKhoDMQG: form === 'database' ? '1' : '0',
      ...(form === 'database' && replaced.get(component) && { MaCSDL: replaced.get(component)!.database }),
    };
    if (fileIds.length === 0) return [paper];
    return fileIds.map((id) => ({ ...paper, TepDinhKemId: id, DuongDanTaiTepTin: links.file(id) }));
  });
}

/** A sum that was asked for; by which way it is taken follows from its receipts. */
function feesOf({ state }: MessageFacts, online: boolean): WireFee[] {
  if (!state.duty) return [];
  const isDuty = state.duty.pauses;
  return [
    {
      TenPhiLePhi: isDuty ? 'Nghĩa vụ tài chính' : 'Phí, lệ phí',
      MaPhiLePhi: isDuty ? 'NVTC' : 'PHI',
      HinhThucThu: online ? '2' : '1',
      Gia: String(state.duty.amount),
      LoaiPhiLePhi: isDuty ? '2' : '1',
    },
  ];
}

/** A receipt that came from a gateway, not from a cashier's hand. */
const isPaidOnline = (events: readonly CaseEvent[]): boolean =>
  events.some((one) => one.type === 'case.paymentReceived' && one.by.as !== 'official');

function applicantOf({ content }: MessageFacts) {
  const { applicant } = content ?? {};
  return {
    ChuHoSo: applicant?.fullName,
    LoaiDoiTuong: applicant && (applicant.kind === 'citizen' ? ('1' as const) : ('2' as const)),
    Email: applicant?.email,
    SoDienThoai: applicant?.phone,
    LoaiDinhDanh: idKind(applicant?.personalId),
    SoDinhDanh: applicant?.personalId,
  };
}

function endOf({ state }: MessageFacts) {
  const { ended } = state;
  return {
    NgayKetThucXuLy: moment(ended?.at),
    NgayTuChoi: ended?.how === 'refused' ? moment(ended.at) : undefined,
    NgayTra: moment(state.returnedAt),
    ThongTinTra: state.returnedAt && (state.delivery === 'sent' ? 'Gửi qua bưu chính' : 'Trả tại quầy'),
  };
}

/** Why it was refused, stopped or withdrawn, as it was said. */
function remarkOf({ events }: MessageFacts): string | undefined {
  const last = events.findLast(({ type }) =>
    ['case.refused', 'case.stopped', 'case.withdrawn'].includes(type),
  );
  return last && 'reason' in last ? last.reason : undefined;
}

/** The record of DongBoHoSoMC. */
export function wireCase(facts: MessageFacts): WireCase {
  const { state, content, version, names } = facts;
  const { name, fieldVi } = version.content;
  const online = isPaidOnline(facts.events);
  const papers = papersOf(facts);
  return filled<WireCase>({
    MaHoSo: state.code!,
    MaTTHC: version.code,
    TenTTHC: name.vi,
    TenLinhVuc: fieldVi,
    SoBienNhan: state.code!,
    TrichYeuHoSo: name.vi,
    ...applicantOf(facts),
    NgayNopHoSo: moment(state.submittedAt)!,
    NgayTiepNhan: moment(state.receivedAt)!,
    NgayHenTra: moment(state.due.at ?? state.due.appointment)!,
    TrangThaiHoSo: String(facts.status),
    ...endOf(facts),
    HinhThuc: content?.delivery?.how === 'post' ? '1' : '0',
    DonViXuLy: names.unit(state.places.decision ?? state.places.reception)!,
    GhiChu: remarkOf(facts)!,
    KenhThucHien: channelCodes[state.channel],
    NoiNopHoSo: names.unit(state.places.reception)!,
    HoSoCoThanhPhanSoHoa: papers.some((one) => one.DuocSoHoa === '1') ? '1' : '0',
    TaiKhoanDuocXacThucVoiVNeID: Object.values(content?.provenance ?? {}).some((p) => p.source === 'account')
      ? '1'
      : '0',
    ...(online && { DuocThanhToanTrucTuyen: '2' as const }),
    TaiLieuNop: papers,
    DanhSachLePhi: feesOf(facts, online),
    DanhSachHoSoBoSung: supplementsOf(facts),
    DanhSachGiayToKetQua: resultsOf(facts),
  });
}

/** The record of CapNhatTienDoHoSoMC: what the last event did. */
export function wireProgress({ state, events, status, names }: MessageFacts): WireProgress {
  const event = events.at(-1)!;
  const { person } = event.by;
  return filled<WireProgress>({
    MaHoSo: state.code!,
    NguoiXuLy: names.person(person)!,
    ChucDanh: names.title(person)!,
    ThoiDiemXuLy: wireMoment(event.at),
    PhongBanXuLy: names.unit(event.by.unitId ?? state.atUnitId)!,
    NoiDungXuLy: progressWords[event.type] ?? 'Xử lý hồ sơ',
    TrangThai: String(status),
    NgayBatDau: moment(state.step?.since)!,
    NgayKetThucTheoQuyDinh: moment(state.step?.dueAt)!,
  });
}

/**
 * The messages of the national portal, with the names and fields it documents. What is empty is left out, because a field
 * that is there with nothing in it is read as an answer.
 */

/** The services that this installation calls. */
export type Service = 'DongBoHoSoMC' | 'CapNhatTienDoHoSoMC' | 'TraCuuHoSo';
/** Those that carry something of a case. */
export const services = ['DongBoHoSoMC', 'CapNhatTienDoHoSoMC'] as const;
export type MessageService = (typeof services)[number];

/** A paper handed in. */
export interface WirePaper {
  TepDinhKemId?: string;
  TenTepDinhKem: string;
  IsDeleted: 'False';
  MaThanhPhanHoSo: string;
  DuongDanTaiTepTin?: string;
  DuocSoHoa: '0' | '1';
  DuocLayTuKhoDMQG: '0' | '1';
  MaCSDL?: string;
}
export interface WireFee {
  TenPhiLePhi: string;
  MaPhiLePhi: string;
  HinhThucThu: string;
  Gia: string;
  LoaiPhiLePhi: string;
}
export interface WireSupplement {
  HoSoBoSungId: string;
  NguoiYeuCauBoSung?: string;
  NoiDungBoSung: string;
  NgayBoSung: string;
  NguoiTiepNhanBoSung?: string;
  ThongTinTiepNhan?: string;
  NgayTiepNhanBoSung?: string;
  /** 0 asked for, 1 received. */
  TrangThaiBoSung: '0' | '1';
  NgayHenTraTruoc?: string;
  NgayHenTraMoi?: string;
}
export interface WireResult {
  TenGiayTo: string;
  MaThanhPhanHoSo?: string;
  GiayToId?: string;
  MaKetQua?: string;
  DuongDanTepTinKetQua?: string;
}

/** A case as a whole. */
export interface WireCase {
  MaHoSo?: string;
  MaTTHC: string;
  TenTTHC: string;
  TenLinhVuc: string;
  SoBienNhan?: string;
  ChuHoSo?: string;
  LoaiDoiTuong?: '1' | '2';
  Email?: string;
  SoDienThoai?: string;
  TrichYeuHoSo: string;
  NgayNopHoSo?: string;
  NgayTiepNhan?: string;
  NgayHenTra?: string;
  TrangThaiHoSo: string;
  NgayTra?: string;
  NgayTuChoi?: string;
  ThongTinTra?: string;
  HinhThuc: '0' | '1';
  NgayKetThucXuLy?: string;
  DonViXuLy?: string;
  GhiChu?: string;
  KenhThucHien?: '1' | '2' | '3';
  LoaiDinhDanh?: string;
  SoDinhDanh?: string;
  NoiNopHoSo?: string;
  HoSoCoThanhPhanSoHoa: '0' | '1';
  TaiKhoanDuocXacThucVoiVNeID: '0' | '1';
  DuocThanhToanTrucTuyen?: '1' | '2';
  TaiLieuNop: WirePaper[];
  DanhSachLePhi: WireFee[];
  DanhSachHoSoBoSung: WireSupplement[];
  DanhSachGiayToKetQua: WireResult[];
}

/** One step in the work on a case. */
export interface WireProgress {
  MaHoSo?: string;
  NguoiXuLy?: string;
  ChucDanh?: string;
  ThoiDiemXuLy: string;
  PhongBanXuLy?: string;
  NoiDungXuLy: string;
  TrangThai: string;
  NgayBatDau?: string;
  NgayKetThucTheoQuyDinh?: string;
}

/** What the portal says of a case when it is asked. */
export interface WireFound {
  MaHoSo: string;
  TrangThaiHoSo?: string;
  NgayTiepNhan?: string;
}

/** Without the fields that have nothing in them. */
export function filled<T extends object>(record: T): T {
  const isThere = ([, value]: [string, unknown]) => value !== undefined && value !== '';
  return Object.fromEntries(Object.entries(record).filter(isThere)) as T;
}

const two = (value: number): string => String(value).padStart(2, '0');

/** An instant as messages write it: `17/11/2025 08:15:00`, in Vietnam. */
export function wireMoment(instant: string): string {
  const at = new Date(Date.parse(instant) + 7 * 3_600_000);
  const day = `${two(at.getUTCDate())}/${two(at.getUTCMonth() + 1)}/${at.getUTCFullYear()}`;
  return `${day} ${two(at.getUTCHours())}:${two(at.getUTCMinutes())}:${two(at.getUTCSeconds())}`;
}

/** The calendar day of such a moment, or of a bare `17/11/2025`; undefined for anything else. */
export function dayOfWire(text: string | undefined): string | undefined {
  const match = /^(\d{2})\/(\d{2})\/(\d{4})( |$)/.exec(text ?? '');
  return match ? `${match[3]}-${match[2]}-${match[1]}` : undefined;
}

/** The status code 1–10 in an answer; undefined for anything else. */
export function statusIn(text: string | undefined): number | undefined {
  const code = /^\d{1,2}$/.test(text ?? '') ? Number(text) : 0;
  return code >= 1 && code <= 10 ? code : undefined;
}

/** Fields of a message that the index of the portal reads; what the province loses where one is missing. */
import type { WireCase } from './wire.ts';

/** What a missing field means for the case in the portal's figures. */
export const losses = {
  MaHoSo: 'cannotBeSent',
  SoDinhDanh: 'applicantUnknown',
  NgayTiepNhan: 'notCounted',
  NgayHenTra: 'noAppointment',
  KenhThucHien: 'countedAsDirect',
  NgayKetThucXuLy: 'notEnded',
  'TaiLieuNop.DuocSoHoa': 'papersNotDigitised',
  DuocThanhToanTrucTuyen: 'notPaidOnline',
  'DanhSachGiayToKetQua.MaKetQua': 'resultNotCounted',
  'DanhSachGiayToKetQua.DuongDanTepTinKetQua': 'resultNotDigitised',
} as const;
export type MissingField = keyof typeof losses;
export type Loss = (typeof losses)[MissingField];
export const missingFields = Object.keys(losses) as readonly MissingField[];

const isEnded = (status: string): boolean => ['3', '7', '8', '9', '10'].includes(status);

/** The fields of a case's message that are missing, in the order of the table. Before reception there is nothing to count. */
export function missingIn(record: WireCase): MissingField[] {
  const status = record.TrangThaiHoSo;
  const ended = isEnded(status);
  const [result] = record.DanhSachGiayToKetQua;
  const fee = record.DanhSachLePhi[0];
  const missing: Record<MissingField, boolean> = {
    MaHoSo: !record.MaHoSo,
    SoDinhDanh: !record.SoDinhDanh,
    NgayTiepNhan: !record.NgayTiepNhan,
    NgayHenTra: !record.NgayHenTra && !ended,
    KenhThucHien: !record.KenhThucHien,
    NgayKetThucXuLy: ended && !record.NgayKetThucXuLy,
    'TaiLieuNop.DuocSoHoa': record.TaiLieuNop.length > 0 && record.HoSoCoThanhPhanSoHoa === '0',
    DuocThanhToanTrucTuyen: ended && Boolean(fee) && !record.DuocThanhToanTrucTuyen,
    'DanhSachGiayToKetQua.MaKetQua': Boolean(result) && !result!.MaKetQua,
    'DanhSachGiayToKetQua.DuongDanTepTinKetQua': Boolean(result) && !result!.DuongDanTepTinKetQua,
  };
  return missingFields.filter((field) => missing[field]);
}

import { defineMessages } from '../../kit/i18n.ts';

export const messages = defineMessages(
  {
    report: {
      nation: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      motto: 'Độc lập - Tự do - Hạnh phúc',
      party: 'ĐẢNG CỘNG SẢN VIỆT NAM',
      number: (number: string) => `Số: ${number}`,
      noNumber: 'Số:          /',
      dateLine: (place: string, day: string, month: string, year: string) =>
        `${place}, ngày ${day} tháng ${month} năm ${year}`,
      asOf: (time: string, day: string) => `Số liệu tính đến ${time} ngày ${day}`,
      recipients: 'Nơi nhận:',
      hash: 'Mã băm SHA-256 của số liệu đã chốt:',
      verify: 'Đối chiếu bản gốc:',
      qr: 'Mã QR mở bản gốc của báo cáo trên hệ thống',
      empty: 'Không có bản ghi nào.',
    },
    state: {
      clean: 'Đã quét, không có mã độc',
      notScanned: 'Chưa quét mã độc',
      infected: 'Có mã độc, đã khóa',
      rejected: 'Bị từ chối, đã khóa',
    },
    file: {
      upload: 'Tệp đính kèm',
      hint: 'PDF, PNG, JPEG, DOCX, XLSX, ODT, CSV, TXT, P7S; tối đa 20 MB, không đặt mật khẩu.',
      held: 'Đang chờ quét, chưa tải được',
    },
  },
  {
    report: {
      nation: 'SOCIALIST REPUBLIC OF VIET NAM',
      motto: 'Independence - Freedom - Happiness',
      party: 'COMMUNIST PARTY OF VIET NAM',
      number: (number: string) => `No. ${number}`,
      noNumber: 'No.          /',
      dateLine: (place: string, day: string, month: string, year: string) =>
        `${place}, ${day}/${month}/${year}`,
      asOf: (time: string, day: string) => `Figures as of ${time} on ${day}`,
      recipients: 'Copies to:',
      hash: 'SHA-256 of the frozen figures:',
      verify: 'Check against the original:',
      qr: 'QR code that opens the original of this report in the system',
      empty: 'No records.',
    },
    state: {
      clean: 'Scanned, no malware found',
      notScanned: 'Not scanned for malware',
      infected: 'Contains malware, locked',
      rejected: 'Rejected, locked',
    },
    file: {
      upload: 'Attached file',
      hint: 'PDF, PNG, JPEG, DOCX, XLSX, ODT, CSV, TXT, P7S; up to 20 MB, without a password.',
      held: 'Waiting for the scan, cannot be downloaded yet',
    },
  },
);

import { problemKind } from '../../../kit/problems.ts';

export const reportTooLong = problemKind(
  'documents.reportTooLong',
  413,
  { vi: 'Báo cáo quá dài để in', en: 'The report is too long for paper' },
  { vi: 'Thu hẹp bộ lọc hoặc tải bản XLSX.', en: 'Narrow the filter, or download the XLSX.' },
);
export const renderTimedOut = problemKind(
  'documents.renderTimedOut',
  503,
  { vi: 'Không dựng kịp báo cáo', en: 'The report took too long to make' },
  {
    vi: 'Thử lại sau ít phút, thu hẹp bộ lọc hoặc tải bản XLSX.',
    en: 'Try again in a few minutes, narrow the filter, or download the XLSX.',
  },
);
export const badFile = problemKind(
  'documents.badFile',
  422,
  { vi: 'Không nhận tệp này', en: 'This file is not accepted' },
  {
    vi: 'Gửi tệp PDF, PNG, JPEG, DOCX, XLSX, ODT, CSV, TXT hoặc P7S, tối đa 20 MB, không đặt mật khẩu, tên tệp đúng với nội dung.',
    en: 'Send a PDF, PNG, JPEG, DOCX, XLSX, ODT, CSV, TXT or P7S file of at most 20 MB, without a password, whose name fits its content.',
  },
);
export const infectedFile = problemKind(
  'documents.infectedFile',
  422,
  { vi: 'Tệp có mã độc', en: 'The file contains malware' },
  {
    vi: 'Không mở tệp; quét máy tính đã tạo tệp và báo bộ phận an toàn thông tin.',
    en: 'Do not open the file; scan the computer it came from and tell your security officer.',
  },
);
export const fileLocked = problemKind(
  'documents.fileLocked',
  423,
  { vi: 'Tệp đã bị khóa', en: 'The file is locked' },
  {
    vi: 'Tệp có mã độc hoặc không hợp lệ nên không tải được; đề nghị cơ quan gửi lại bản sạch.',
    en: 'The file holds malware or is not valid and cannot be downloaded; ask its unit for a clean copy.',
  },
);
export const fileWaits = problemKind(
  'documents.fileWaits',
  423,
  { vi: 'Tệp đang chờ quét mã độc', en: 'The file is waiting for its malware scan' },
  { vi: 'Thử lại sau ít phút.', en: 'Try again in a few minutes.' },
);
export const badWorkbook = problemKind(
  'documents.badWorkbook',
  422,
  { vi: 'Không đọc được bảng tính', en: 'The workbook cannot be read' },
  {
    vi: 'Mở bằng phần mềm bảng tính, lưu lại dạng XLSX không mật khẩu, hoặc gửi bản CSV.',
    en: 'Open it in a spreadsheet program, save it as XLSX without a password, or send a CSV.',
  },
);

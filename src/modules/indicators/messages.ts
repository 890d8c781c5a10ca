import { defineMessages } from '../../kit/i18n.ts';

export const messages = defineMessages(
  {
    asOf: 'tính đến',
    parts: { numerator: 'Tử số', denominator: 'Mẫu số', excluded: 'Không tính' },
    records: { directive: 'Văn bản', ref: 'Mã', title: 'Nhiệm vụ', unit: 'Cơ quan', deadline: 'Thời hạn ghi trong văn bản', due: 'Ngày đến hạn', doneOn: 'Ngày hoàn thành', state: 'Tình trạng' },
  },
  {
    asOf: 'as of',
    parts: { numerator: 'Numerator', denominator: 'Denominator', excluded: 'Not counted' },
    records: { directive: 'Directive', ref: 'Code', title: 'Task', unit: 'Agency', deadline: 'Deadline as printed', due: 'Due on', doneOn: 'Completed on', state: 'State' },
  },
);

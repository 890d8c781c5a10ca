import { defineMessages } from '../../../kit/i18n.ts';

export const units = defineMessages(
  {
    below: 'Đơn vị trực thuộc',
    levels: {
      centre: 'Trung ương',
      ministry: 'Bộ, ngành',
      party: 'Cơ quan Đảng',
      massBody: 'Đoàn thể',
      province: 'Tỉnh, thành phố',
      other: 'Cơ quan khác',
    },
    choose: 'Chọn cơ quan',
  },
  {
    below: 'Units below',
    levels: {
      centre: 'Centre',
      ministry: 'Ministries and agencies',
      party: 'Party bodies',
      massBody: 'Mass organisations',
      province: 'Provinces and cities',
      other: 'Other bodies',
    },
    choose: 'Choose an agency',
  },
);

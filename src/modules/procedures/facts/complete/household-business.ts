import {
  applicantFields,
  ask,
  byProvince,
  choice,
  entry,
  formPart,
  inOrder,
  is,
  limit,
  option,
  paper,
  residenceFields,
  row,
  section,
  step,
  w,
  workingDays,
} from '../build.ts';
import { laws } from '../laws.ts';

/** 1.001612: three working days; received in the last hour of work it counts from the next day, a supplement restarts. */
export const householdBusiness = entry('1.001612', {
  name: w('Đăng ký thành lập hộ kinh doanh', 'Registration of a household business'),
  fieldVi: 'Thành lập và hoạt động doanh nghiệp (hộ kinh doanh)',
  level: 'commune',
  decision: '2353/QĐ-BTC',
  subjects: ['citizen', 'business'],
  agencyText: 'Cơ quan đăng ký kinh doanh cấp xã',
  competence: { level: 'commune', place: 'business' },
  channels: [
    row('online', workingDays(3), byProvince),
    row('desk', workingDays(3), byProvince),
    row('post', workingDays(3), byProvince),
  ],
  components: [
    formPart('request', w('Giấy đề nghị đăng ký hộ kinh doanh', 'Application')),
    paper(
      'members',
      w('Văn bản ủy quyền của thành viên hộ gia đình', 'Authority of the members of the household'),
      {
        originals: 0,
        copies: 1,
        when: is('owner', 'family'),
      },
    ),
    paper('authority', w('Văn bản ủy quyền nộp hồ sơ', 'Authority to file'), { when: is('files', 'other') }),
  ],
  steps: inOrder([
    step('receive', limit(2, 'workingHour')),
    step('assign', limit(2, 'workingHour')),
    step('appraise', limit(12, 'workingHour'), {
      name: w(
        'Thẩm định, kiểm tra tên, gửi thông tin cho cơ quan thuế',
        'Appraise, check the name, inform the tax office',
      ),
    }),
    step('sign', limit(6, 'workingHour')),
    step('issue', limit(2, 'workingHour')),
    step('return'),
  ]),
  results: [
    {
      code: 'KQ.G12.001041',
      name: w('Giấy chứng nhận đăng ký hộ kinh doanh', 'Certificate of household business'),
      electronic: true,
    },
  ],
  legalBases: [laws.household, laws.hoursOfGroup, laws.oneStop, laws.slips],
  coordinating: ['Cơ quan thuế'],
  lifeEvents: ['mở hộ kinh doanh'],
  form: {
    sections: [
      section('applicant', w('Chủ hộ kinh doanh', 'The owner'), [
        ...applicantFields,
        ask('birthDay', 'person.birthDay', 'applicant'),
        ...residenceFields,
        choice('owner', 'ownerOfBusiness', w('Chủ thể thành lập', 'Who founds it'), [
          option('person', 'Cá nhân', 'One person'),
          option('family', 'Các thành viên hộ gia đình', 'Members of a household'),
        ]),
        choice('files', 'whoFilesForBusiness', w('Người nộp hồ sơ', 'Who files'), [
          option('self', 'Chủ hộ tự nộp', 'The owner'),
          option('other', 'Người được ủy quyền, bưu chính, đơn vị dịch vụ', 'Somebody authorised'),
        ]),
      ]),
      section('business', w('Hộ kinh doanh', 'The business'), [
        ask('businessName', 'business.name', undefined, {
          hint: w(
            'Gồm “Hộ kinh doanh” và tên riêng, không trùng trong phạm vi cấp xã.',
            'Unlike any other in the commune.',
          ),
        }),
        ask('businessCommune', 'business.commune'),
        ask('businessAddress', 'business.address'),
        ask('activity', 'business.activity'),
        ask('capital', 'business.capital', undefined, { min: 1 }),
        ask('workers', 'business.workers', undefined, { min: 0, max: 1000 }),
        ask('startDay', 'business.startDay', undefined, { required: false }),
      ]),
    ],
  },
  time: {
    cutoff: { at: 'lastHour', effect: 'startNextWorkingDay', legalBasis: laws.hoursOfGroup },
    pause: 'restart',
    autoCloseAfter: 15,
    legalBasis: laws.household,
  },
  serviceLevel: 'full',
  sourceUrl: 'https://dichvucong.gov.vn/thu-tuc-hanh-chinh/019d2bfb-d76d-737f-81b9-69258b07240b',
  notes:
    'Thời hạn lấy từ phần trình tự; bản ghi nêu 150.000 đồng làm ví dụ, Hội đồng nhân dân tỉnh quyết định mức thu. Giờ chốt và cách tính lại thời hạn theo mẫu của Nghị định 297/2025/NĐ-CP.',
});

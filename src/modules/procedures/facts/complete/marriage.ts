import {
  after15,
  allChannels,
  applicantFields,
  ask,
  choice,
  entry,
  formPart,
  free,
  inOrder,
  is,
  limit,
  option,
  paper,
  residenceFields,
  section,
  shown,
  step,
  w,
  workingDays,
} from '../build.ts';
import { laws } from '../laws.ts';

const status = [
  option('single', 'Chưa từng kết hôn', 'Never married'),
  option('divorced', 'Đã ly hôn', 'Divorced'),
  option('widowed', 'Vợ hoặc chồng đã chết', 'Widowed'),
];

/** 1.000894: both come to sign; marital status of people of the commune is looked up. */
export const marriage = entry('1.000894', {
  name: w('Đăng ký kết hôn', 'Marriage registration'),
  fieldVi: 'Hộ tịch',
  level: 'commune',
  decision: '163/QĐ-BTP',
  subjects: ['citizen'],
  agencyText: 'Ủy ban nhân dân cấp xã',
  competence: { level: 'commune', place: 'residence' },
  channels: allChannels(workingDays(0), free),
  components: [
    formPart(
      'declaration',
      w('Tờ khai đăng ký kết hôn (biểu mẫu điện tử)', 'Declaration of marriage (form)'),
    ),
    shown('identity', w('Căn cước', 'Identity card'), {
      replacedBy: {
        database: 'Cơ sở dữ liệu quốc gia về dân cư',
        legalPlace: `${laws.civilStatus}, Khoản 1 Điều 2 được sửa đổi bởi Khoản 2 Điều 2`,
      },
    }),
    paper(
      'divorce',
      w('Bản án, quyết định ly hôn chưa có trong dữ liệu hộ tịch', 'Divorce decision not yet in the data'),
      {
        required: false,
        when: { or: [is('ownStatus', 'divorced'), is('partnerStatus', 'divorced')] },
      },
    ),
  ],
  steps: inOrder([
    step('receive', limit(1, 'workingHour')),
    step('appraise', limit(4, 'workingHour'), {
      name: w(
        'Công chức tư pháp – hộ tịch kiểm tra điều kiện kết hôn',
        'The civil-status officer checks the conditions',
      ),
    }),
    step('sign', limit(2, 'workingHour'), {
      name: w(
        'Hai bên ký sổ, lãnh đạo ký Giấy chứng nhận',
        'Both sign the register, the leader signs the certificate',
      ),
    }),
    step('issue', limit(1, 'workingHour')),
    step('return'),
  ]),
  results: [
    { code: 'KQ.G15.000032', name: w('Giấy chứng nhận kết hôn', 'Marriage certificate'), electronic: true },
  ],
  legalBases: [laws.civilStatus, laws.oneStop, laws.slips, laws.dataInsteadOfPaper],
  lifeEvents: ['kết hôn'],
  conditions: [
    w(
      'Hai bên nam, nữ cùng có mặt khi ký sổ và nhận Giấy chứng nhận.',
      'Both are present to sign and to receive the certificate.',
    ),
  ],
  form: {
    sections: [
      section('applicant', w('Người nộp hồ sơ', 'Who files'), [
        ...applicantFields,
        ...residenceFields,
        ask('ownEthnicity', 'person.ethnicity', 'applicant'),
        choice(
          'ownStatus',
          'maritalStatusOfApplicant',
          w('Tình trạng hôn nhân của người nộp hồ sơ', 'Your marital status'),
          status,
        ),
        ask('ownCount', 'person.marriageCount', 'applicant', { min: 1, max: 20 }),
      ]),
      section('partner', w('Người kết hôn cùng', 'The other person'), [
        ask('partnerName', 'person.fullName', 'partner'),
        ask('partnerId', 'person.personalId', 'partner'),
        ask('partnerBirthDay', 'person.birthDay', 'partner'),
        ask('partnerEthnicity', 'person.ethnicity', 'partner'),
        ask('partnerResidence', 'person.residence', 'partner'),
        choice(
          'partnerStatus',
          'maritalStatusOfPartner',
          w('Tình trạng hôn nhân của người kết hôn cùng', 'Marital status of the other person'),
          status,
        ),
        ask('partnerCount', 'person.marriageCount', 'partner', { min: 1, max: 20 }),
      ]),
    ],
  },
  time: {
    cutoff: after15(laws.civilStatus),
    pause: 'subtract',
    autoCloseAfter: 15,
    legalBasis: laws.civilStatus,
  },
  serviceLevel: 'partial',
  serviceLevelReason: 'Hai bên nam, nữ phải có mặt để ký Sổ đăng ký kết hôn và Giấy chứng nhận kết hôn.',
  sourceUrl: 'https://dichvucong.gov.vn/thu-tuc-hanh-chinh/019d2bfd-3fac-7489-b53b-a15eb239a6fe',
  notes: 'Bản ghi quốc gia ghi thời hạn 1 không có đơn vị; miễn lệ phí theo quy định chung.',
});

import {
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
  row,
  section,
  step,
  w,
  workingDays,
} from '../build.ts';
import { laws } from '../laws.ts';

const payment = choice('payment', 'wayOfPayment', w('Cách nhận tiền', 'How it is paid'), [
  option('account', 'Qua tài khoản', 'Into an account'),
  option('cash', 'Tiền mặt tại nơi chi trả', 'In cash'),
]);

/** 1.014027: social pension, ten working days in the commune. */
export const socialPension = entry('1.014027', {
  name: w(
    'Thực hiện, điều chỉnh, thôi hưởng trợ cấp hưu trí xã hội',
    'Social pension allowance: grant, change, stop',
  ),
  fieldVi: 'Bảo trợ xã hội',
  level: 'commune',
  decision: '2816/QĐ-UBND (Đồng Nai, 2025)',
  subjects: ['citizen'],
  agencyText: 'Ủy ban nhân dân cấp xã',
  competence: { level: 'commune', place: 'residence' },
  channels: allChannels(workingDays(10), free),
  components: [
    formPart(
      'declaration',
      w('Tờ khai đề nghị trợ cấp hưu trí xã hội (biểu mẫu điện tử)', 'Declaration (form)'),
    ),
    paper('authority', w('Văn bản ủy quyền', 'Letter of authority'), { when: is('files', 'authorised') }),
  ],
  steps: inOrder([
    step('receive', limit(4, 'workingHour')),
    step('assign', limit(4, 'workingHour')),
    step('appraise', limit(48, 'workingHour'), {
      name: w(
        'Thẩm định, đối chiếu dữ liệu dân cư và bảo hiểm xã hội',
        'Appraise; compare with population and insurance data',
      ),
    }),
    step('check', limit(8, 'workingHour')),
    step('sign', limit(12, 'workingHour')),
    step('issue', limit(4, 'workingHour')),
    step('return'),
  ]),
  results: [
    { name: w('Quyết định trợ cấp hưu trí xã hội', 'Decision on the social pension'), electronic: true },
  ],
  legalBases: [laws.oneStop, laws.slips, laws.electronic],
  coordinating: ['Bảo hiểm xã hội'],
  lifeEvents: ['tuổi già', 'người thân qua đời'],
  form: {
    sections: [
      section('applicant', w('Người nộp hồ sơ', 'Who files'), [
        ...applicantFields,
        choice('files', 'whoFilesForBeneficiary', w('Người nộp hồ sơ là', 'Who files'), [
          option('self', 'Chính người hưởng', 'The beneficiary'),
          option('authorised', 'Người được ủy quyền', 'Somebody authorised'),
        ]),
        choice('request', 'kindOfSocialPension', w('Đề nghị', 'Request'), [
          option('grant', 'Hưởng mới', 'Grant'),
          option('change', 'Điều chỉnh', 'Change'),
          option('stop', 'Thôi hưởng', 'Stop'),
        ]),
      ]),
      section('beneficiary', w('Người hưởng', 'Beneficiary'), [
        ask('beneficiaryName', 'person.fullName', 'beneficiary', { when: is('files', 'authorised') }),
        ask('beneficiaryId', 'person.personalId', 'beneficiary', { when: is('files', 'authorised') }),
        ask('beneficiaryBirthDay', 'person.birthDay', 'beneficiary', { when: is('files', 'authorised') }),
        ask('beneficiaryResidence', 'person.residence', 'beneficiary'),
        payment,
        ask('account', 'person.bankAccount', 'beneficiary', { when: is('payment', 'account') }),
        ask('reason', 'case.request', undefined, { when: { in: [{ var: 'request' }, ['change', 'stop']] } }),
      ]),
    ],
  },
  time: { pause: 'subtract', autoCloseAfter: 15, legalBasis: laws.oneStop },
  rules: {
    anyPlace: true,
    proactive: 4,
    offer: {
      on: [{ kind: 'told', event: 'retirement' }],
      openDays: 60,
      startDays: 10,
      undoDays: 30,
      legalBasis: laws.proactive,
      fill: [
        { field: 'files', value: 'self' },
        { field: 'request', value: 'grant' },
        { field: 'payment', value: 'cash' },
        { field: 'beneficiaryResidence', term: 'person.residence@applicant' },
      ],
    },
  },
  serviceLevel: 'full',
  sourceUrl:
    'https://thuvienphapluat.vn/van-ban/Bo-may-hanh-chinh/Quyet-dinh-2816-QD-UBND-2025-don-gian-hoa-thu-tuc-hanh-chinh-nganh-Y-te-Dong-Nai-682985.aspx',
  notes:
    'Nguồn chỉ nêu thời hạn 10 ngày làm việc (đang đề xuất 9). Thành phần hồ sơ, miễn phí, mức độ dịch vụ và thời gian từng bước là dữ liệu mẫu, cần địa phương xác nhận.',
});

/** 2.002755: filed at the commune, decided by the chair of the province. */
export const warAllowance = entry('2.002755', {
  name: w(
    'Giải quyết chế độ trợ cấp một lần đối với công nhân viên chức, chuyên gia, cán bộ xã, công an xã, thanh niên xung phong tham gia chiến tranh sau 30/4/1975 (còn sống)',
    'One-off allowance for civil participants in wars after 30 April 1975',
  ),
  fieldVi: 'Chính sách',
  level: 'province',
  decision: '3854/QĐ-UBND (Nghệ An, 2025)',
  subjects: ['citizen'],
  agencyText: 'Chủ tịch Ủy ban nhân dân cấp tỉnh',
  competence: { level: 'province', place: 'residence' },
  channels: [
    row('online', workingDays(12), free),
    row('desk', workingDays(12), free),
    row('post', workingDays(12), free),
  ],
  components: [
    formPart('declaration', w('Bản khai đề nghị hưởng chế độ (biểu mẫu điện tử)', 'Declaration (form)')),
    paper('proof', w('Giấy tờ chứng minh thời gian tham gia', 'Proof of service'), { required: false }),
  ],
  steps: inOrder([
    step('receive', limit(4, 'workingHour'), {
      name: w('Trung tâm Phục vụ hành chính công cấp xã tiếp nhận', 'The commune centre receives'),
    }),
    step('assign', limit(4, 'workingHour')),
    step('appraise', limit(56, 'workingHour')),
    step('check', limit(8, 'workingHour')),
    step('sign', limit(16, 'workingHour'), {
      name: w('Chủ tịch Ủy ban nhân dân tỉnh ký', 'The chair of the province signs'),
    }),
    step('issue', limit(8, 'workingHour')),
    step('return'),
  ]),
  results: [{ name: w('Quyết định trợ cấp một lần', 'Decision on the allowance'), electronic: true }],
  legalBases: [laws.oneStop, laws.slips],
  lifeEvents: ['người có công'],
  form: {
    sections: [
      section('applicant', w('Người đề nghị', 'Applicant'), [
        ...applicantFields,
        ask('birthDay', 'person.birthDay', 'applicant'),
        ...residenceFields,
      ]),
      section('service', w('Quá trình tham gia', 'Service'), [
        choice('group', 'groupOfParticipant', w('Đối tượng', 'Group'), [
          option('worker', 'Công nhân viên chức', 'Public worker'),
          option('expert', 'Chuyên gia', 'Expert'),
          option('commune', 'Cán bộ xã', 'Commune official'),
          option('police', 'Công an xã', 'Commune police'),
          option('youth', 'Thanh niên xung phong', 'Youth volunteer'),
        ]),
        ask('service', 'case.request', undefined, {
          label: w('Thời gian, địa bàn, đơn vị tham gia', 'When, where, with whom'),
        }),
        payment,
        ask('account', 'person.bankAccount', 'applicant', { when: is('payment', 'account') }),
      ]),
    ],
  },
  time: { pause: 'subtract', autoCloseAfter: 15, legalBasis: laws.oneStop },
  serviceLevel: 'full',
  sourceUrl:
    'https://thuvienphapluat.vn/van-ban/Bo-may-hanh-chinh/Quyet-dinh-3854-QD-UBND-2025-thu-tuc-hanh-chinh-linh-vuc-Chinh-sach-Chu-tich-Uy-ban-Nghe-An-682282.aspx',
  notes:
    'Nộp tại trung tâm cấp xã, Chủ tịch Ủy ban nhân dân tỉnh quyết định. Nguồn nêu thời hạn, miễn phí và mức độ; thành phần hồ sơ và thời gian từng bước là dữ liệu mẫu, cần địa phương xác nhận.',
});

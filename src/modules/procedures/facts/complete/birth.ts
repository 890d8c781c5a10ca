import {
  after15,
  allChannels,
  applicantFields,
  ask,
  choice,
  days,
  entry,
  formPart,
  free,
  inOrder,
  is,
  isNot,
  limit,
  option,
  paper,
  question,
  section,
  shown,
  step,
  w,
  workingDays,
} from '../build.ts';
import { laws } from '../laws.ts';

const relation = choice(
  'relation',
  'relationToChild',
  w('Người nộp hồ sơ là gì của trẻ', 'What you are to the child'),
  [
    option('father', 'Cha', 'Father'),
    option('mother', 'Mẹ', 'Mother'),
    option('relative', 'Ông, bà hoặc người thân khác', 'Grandparent or another relative'),
    option('authorised', 'Người được ủy quyền', 'Authorised person'),
  ],
);

/** The child and its parents; who files as father or mother is not asked for again. Used by the interlinked group too. */
export const childSections = [
  section('applicant', w('Người nộp hồ sơ', 'Who files'), [...applicantFields, relation]),
  section('child', w('Thông tin của trẻ', 'The child'), [
    ask('childName', 'person.fullName', 'child'),
    ask('childBirthDay', 'person.birthDay', 'child'),
    ask('childSex', 'person.sex', 'child'),
    ask('childEthnicity', 'person.ethnicity', 'child'),
    ask('childNationality', 'person.nationality', 'child'),
    ask('childHomeTown', 'person.homeTown', 'child', {
      hint: w(
        'Theo quê quán của cha hoặc mẹ, do cha mẹ thỏa thuận.',
        'That of the father or the mother, as they agree.',
      ),
    }),
    ask('birthPlace', 'person.birthPlace', 'child', {
      hint: w(
        'Ghi tên cơ sở y tế; sinh tại nhà thì ghi địa chỉ.',
        'The hospital; for a birth at home the address.',
      ),
    }),
    question(
      'hasProof',
      'certificateOfBirth',
      w('Có Giấy chứng sinh hoặc dữ liệu chứng sinh', 'There is a certificate of live birth or its data'),
    ),
    ask('birthProof', 'birth.proof', 'child', {
      required: false,
      when: is('hasProof', true),
      hint: w(
        'Có số này thì không phải nộp Giấy chứng sinh giấy.',
        'With it no paper certificate is needed.',
      ),
    }),
  ]),
  section('parents', w('Cha, mẹ', 'Parents'), [
    question('fatherKnown', 'fatherStated', w('Có ghi thông tin về cha', 'The father is to be stated'), {
      when: isNot('relation', 'father'),
    }),
    ask('fatherName', 'person.fullName', 'father', { when: is('fatherKnown', true) }),
    ask('fatherId', 'person.personalId', 'father', { when: is('fatherKnown', true), required: false }),
    ask('motherName', 'person.fullName', 'mother', { when: isNot('relation', 'mother') }),
    ask('motherId', 'person.personalId', 'mother', { when: isNot('relation', 'mother'), required: false }),
    ask('motherResidence', 'person.residence', 'mother', {
      label: w(
        'Nơi cư trú của cha hoặc mẹ (xã, phường, đặc khu)',
        'Commune where the father or mother lives',
      ),
      hint: w('Ủy ban nhân dân nơi này đăng ký khai sinh.', 'Its committee registers the birth.'),
    }),
  ]),
];

/** Certificate of birth of a live child: papers of 1.001193. */
export const birthPapers = [
  formPart('declaration', w('Tờ khai đăng ký khai sinh (biểu mẫu điện tử)', 'Declaration of birth (form)')),
  paper(
    'birthCertificate',
    w('Giấy chứng sinh hoặc dữ liệu điện tử có ký số', 'Certificate of live birth or its signed data'),
    {
      when: is('hasProof', true),
    },
  ),
  paper(
    'witness',
    w(
      'Văn bản của người làm chứng hoặc giấy cam đoan về việc sinh',
      'Statement of a witness or declaration about the birth',
    ),
    {
      when: is('hasProof', false),
    },
  ),
  paper('authority', w('Văn bản ủy quyền', 'Letter of authority'), { when: is('relation', 'authorised') }),
  shown('identity', w('Căn cước', 'Identity card'), {
    replacedBy: {
      database: 'Cơ sở dữ liệu quốc gia về dân cư',
      legalPlace: `${laws.civilStatus}, Khoản 1 Điều 2 được sửa đổi bởi Khoản 2 Điều 2`,
    },
  }),
];

/** 1.001193: same day, draft to the citizen, personal number from the population database. */
export const birth = entry('1.001193', {
  name: w('Đăng ký khai sinh', 'Birth registration'),
  fieldVi: 'Hộ tịch',
  level: 'commune',
  decision: '163/QĐ-BTP',
  subjects: ['citizen'],
  agencyText: 'Ủy ban nhân dân cấp xã',
  competence: { level: 'commune', place: 'residence' },
  channels: allChannels(workingDays(0), free),
  caseKinds: [
    {
      key: 'homeBirth',
      name: w('Không có Giấy chứng sinh, cần xác minh', 'Without a certificate of birth, to be verified'),
      when: is('hasProof', false),
      addition: workingDays(3),
      legalBasis: laws.civilStatus,
    },
  ],
  components: birthPapers,
  steps: inOrder([
    step('receive', limit(1, 'workingHour')),
    step('appraise', limit(3, 'workingHour'), {
      name: w('Công chức tư pháp – hộ tịch thẩm định', 'The civil-status officer appraises'),
      next: [
        { to: 'draft', name: w('Gửi dự thảo cho người dân', 'Send the draft to the citizen') },
        { to: 'verify', name: w('Cần xác minh ở xã khác', 'Another commune must verify') },
      ],
    }),
    {
      key: 'verify',
      role: 'consult',
      name: w('Xã khác xác minh', 'Another commune verifies'),
      at: 'coordinator',
      waitsFor: 'otherAgency',
      next: [{ to: 'draft' }],
    },
    {
      key: 'draft',
      role: 'appraise',
      name: w('Người dân xem dự thảo Giấy khai sinh', 'The citizen reads the draft'),
      at: 'competent',
      waitsFor: 'applicantAnswer',
      silenceAfter: days(1),
    },
    {
      key: 'register',
      role: 'appraise',
      name: w(
        'Ghi sổ hộ tịch điện tử, lấy số định danh cá nhân',
        'Enter the register, obtain the personal number',
      ),
      at: 'competent',
      limit: limit(2, 'workingHour'),
    },
    step('sign', limit(1, 'workingHour')),
    step('issue', limit(1, 'workingHour')),
    step('return'),
  ]),
  results: [{ code: 'KQ.G15.000031', name: w('Giấy khai sinh', 'Birth certificate'), electronic: true }],
  legalBases: [laws.civilStatus, laws.oneStop, laws.slips, laws.dataInsteadOfPaper],
  lifeEvents: ['sinh con'],
  form: { sections: childSections },
  time: {
    cutoff: after15(laws.civilStatus),
    pause: 'subtract',
    autoCloseAfter: 15,
    legalBasis: laws.civilStatus,
  },
  rules: { anyPlace: true, draftToApplicant: days(1) },
  serviceLevel: 'full',
  sourceUrl: 'https://dichvucong.gov.vn/thu-tuc-hanh-chinh/019d2bfd-3fe0-70ac-b9d6-5e9e20d6eef7',
  notes:
    'Trong ngày; nhận sau 15 giờ mà không giải quyết được ngay thì trả trong ngày làm việc tiếp theo. Bản ghi quốc gia không nêu đơn vị thời hạn và mức độ dịch vụ; mức độ do tỉnh quyết định.',
});

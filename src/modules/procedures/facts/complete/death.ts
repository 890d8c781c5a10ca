import {
  after15,
  allChannels,
  applicantFields,
  ask,
  byProvince,
  choice,
  entry,
  formPart,
  free,
  inOrder,
  is,
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

/** 1.000656: free when registered in time, otherwise the province sets the fee. */
export const death = entry('1.000656', {
  name: w('Đăng ký khai tử', 'Death registration'),
  fieldVi: 'Hộ tịch',
  level: 'commune',
  decision: '163/QĐ-BTP',
  subjects: ['citizen'],
  agencyText: 'Ủy ban nhân dân cấp xã',
  competence: { level: 'commune', place: 'residence' },
  channels: [
    ...allChannels(workingDays(0), free, { caseKind: 'inTime' }),
    ...allChannels(workingDays(0), byProvince, { caseKind: 'late' }),
  ],
  caseKinds: [
    { key: 'inTime', name: w('Đăng ký đúng hạn', 'Registered in time'), when: is('isInTime', true) },
    { key: 'late', name: w('Đăng ký quá hạn', 'Registered late'), when: is('isInTime', false) },
  ],
  components: [
    formPart('declaration', w('Tờ khai đăng ký khai tử (biểu mẫu điện tử)', 'Declaration of death (form)')),
    paper(
      'notice',
      w(
        'Giấy báo tử hoặc giấy tờ thay thế, hoặc dữ liệu điện tử có ký số',
        'Notice of death, its substitute or signed data',
      ),
    ),
    paper('authority', w('Văn bản ủy quyền', 'Letter of authority'), { when: is('relation', 'authorised') }),
    shown('identity', w('Căn cước', 'Identity card'), {
      replacedBy: {
        database: 'Cơ sở dữ liệu quốc gia về dân cư',
        legalPlace: `${laws.civilStatus}, Khoản 1 Điều 2 được sửa đổi bởi Khoản 2 Điều 2`,
      },
    }),
  ],
  steps: inOrder([
    step('receive', limit(1, 'workingHour')),
    step('appraise', limit(4, 'workingHour')),
    step('sign', limit(2, 'workingHour')),
    step('issue', limit(1, 'workingHour')),
    step('return'),
  ]),
  results: [
    {
      code: 'KQ.G15.000034',
      name: w('Trích lục khai tử', 'Extract of the death register'),
      electronic: true,
    },
  ],
  legalBases: [laws.civilStatus, laws.oneStop, laws.slips, laws.dataInsteadOfPaper],
  lifeEvents: ['người thân qua đời'],
  form: {
    sections: [
      section('applicant', w('Người nộp hồ sơ', 'Who files'), [
        ...applicantFields,
        choice(
          'relation',
          'relationToDeceased',
          w('Người nộp hồ sơ là gì của người chết', 'What you are to the deceased'),
          [
            option('spouse', 'Vợ, chồng', 'Wife or husband'),
            option('child', 'Con', 'Child'),
            option('parent', 'Cha, mẹ', 'Parent'),
            option('relative', 'Người thân khác', 'Another relative'),
            option('authorised', 'Người được ủy quyền', 'Authorised person'),
          ],
        ),
      ]),
      section('deceased', w('Người chết', 'The deceased'), [
        ask('deceasedName', 'person.fullName', 'deceased'),
        ask('deceasedId', 'person.personalId', 'deceased', { required: false }),
        ask('deceasedBirthDay', 'person.birthDay', 'deceased'),
        ask('deceasedResidence', 'person.residence', 'deceased', {
          hint: w(
            'Nơi cư trú cuối cùng; Ủy ban nhân dân nơi này đăng ký khai tử.',
            'The last one; its committee registers the death.',
          ),
        }),
        ask('deathDay', 'person.deathDay', 'deceased'),
        ask('deathHour', 'person.deathHour', 'deceased', { required: false }),
        ask('deathPlace', 'person.deathPlace', 'deceased'),
        ask('deathCause', 'person.deathCause', 'deceased', { required: false }),
        question(
          'isInTime',
          'deathRegisteredInTime',
          w('Đăng ký trong 15 ngày kể từ ngày có người chết', 'Registered within 15 days of the death'),
        ),
      ]),
    ],
  },
  time: {
    cutoff: after15(laws.civilStatus),
    pause: 'subtract',
    autoCloseAfter: 15,
    legalBasis: laws.civilStatus,
  },
  serviceLevel: 'full',
  sourceUrl: 'https://dichvucong.gov.vn/thu-tuc-hanh-chinh/019d2bfd-3fac-7489-b53b-9c6c958f2da4',
  notes: 'Bản ghi quốc gia ghi miễn phí; quá hạn thì Hội đồng nhân dân tỉnh quy định mức thu.',
});

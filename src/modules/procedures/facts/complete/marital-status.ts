import {
  after15,
  allChannels,
  applicantFields,
  ask,
  byProvince,
  choice,
  days,
  entry,
  formPart,
  inOrder,
  is,
  limit,
  option,
  paper,
  question,
  residenceFields,
  section,
  shown,
  step,
  w,
  workingDays,
} from '../build.ts';
import { laws } from '../laws.ts';

/** 1.004873: three working days; longer when a commune of an earlier residence must verify. */
export const maritalStatus = entry('1.004873', {
  name: w('Cấp Giấy xác nhận tình trạng hôn nhân', 'Certificate of marital status'),
  fieldVi: 'Hộ tịch',
  level: 'commune',
  decision: '163/QĐ-BTP',
  subjects: ['citizen'],
  agencyText: 'Ủy ban nhân dân cấp xã',
  competence: { level: 'commune', place: 'residence' },
  channels: allChannels(workingDays(3), byProvince),
  caseKinds: [
    {
      key: 'verification',
      name: w('Đã cư trú ở nơi khác, xã khác phải xác minh', 'Lived elsewhere: another commune verifies'),
      when: is('livedElsewhere', true),
      addition: workingDays(3),
      legalBasis: laws.civilStatus,
    },
  ],
  components: [
    formPart(
      'declaration',
      w('Tờ khai cấp Giấy xác nhận tình trạng hôn nhân (biểu mẫu điện tử)', 'Declaration (form)'),
    ),
    paper('earlier', w('Giấy xác nhận đã cấp trước đó', 'The certificate issued before'), {
      when: is('isAgain', true),
    }),
    paper(
      'ended',
      w('Thông tin bản án ly hôn hoặc trích lục khai tử', 'Divorce decision or extract of death'),
      {
        required: false,
        when: { in: [{ var: 'status' }, ['divorced', 'widowed']] },
        replacedBy: {
          database: 'Cơ sở dữ liệu hộ tịch điện tử',
          legalPlace: laws.dataInsteadOfPaper,
        },
      },
    ),
    shown('identity', w('Căn cước', 'Identity card'), {
      replacedBy: {
        database: 'Cơ sở dữ liệu quốc gia về dân cư',
        legalPlace: `${laws.civilStatus}, Khoản 1 Điều 2 được sửa đổi bởi Khoản 2 Điều 2`,
      },
    }),
  ],
  steps: inOrder([
    step('receive', limit(4, 'workingHour')),
    step('appraise', limit(12, 'workingHour'), {
      next: [
        { to: 'draft', when: { '!==': [{ var: 'livedElsewhere' }, true] } },
        { to: 'verify', when: is('livedElsewhere', true) },
      ],
    }),
    {
      key: 'verify',
      role: 'consult',
      name: w('Xã nơi cư trú trước xác minh', 'The commune of the earlier residence verifies'),
      at: 'coordinator',
      waitsFor: 'otherAgency',
      next: [{ to: 'draft' }],
    },
    {
      key: 'draft',
      role: 'appraise',
      name: w('Người dân xem dự thảo', 'The citizen reads the draft'),
      at: 'competent',
      waitsFor: 'applicantAnswer',
      silenceAfter: days(1),
    },
    step('sign', limit(6, 'workingHour')),
    step('issue', limit(2, 'workingHour')),
    step('return'),
  ]),
  results: [
    {
      code: 'KQ.G15.000038',
      name: w('Giấy xác nhận tình trạng hôn nhân', 'Certificate of marital status'),
      electronic: true,
    },
  ],
  legalBases: [laws.civilStatus, laws.oneStop, laws.slips, laws.dataInsteadOfPaper],
  lifeEvents: ['kết hôn', 'mua nhà đất'],
  form: {
    sections: [
      section('applicant', w('Người đề nghị', 'Applicant'), [
        ...applicantFields,
        ...residenceFields,
        choice(
          'status',
          'maritalStatusOfApplicant',
          w('Tình trạng hôn nhân hiện nay', 'Marital status now'),
          [
            option('single', 'Chưa đăng ký kết hôn với ai', 'Never married'),
            option('married', 'Đang có vợ hoặc chồng', 'Married'),
            option('divorced', 'Đã ly hôn', 'Divorced'),
            option('widowed', 'Vợ hoặc chồng đã chết', 'Widowed'),
          ],
        ),
        question(
          'livedElsewhere',
          'livedElsewhere',
          w(
            'Từ khi đủ tuổi kết hôn đã đăng ký thường trú ở nơi khác',
            'Had another residence since the age of marriage',
          ),
        ),
      ]),
      section('use', w('Sử dụng Giấy xác nhận', 'What it is for'), [
        choice('purpose', 'purposeOfMaritalStatus', w('Mục đích', 'Purpose'), [
          option('marriage', 'Kết hôn', 'Marriage'),
          option('property', 'Mua bán, thế chấp nhà đất', 'Property'),
          option('other', 'Việc khác', 'Another'),
        ]),
        ask('partnerName', 'person.fullName', 'partner', { when: is('purpose', 'marriage') }),
        ask('purposeText', 'case.purpose', undefined, { when: is('purpose', 'other') }),
        question(
          'isAgain',
          'issuedBefore',
          w('Đã được cấp Giấy xác nhận trước đây', 'A certificate was issued before'),
        ),
      ]),
    ],
  },
  time: {
    cutoff: after15(laws.civilStatus, 'startNextWorkingDay'),
    pause: 'subtract',
    autoCloseAfter: 15,
    legalBasis: laws.civilStatus,
  },
  rules: {
    anyPlace: true,
    draftToApplicant: days(1),
    proactive: 1,
    offer: {
      // The certificate holds for six months: Decree 123/2015/NĐ-CP, article 23.
      on: [{ kind: 'granted', procedureCode: '1.004873', months: 6, daysBefore: 14 }],
      openDays: 14,
      undoDays: 7,
      legalBasis: laws.proactive,
    },
  },
  serviceLevel: 'full',
  sourceUrl: 'https://dichvucong.gov.vn/thu-tuc-hanh-chinh/019d2bfd-6eb3-7019-bf3f-fc58c9ee44b9',
  notes: 'Xã khác xác minh trong 3 ngày làm việc. Lệ phí do Hội đồng nhân dân tỉnh quy định.',
});

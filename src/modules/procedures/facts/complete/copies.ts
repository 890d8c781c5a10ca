import {
  after15,
  applicantFields,
  ask,
  choice,
  dong,
  entry,
  formPart,
  free,
  inOrder,
  is,
  limit,
  option,
  paper,
  row,
  section,
  shown,
  step,
  w,
  workingDays,
} from '../build.ts';
import { laws } from '../laws.ts';

const perPage = dong(
  2000,
  w(
    'trang; từ trang thứ ba 1.000 đồng, không quá 200.000 đồng mỗi bản',
    'page; 1,000 from the third, at most 200,000 a copy',
  ),
);

/** 2.000815: compared with the original at the desk, the same day. */
export const certifiedCopy = entry('2.000815', {
  name: w('Chứng thực bản sao từ bản chính giấy tờ, văn bản', 'Certified true copies'),
  fieldVi: 'Chứng thực',
  level: 'commune',
  decision: '3152/QĐ-BTP',
  subjects: ['citizen', 'business', 'organisation'],
  agencyText: 'Ủy ban nhân dân cấp xã; tổ chức hành nghề công chứng',
  competence: { level: 'commune', place: 'reception' },
  channels: [row('desk', workingDays(0), perPage), row('online', workingDays(0), perPage)],
  caseKinds: [
    {
      key: 'manyPages',
      name: w('Nhiều trang, nhiều bản', 'Many pages or copies'),
      when: { '>': [{ var: 'pages' }, 50] },
      addition: workingDays(2),
      legalBasis: laws.certification,
    },
  ],
  components: [
    shown('original', w('Bản chính giấy tờ', 'The original'), { originals: 1 }),
    paper('copy', w('Bản sao cần chứng thực', 'The copy to be certified'), {
      originals: 0,
      copies: 1,
      required: false,
    }),
  ],
  steps: inOrder([
    step('receive', limit(1, 'workingHour'), {
      name: w('Tiếp nhận, đối chiếu với bản chính', 'Receive and compare with the original'),
    }),
    step('appraise', limit(3, 'workingHour')),
    step('sign', limit(3, 'workingHour'), { name: w('Ký chứng thực', 'Sign the certification') }),
    step('issue', limit(1, 'workingHour'), {
      name: w('Đóng dấu, vào sổ chứng thực', 'Seal and enter the register'),
    }),
    step('return'),
  ]),
  results: [
    {
      code: 'KQ.G15.000021',
      name: w('Bản sao được chứng thực từ bản chính', 'Certified copy'),
      electronic: true,
    },
  ],
  legalBases: [laws.certification, laws.oneStop, laws.slips],
  lifeEvents: ['chứng thực giấy tờ'],
  form: {
    sections: [
      section('applicant', w('Người yêu cầu', 'Applicant'), applicantFields),
      section('papers', w('Giấy tờ cần chứng thực', 'The papers'), [
        ask('paperName', 'paper.name'),
        ask('paperIssuer', 'paper.issuer', undefined, { required: false }),
        ask('pages', 'case.pages', undefined, { min: 1, max: 5000 }),
        ask('copies', 'case.copies', undefined, { min: 1, max: 500 }),
        choice('copyKind', 'kindOfCopy', w('Loại bản sao', 'Kind of copy'), [
          option('paper', 'Bản giấy', 'On paper'),
          option(
            'electronic',
            'Bản điện tử, lưu vào kho dữ liệu cá nhân',
            'Electronic, into the personal store',
          ),
        ]),
      ]),
    ],
  },
  time: {
    cutoff: after15(laws.certification),
    pause: 'subtract',
    autoCloseAfter: 15,
    legalBasis: laws.certification,
  },
  rules: { anyPlace: true },
  serviceLevel: 'partial',
  serviceLevelReason: 'Bản chính phải được đối chiếu trực tiếp trước khi chứng thực.',
  sourceUrl: 'https://dichvucong.gov.vn/thu-tuc-hanh-chinh/019d2bfd-8e22-77ef-819f-e49460350904',
  notes:
    'Tên rút gọn. Mức độ dịch vụ theo Quyết định 2770 (2025) của Đồng Nai. Nhiều trang: thêm không quá 2 ngày làm việc.',
});

/** 2.000908: eight working hours in four steps. */
export const registerCopy = entry('2.000908', {
  name: w('Cấp bản sao từ sổ gốc', 'Copy from the original register'),
  fieldVi: 'Chứng thực',
  level: 'commune',
  decision: '858/QĐ-BTP',
  subjects: ['citizen', 'organisation'],
  agencyText: 'Ủy ban nhân dân cấp xã đang quản lý sổ gốc',
  competence: { level: 'commune', place: 'reception' },
  channels: [
    row('online', workingDays(1), free),
    row('desk', workingDays(1), free),
    row('post', workingDays(1), free),
  ],
  components: [
    formPart('request', w('Yêu cầu cấp bản sao (biểu mẫu điện tử)', 'Request (form)')),
    shown('identity', w('Giấy tờ tùy thân hoặc căn cước điện tử', 'Identity card or electronic identity')),
    paper('relationProof', w('Giấy tờ chứng minh quan hệ', 'Proof of the relation'), {
      originals: 0,
      copies: 1,
      when: is('asks', 'representative'),
      replacedBy: {
        database: 'Cơ sở dữ liệu hộ tịch điện tử',
        legalPlace:
          'Nghị định số 23/2015/NĐ-CP được sửa đổi, bổ sung bởi Nghị định số 280/2025/NĐ-CP, Điểm b khoản 1 Điều 17 được sửa đổi, bổ sung bởi khoản 7 Điều 1',
      },
    }),
  ],
  steps: inOrder([
    step('receive', limit(2, 'workingHour')),
    step('appraise', limit(3, 'workingHour')),
    step('sign', limit(2, 'workingHour')),
    step('issue', limit(1, 'workingHour')),
    step('return'),
  ]),
  results: [
    {
      code: 'KQ.G15.000020',
      name: w('Bản sao được cấp từ sổ gốc', 'Copy from the register'),
      electronic: true,
    },
  ],
  legalBases: [laws.certification, laws.oneStop, laws.slips, laws.dataInsteadOfPaper],
  lifeEvents: ['chứng thực giấy tờ'],
  form: {
    sections: [
      section('applicant', w('Người yêu cầu', 'Applicant'), [
        ...applicantFields,
        choice('asks', 'capacityOfApplicant', w('Tư cách người yêu cầu', 'Capacity'), [
          option('self', 'Người được cấp bản chính', 'The holder of the original'),
          option('representative', 'Người đại diện hoặc người thân', 'Representative or relative'),
        ]),
        ask('subjectName', 'person.fullName', 'subject', { when: is('asks', 'representative') }),
      ]),
      section('papers', w('Bản chính trong sổ gốc', 'The entry'), [
        ask('paperName', 'paper.name'),
        ask('paperNumber', 'paper.number', undefined, { required: false }),
        ask('paperIssuedOn', 'paper.issuedOn', undefined, { required: false }),
        ask('copies', 'case.copies', undefined, { min: 1, max: 100 }),
      ]),
    ],
  },
  time: {
    cutoff: after15(laws.certification, 'startNextWorkingDay'),
    pause: 'subtract',
    autoCloseAfter: 15,
    legalBasis: laws.certification,
  },
  rules: {
    anyPlace: true,
    proactive: 3,
    offer: {
      on: [{ kind: 'granted', procedureCode: '1.001193' }],
      openDays: 30,
      undoDays: 15,
      legalBasis: laws.proactive,
      fill: [
        { field: 'asks', value: 'representative' },
        { field: 'subjectName', term: 'person.fullName@child' },
        { field: 'paperName', value: 'Giấy khai sinh' },
        { field: 'copies', value: '2' },
      ],
    },
  },
  serviceLevel: 'full',
  sourceUrl: 'https://dichvucong.gov.vn/thu-tuc-hanh-chinh/019d2bfd-8e5d-72f9-8cf2-c71780251483',
  notes:
    'Bản ghi quốc gia: cơ quan, tổ chức đang quản lý sổ gốc, mọi cấp; đây là phiên bản cấp xã. Thời gian từng bước theo quy trình của Hà Nội (13/05/2026): 2 + 3 + 2 + 1 giờ.',
});

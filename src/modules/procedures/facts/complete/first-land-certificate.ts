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
  question,
  residenceFields,
  row,
  section,
  step,
  w,
  workingDays,
} from '../build.ts';
import { laws } from '../laws.ts';

/** 1.013978: pauses until the financial duty is paid; ten more working days in remote communes. */
export const firstLandCertificate = entry('1.013978', {
  name: w(
    'Đăng ký đất đai, tài sản gắn liền với đất, cấp Giấy chứng nhận quyền sử dụng đất, quyền sở hữu tài sản gắn liền với đất lần đầu',
    'First land registration and certificate for households and persons',
  ),
  fieldVi: 'Đất đai',
  level: 'commune',
  decision: '3380/QĐ-BNNMT',
  subjects: ['citizen'],
  agencyText: 'Chủ tịch Ủy ban nhân dân cấp xã; Văn phòng đăng ký đất đai',
  competence: { level: 'commune', place: 'land' },
  channels: [
    row('online', workingDays(17), byProvince),
    row('desk', workingDays(17), byProvince),
    row('post', workingDays(17), byProvince),
  ],
  caseKinds: [
    {
      key: 'remote',
      name: w('Xã miền núi, biên giới, đảo, vùng khó khăn', 'Remote communes'),
      when: is('isRemote', true),
      addition: workingDays(10),
      legalBasis: laws.land,
    },
  ],
  components: [
    formPart('request', w('Đơn đăng ký đất đai', 'Application')),
    paper('rights', w('Giấy tờ về quyền sử dụng đất', 'Papers on the right to use the land'), {
      originals: 0,
      copies: 1,
      when: is('hasPapers', true),
    }),
    paper('duty', w('Chứng từ nghĩa vụ tài chính', 'Receipts of the financial duty'), { required: false }),
    paper('extract', w('Mảnh trích đo bản đồ địa chính', 'Cadastral extract'), { required: false }),
  ],
  steps: inOrder([
    step('receive', limit(4, 'workingHour')),
    step('assign', limit(4, 'workingHour'), {
      name: w('Phòng Kinh tế phân công', 'The economy office assigns'),
    }),
    {
      key: 'extract',
      role: 'consult',
      name: w(
        'Chi nhánh Văn phòng đăng ký đất đai trích lục bản đồ',
        'The land office branch makes the map extract',
      ),
      at: 'coordinator',
      limit: limit(40, 'workingHour'),
    },
    step('appraise', limit(56, 'workingHour'), {
      name: w(
        'Xác nhận hiện trạng, tranh chấp; niêm yết; chuyển thông tin địa chính',
        'State of use, disputes, posting; slip to the tax office',
      ),
      next: [
        { to: 'duty', when: { '!==': [{ var: 'asksNoPaper' }, true] } },
        { to: 'check', when: is('asksNoPaper', true) },
      ],
    }),
    {
      key: 'duty',
      role: 'collect',
      name: w('Chờ thực hiện nghĩa vụ tài chính', 'Wait for the financial duty'),
      at: 'competent',
      waitsFor: 'financialDuty',
    },
    step('check', limit(16, 'workingHour')),
    step('sign', limit(8, 'workingHour'), {
      name: w('Chủ tịch Ủy ban nhân dân cấp xã ký Giấy chứng nhận', 'The chair of the commune signs'),
    }),
    step('issue', limit(8, 'workingHour'), {
      name: w('Cập nhật hồ sơ địa chính, cơ sở dữ liệu', 'Land register and database'),
    }),
    step('return'),
  ]),
  results: [
    {
      code: 'KQ.G10.001148',
      name: w('Giấy chứng nhận quyền sử dụng đất', 'Land certificate'),
      electronic: false,
    },
    {
      name: w('Thông báo xác nhận kết quả đăng ký đất đai', 'Confirmation of the registration'),
      electronic: true,
    },
  ],
  legalBases: [laws.land, laws.oneStop, laws.slips],
  coordinating: ['Văn phòng đăng ký đất đai', 'Cơ quan thuế'],
  lifeEvents: ['mua nhà đất', 'cấp sổ đỏ'],
  form: {
    sections: [
      section('applicant', w('Người sử dụng đất', 'Land user'), [...applicantFields, ...residenceFields]),
      section('land', w('Thửa đất', 'The plot'), [
        ask('landCommune', 'land.commune'),
        ask('landAddress', 'land.address'),
        ask('sheet', 'land.sheet', undefined, { required: false }),
        ask('plot', 'land.plot', undefined, { required: false }),
        ask('area', 'land.area', undefined, { min: 0.1, max: 10_000_000 }),
        choice('origin', 'originOfLand', w('Nguồn gốc sử dụng', 'Origin'), [
          option('allocated', 'Nhà nước giao', 'Allocated by the State'),
          option('bought', 'Nhận chuyển nhượng', 'Bought'),
          option('inherited', 'Thừa kế, tặng cho', 'Inherited or given'),
          option('opened', 'Khai hoang', 'Reclaimed'),
        ]),
        ask('useFrom', 'land.useFrom'),
        question(
          'isRemote',
          'remoteCommune',
          w('Thửa đất ở xã miền núi, biên giới, đảo, vùng khó khăn', 'The plot is in a remote commune'),
        ),
        question(
          'hasPapers',
          'papersOfLand',
          w('Có giấy tờ về quyền sử dụng đất', 'There are papers on the right'),
        ),
        question(
          'asksNoPaper',
          'registrationOnly',
          w('Chỉ đăng ký, chưa đề nghị cấp Giấy chứng nhận', 'Registration only, no certificate yet'),
        ),
      ]),
    ],
  },
  time: {
    pause: 'subtract',
    autoCloseAfter: 15,
    legalBasis: laws.land,
  },
  rules: { anyPlace: true },
  serviceLevel: 'partial',
  serviceLevelReason: 'Giấy chứng nhận là bản giấy; hiện trạng thửa đất phải được kiểm tra tại chỗ.',
  sourceUrl: 'https://dichvucong.gov.vn/thu-tuc-hanh-chinh/019d2bfa-8678-770b-8917-1872078767cd',
  notes:
    'Bản ghi quốc gia ghi 17 / 20 / 27 ngày làm việc cho trực tuyến / bưu chính / trực tiếp và dùng ô trực tiếp cho xã vùng khó khăn (+10 ngày); ở đây tách thành trường hợp, 20 ngày chưa kiểm chứng nên không dùng. Thời gian chờ nghĩa vụ tài chính được trừ. Tên rút gọn.',
});

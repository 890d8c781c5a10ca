import {
  applicantFields,
  ask,
  byProvince,
  choice,
  days,
  entry,
  formPart,
  inOrder,
  isNot,
  option,
  paper,
  row,
  section,
  step,
  w,
} from '../build.ts';
import { laws } from '../laws.ts';

/** 1.013225: twenty days, fifteen for a detached house. */
export const constructionPermit = entry('1.013225', {
  name: w(
    'Cấp giấy phép xây dựng mới đối với công trình cấp III, cấp IV và nhà ở riêng lẻ',
    'Building permit, class III and IV works and detached houses',
  ),
  fieldVi: 'Hoạt động xây dựng',
  level: 'commune',
  decision: '56/QĐ-BXD',
  subjects: ['citizen', 'business', 'organisation'],
  agencyText: 'Ủy ban nhân dân cấp xã',
  competence: { level: 'commune', place: 'land' },
  channels: [
    row('online', days(20), byProvince),
    row('desk', days(20), byProvince),
    row('online', days(15), byProvince, { caseKind: 'house' }),
    row('desk', days(15), byProvince, { caseKind: 'house' }),
  ],
  caseKinds: [
    {
      key: 'house',
      name: w('Nhà ở riêng lẻ', 'Detached house'),
      when: { '===': [{ var: 'work' }, 'house'] },
    },
  ],
  components: [
    formPart('request', w('Đơn đề nghị cấp giấy phép xây dựng', 'Application'), { formNumber: 'Mẫu số 1' }),
    paper('land', w('Giấy chứng nhận quyền sử dụng đất', 'Land certificate'), {
      originals: 0,
      copies: 1,
      replacedBy: {
        database: 'Cơ sở dữ liệu quốc gia về đất đai',
        legalPlace: `${laws.construction}, điểm b khoản 1 Điều 55`,
      },
    }),
    paper('design', w('Hồ sơ thiết kế', 'Design'), { originals: 2 }),
  ],
  // The plan is that of the longer limit; a house leaves five days less for the appraisal.
  steps: inOrder([
    step('receive', days(1)),
    step('assign', days(1)),
    step('appraise', days(13), {
      name: w('Thẩm định hồ sơ, kiểm tra thực địa', 'Appraise, visit the place'),
    }),
    step('check', days(2)),
    step('sign', days(2)),
    step('issue', days(1)),
    step('return'),
  ]),
  results: [{ code: 'KQ.G17.000311', name: w('Giấy phép xây dựng', 'Building permit'), electronic: true }],
  legalBases: [laws.construction, laws.oneStop, laws.slips, laws.dataInsteadOfPaper],
  lifeEvents: ['xây nhà'],
  form: {
    sections: [
      section('applicant', w('Chủ đầu tư', 'Owner'), applicantFields),
      section('land', w('Địa điểm xây dựng', 'Place'), [
        ask('landCommune', 'land.commune'),
        ask('landAddress', 'land.address'),
        ask('certificate', 'land.certificate', undefined, {
          hint: w(
            'Tra cứu trong cơ sở dữ liệu đất đai, không phải nộp bản sao.',
            'Looked up; no copy is needed.',
          ),
        }),
        ask('sheet', 'land.sheet', undefined, { required: false }),
        ask('plot', 'land.plot', undefined, { required: false }),
        ask('area', 'land.area', undefined, { min: 0.1, max: 10_000_000 }),
      ]),
      section('work', w('Công trình', 'The work'), [
        choice('work', 'kindOfWork', w('Loại công trình', 'Kind'), [
          option('house', 'Nhà ở riêng lẻ', 'Detached house'),
          option('notLine', 'Công trình không theo tuyến', 'Other building'),
          option('line', 'Công trình theo tuyến trong đô thị', 'Line in a town'),
          option('religious', 'Công trình tín ngưỡng, tôn giáo', 'Religious work'),
          option('monument', 'Tượng đài, tranh hoành tráng', 'Monument'),
        ]),
        ask('floors', 'work.floors', undefined, { min: 1, max: 200, when: isNot('work', 'line') }),
        ask('floorArea', 'work.floorArea', undefined, {
          min: 1,
          max: 1_000_000,
          when: isNot('work', 'line'),
        }),
        ask('height', 'work.height', undefined, { min: 0.5, max: 1000 }),
      ]),
    ],
  },
  time: { pause: 'subtract', autoCloseAfter: 15, legalBasis: laws.construction },
  serviceLevel: 'partial',
  serviceLevelReason: 'Phải kiểm tra thực địa; hồ sơ thiết kế nộp bản giấy để đóng dấu.',
  sourceUrl: 'https://dichvucong.gov.vn/thu-tuc-hanh-chinh/019d2bfe-9088-744d-aa0a-e846b6dce3d5',
  notes:
    'Bản ghi quốc gia ghi miễn phí, thực tế do Hội đồng nhân dân tỉnh quy định. 20 ngày trực tuyến, 15 ngày trực tiếp (nhà ở riêng lẻ): ở đây là trường hợp, không theo cách nộp. Mức độ theo Quyết định 2808 (2025) của Đồng Nai. Tên rút gọn.',
});

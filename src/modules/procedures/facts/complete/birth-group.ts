import {
  ask,
  choice,
  days,
  entry,
  free,
  inOrder,
  is,
  option,
  paper,
  row,
  section,
  step,
  formPart,
  w,
} from '../build.ts';
import { laws } from '../laws.ts';
import { birthPapers, childSections } from './birth.ts';

/** 2.000986: one form for birth, residence and health card of a child under six; three cases with their own clocks. */
export const birthGroup = entry('2.000986', {
  name: w(
    'Liên thông thủ tục hành chính về đăng ký khai sinh, đăng ký thường trú, cấp thẻ bảo hiểm y tế cho trẻ em dưới 6 tuổi',
    'Interlinked: birth, permanent residence and health card for a child under 6',
  ),
  fieldVi: 'Hộ tịch',
  level: 'commune',
  decision: 'QĐ/0001-BTP',
  subjects: ['citizen'],
  agencyText: 'Ủy ban nhân dân cấp xã',
  competence: { level: 'commune', place: 'residence' },
  channels: [row('online', days(20), free), row('desk', days(20), free)],
  components: [
    ...birthPapers,
    formPart(
      'residenceForm',
      w('Phần đăng ký thường trú trong tờ khai liên thông', 'Residence part of the form'),
    ),
    formPart(
      'healthForm',
      w('Phần bảo hiểm y tế trong tờ khai liên thông', 'Health insurance part of the form'),
    ),
    paper('consent', w('Ý kiến đồng ý của chủ hộ', 'Consent of the head of the household'), {
      when: is('household', 'other'),
    }),
  ],
  steps: inOrder([
    step('receive', days(1)),
    step('appraise', days(2), { name: w('Thẩm định phần khai sinh', 'Appraise the birth') }),
    step('sign', days(1), {
      name: w(
        'Ký Giấy khai sinh, lấy số định danh cá nhân',
        'Sign the certificate, obtain the personal number',
      ),
    }),
    {
      key: 'residence',
      role: 'consult',
      name: w('Công an cấp xã đăng ký thường trú', 'The commune police register the residence'),
      at: 'coordinator',
      limit: days(7),
    },
    {
      key: 'healthCard',
      role: 'consult',
      name: w('Bảo hiểm xã hội cấp thẻ bảo hiểm y tế', 'Social insurance issues the health card'),
      at: 'coordinator',
      limit: days(8),
    },
    step('issue', days(1), { name: w('Tập hợp ba kết quả', 'Bring the three results together') }),
    step('return'),
  ]),
  results: [
    { code: 'KQ.G15.000031', name: w('Giấy khai sinh', 'Birth certificate'), electronic: true },
    {
      code: 'KQ.G01.000065',
      name: w('Thông báo kết quả giải quyết về cư trú', 'Notice on residence'),
      electronic: true,
    },
    { name: w('Thẻ bảo hiểm y tế', 'Health card'), electronic: true },
  ],
  legalBases: [
    laws.interlinked,
    laws.civilStatus,
    laws.residence,
    laws.oneStop,
    laws.slips,
    laws.dataInsteadOfPaper,
  ],
  coordinating: ['Công an cấp xã', 'Bảo hiểm xã hội'],
  lifeEvents: ['sinh con'],
  conditions: [w('Trẻ dưới 6 tuổi.', 'The child is under six.')],
  form: {
    sections: [
      ...childSections,
      section('residence', w('Đăng ký thường trú', 'Residence'), [
        choice('household', 'householdOfChild', w('Trẻ đăng ký thường trú vào', 'The child joins'), [
          option('parent', 'Hộ của cha hoặc mẹ', 'The household of a parent'),
          option('other', 'Hộ khác', 'Another household'),
        ]),
        ask('headName', 'residence.headName', undefined, { when: is('household', 'other') }),
        ask('headId', 'residence.headId', undefined, { when: is('household', 'other') }),
        ask('childAddress', 'person.address', 'child'),
      ]),
      section('health', w('Thẻ bảo hiểm y tế', 'Health card'), [ask('clinic', 'health.clinic', 'child')]),
    ],
  },
  time: { pause: 'subtract', autoCloseAfter: 15, legalBasis: laws.interlinked },
  serviceLevel: 'full',
  interlinked: ['1.001193', '1.004222'],
  sourceUrl: 'https://dichvucong.gov.vn/thu-tuc-hanh-chinh/019d2bfd-95d8-77dd-86c5-880463eb8dbe',
  notes:
    'Một tờ khai, phần mềm tách thành ba hồ sơ có mã và đồng hồ riêng. Bản ghi quốc gia còn đòi sổ hộ khẩu đã bãi bỏ: không dùng. Nghị định 63/2024 có tổng thời gian ngắn hơn 20 ngày: chưa kiểm chứng. Mã thủ tục cấp thẻ bảo hiểm y tế không có trong danh mục nguồn.',
});

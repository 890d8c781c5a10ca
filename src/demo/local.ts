/** A province's own directives beside those of the centre: invented for Huế, and marked as such. */
import type { InputOf } from '../kit/contract.ts';
import { addDays, type Day, instantOf } from '../kit/day.ts';
import {
  addTask,
  cancelAssignment,
  enterDirective,
  markUncheckable,
  redirectAssignment,
  relateDirective,
} from '../modules/directives/contract.ts';
import { monthlyCycle } from '../modules/directives/rules/cycle.ts';
import { people } from './accounts.ts';
import type { Happening, Stage } from './stage.ts';
import { MARK } from './wording.ts';

const HUE = 'province-46';

type LocalTask = Omit<InputOf<typeof addTask>, 'directiveId'>;
interface LocalDirective extends Pick<
  InputOf<typeof enterDirective>,
  'number' | 'kind' | 'titleVi' | 'titleEn' | 'classification'
> {
  issuedOn: Day;
  tasks: readonly LocalTask[];
}

const task = (
  ref: string,
  titleVi: string,
  leadText: string,
  deadlineText: string,
  productVi: string,
  over: Partial<LocalTask> = {},
): LocalTask => ({
  ref,
  titleVi: `${MARK} ${titleVi}`,
  leadText,
  deadlineText,
  productVi,
  ...over,
});

const plan: LocalDirective = {
  number: 'MH-01/KH-UBND',
  kind: 'plan',
  issuedOn: '2025-07-10',
  classification: 'internal',
  titleVi: `${MARK} Kế hoạch của UBND thành phố Huế về dữ liệu và dịch vụ số cấp xã, sáu tháng cuối năm 2025`,
  titleEn: `${MARK} Plan of the Hue People’s Committee on data and digital services of communes, second half of 2025`,
  tasks: [
    task(
      'MH01-01',
      'Vận hành hệ thống giải quyết thủ tục hành chính tại 40 phường, xã',
      'Sở Khoa học và Công nghệ',
      '31/8/2025',
      'Biên bản nghiệm thu',
      { classification: 'public' },
    ),
    task(
      'MH01-02',
      'Bố trí máy tính, đường truyền cho điểm tiếp nhận hồ sơ',
      'Các xã, phường',
      '30/9/2025',
      'Báo cáo kiểm kê',
      { classification: 'public' },
    ),
    task(
      'MH01-03',
      'Tập huấn cán bộ một cửa cấp xã',
      'Sở Nội vụ',
      '30/9/2025',
      'Kế hoạch và kết quả tập huấn',
      { classification: 'public' },
    ),
    task('MH01-04', 'Số hóa sổ hộ tịch còn lại', 'Sở Tư pháp', '10/2025', 'Dữ liệu hộ tịch đã số hóa'),
    task(
      'MH01-05',
      'Làm sạch dữ liệu đất đai trên địa bàn',
      'Các xã, phường',
      '30/11/2025',
      'Báo cáo theo ba nhóm dữ liệu',
      { coordinatingText: 'Sở Nông nghiệp và Môi trường' },
    ),
    task(
      'MH01-06',
      'Hồ sơ sức khỏe điện tử cho học sinh',
      'Sở Y tế; Sở Giáo dục và Đào tạo',
      '12/2025',
      'Hồ sơ sức khỏe điện tử',
    ),
    task('MH01-07', 'Công bố 40 bộ dữ liệu mở', 'Sở Khoa học và Công nghệ', '12/2025', 'Cổng dữ liệu mở', {
      classification: 'public',
    }),
    task('MH01-08', 'Dự toán kinh phí vận hành năm 2026', 'Sở Tài chính', '31/10/2025', 'Dự toán'),
    task(
      'MH01-09',
      'Trợ lý ảo trả lời thủ tục hành chính',
      'Trung tâm Phục vụ hành chính công',
      '12/2025',
      'Trợ lý ảo',
    ),
    task('MH01-10', 'Bản đồ số di tích phục vụ du lịch', 'Sở Du lịch', '12/2025', 'Bản đồ số'),
    task('MH01-11', 'Nâng cao nhận thức số trong cộng đồng', 'Sở Văn hóa và Thể thao', '2025', 'Báo cáo'),
    task(
      'MH01-12',
      'Tổ công nghệ số cộng đồng tại thôn, tổ dân phố',
      'Các xã, phường',
      'hằng tháng',
      'Báo cáo tháng',
    ),
  ],
};

const notice: LocalDirective = {
  number: 'MH-02/TB-UBND',
  kind: 'notice',
  issuedOn: '2025-10-20',
  classification: 'public',
  titleVi: `${MARK} Thông báo kết luận phiên họp Ban Chỉ đạo thành phố Huế, tháng 10/2025`,
  titleEn: `${MARK} Notice of conclusions of the Hue steering committee, October 2025`,
  tasks: [],
};

const closed: LocalDirective = {
  number: 'MH-03/KH-UBND',
  kind: 'plan',
  issuedOn: '2025-08-01',
  classification: 'restricted',
  titleVi: `${MARK} Kế hoạch diễn tập ứng phó sự cố an toàn thông tin của thành phố Huế`,
  titleEn: `${MARK} Plan of an exercise in information security of Hue City`,
  tasks: [
    task('MH03-01', 'Kịch bản diễn tập', 'Sở Khoa học và Công nghệ', '30/9/2025', 'Kịch bản'),
    task(
      'MH03-02',
      'Sao lưu và khôi phục hệ thống một cửa',
      'Văn phòng Ủy ban nhân dân thành phố Huế',
      '15/11/2025',
      'Biên bản khôi phục',
    ),
  ],
};

async function enter(stage: Stage, d: LocalDirective): Promise<void> {
  const { tasks, ...fields } = d;
  const input = {
    ...fields,
    ownerUnitId: HUE,
    issuerUnitId: HUE,
    issuerText: 'UBND thành phố Huế',
    settings: { cycle: monthlyCycle },
  };
  const { id } = await stage.call(enterDirective, input, people.hueOffice);
  stage.note(`directive ${d.number}`, id);
  const above = await stage.directive('02-KH/BCĐTW');
  await stage.call(relateDirective, { id, toId: above, kind: 'implements' }, people.hueOffice);
  for (const one of tasks) await stage.call(addTask, { directiveId: id, ...one }, people.hueOffice);
}

/** Steps that a story does not have: redirected, cancelled, and not to be checked, each with its reason. */
const turns: readonly [day: Day, ref: string, run: (stage: Stage, id: string) => Promise<unknown>][] = [
  [
    '2025-08-12',
    'MH01-09',
    (s, id) =>
      s.call(
        redirectAssignment,
        {
          id,
          toUnitId: 'hue-science',
          reason: `${MARK} Hệ thống do Sở Khoa học và Công nghệ quản trị.`,
          document: 'MH-114/UBND',
        },
        people.hueOffice,
      ),
  ],
  [
    '2025-09-16',
    'MH01-10',
    (s, id) =>
      s.call(
        cancelAssignment,
        { id, reason: `${MARK} Đã nằm trong đề án du lịch thông minh.`, document: 'MH-152/UBND' },
        people.hueOffice,
      ),
  ],
  [
    '2025-10-02',
    'MH01-11',
    (s, id) =>
      s.call(markUncheckable, { id, reason: `${MARK} Chưa có sản phẩm đo đếm được.` }, people.hueOffice),
  ],
];

/** Tasks whose turns are told here, not by chance. */
export const localTurns: ReadonlySet<string> = new Set(turns.map(([, ref]) => ref));

export function localHappenings(): Happening[] {
  const entered = [plan, closed, notice].map((d): Happening => ({
    at: d === notice ? instantOf(d.issuedOn, '11:00') : instantOf(addDays(d.issuedOn, 1), '10:30'),
    key: `local ${d.number}`,
    run: (stage) => enter(stage, d),
    stories: { number: d.number, owner: HUE, from: addDays(d.issuedOn, 1) },
  }));
  const told = turns.map(([day, ref, run]): Happening => ({
    at: instantOf(day, '09:40'),
    key: `local ${ref}`,
    run: async (stage) => {
      const [lead] = await stage.leads(plan.number, ref);
      if (lead) await run(stage, lead.id);
    },
  }));
  return [...entered, ...told];
}

/** Sessions: two of the Government's steering committee, whose conclusions are real, and one of Huế, invented. */
import type { InputOf } from '../kit/contract.ts';
import { addDays, type Day, instantOf } from '../kit/day.ts';
import { conclude, fixAgenda, listMeetings, planMeeting } from '../modules/directives/contract.ts';
import { people } from './accounts.ts';
import type { Happening, Stage } from './stage.ts';
import { MARK } from './wording.ts';

type Conclusion = Omit<InputOf<typeof conclude>, 'id' | 'directiveId'> & { directive?: string };

interface Session {
  name: string;
  unitId: string;
  heldOn: Day;
  by: string;
  about: readonly string[];
  conclusions: readonly Conclusion[];
}

const sessions: readonly Session[] = [
  {
    name: 'Phiên họp thứ tư Ban Chỉ đạo của Chính phủ (24/9/2025)',
    unitId: 'government-steering-committee',
    heldOn: '2025-09-24',
    by: people.office,
    about: ['03/NQ-CP', '408/TB-VPCP'],
    conclusions: [
      {
        body: 'Bộ Khoa học và Công nghệ chủ trì, phối hợp Bộ Công an xây dựng cơ chế chấm điểm hằng tháng bộ, ngành, địa phương và người đứng đầu, xong trong tháng 10/2025.',
      },
      {
        body: 'Bộ Khoa học và Công nghệ hoàn thiện dự án Luật Trí tuệ nhân tạo, trình Chính phủ trong quý IV/2025.',
      },
    ],
  },
  {
    name: 'Phiên họp thứ năm Ban Chỉ đạo của Chính phủ (15/11/2025)',
    unitId: 'government-steering-committee',
    heldOn: '2025-11-15',
    by: people.office,
    about: ['03/NQ-CP', '408/TB-VPCP', '552/TB-VPCP'],
    conclusions: [
      {
        body: 'Bộ công cụ theo dõi, giám sát, đánh giá chỉ tiêu, nhiệm vụ KHCN, ĐMST, CĐS và Đề án 06',
        directive: '624/TB-VPCP',
        ref: 'TB624-02',
        leadText: 'Bộ Khoa học và Công nghệ',
        deadlineText: '11/2025',
        productVi: 'Bộ công cụ đưa vào khai thác',
      },
      { body: 'Các bộ, ngành, địa phương dứt điểm nhiệm vụ quá hạn và nhiệm vụ có hạn trong năm 2025.' },
    ],
  },
  {
    name: `${MARK} Phiên họp Ban Chỉ đạo thành phố Huế, tháng 10/2025`,
    unitId: 'hue-steering-committee',
    heldOn: '2025-10-20',
    by: people.hueOffice,
    about: ['MH-01/KH-UBND', '98/KH-BCĐ'],
    conclusions: [
      {
        body: `${MARK} Rà soát, bố trí cán bộ công nghệ thông tin hỗ trợ các phường, xã trong ba tháng cuối năm`,
        directive: 'MH-02/TB-UBND',
        ref: 'MH02-01',
        leadText: 'Sở Nội vụ',
        deadlineText: '30/11/2025',
        productVi: 'Phương án bố trí cán bộ',
      },
      {
        body: `${MARK} Đối soát dữ liệu đất đai với dữ liệu dân cư trên địa bàn`,
        directive: 'MH-02/TB-UBND',
        ref: 'MH02-02',
        leadText: 'Sở Nông nghiệp và Môi trường; các xã, phường',
        deadlineText: '15/12/2025',
        productVi: 'Báo cáo đối soát',
      },
      {
        body: `${MARK} Ban Chỉ đạo họp hằng tháng; văn phòng gửi danh sách việc chậm trước phiên họp ba ngày.`,
      },
    ],
  },
];

const idOf = async (stage: Stage, session: Session): Promise<string> => {
  const id = await stage.recall(`meeting ${session.name}`, async () => {
    const { items } = await stage.call(listMeetings, { limit: 100 });
    return items.find((m) => m.name === session.name)?.id;
  });
  if (!id) throw new Error(`demo: there is no meeting ${session.name}`);
  return id;
};

async function plan(stage: Stage, s: Session): Promise<void> {
  const directiveIds = await Promise.all(s.about.map((number) => stage.directive(number)));
  const { unitId, name, heldOn } = s;
  const made = await stage.call(planMeeting, { unitId, name, heldOn, directiveIds }, s.by);
  stage.note(`meeting ${name}`, made.id);
}

async function concluded(stage: Stage, s: Session): Promise<void> {
  const id = await idOf(stage, s);
  for (const { directive, ...conclusion } of s.conclusions) {
    const target = directive ? { directiveId: await stage.directive(directive) } : {};
    await stage.call(conclude, { id, ...conclusion, ...target }, s.by);
  }
}

export function sessionHappenings(): Happening[] {
  return sessions.flatMap((s, i): Happening[] => [
    {
      at: instantOf(addDays(s.heldOn, -5), '14:00'),
      key: `session ${i} planned`,
      run: (stage) => plan(stage, s),
    },
    {
      at: instantOf(s.heldOn, '07:30'),
      key: `session ${i} agenda`,
      run: async (stage) => void (await stage.call(fixAgenda, { id: await idOf(stage, s) }, s.by)),
    },
    { at: instantOf(s.heldOn, '11:30'), key: `session ${i} concluded`, run: (stage) => concluded(stage, s) },
  ]);
}

import { systemActor } from '../../src/kit/actor.ts';
import type { App } from '../../src/kit/app.ts';
import { addDays, instantOf } from '../../src/kit/day.ts';
import { sampleDirective, sampleTask } from '../../src/modules/directives/samples.ts';
import { type Random, randomFrom } from '../random.ts';
import type { Sizes } from '../sizes.ts';
import type { Country } from './units.ts';

const FIRST_DAY = '2025-07-02';
const SPREAD_DAYS = 90;

const DUE = [
  '30/9/2025',
  '10/2025',
  '15/11/2025',
  '11/2025',
  'quý IV/2025',
  '12/2025',
  '2025',
  '6/2026',
  '2026',
];
const VERBS = [
  'Hoàn thiện',
  'Triển khai',
  'Xây dựng',
  'Rà soát',
  'Kết nối',
  'Công bố',
  'Tổ chức',
  'Ban hành',
];
const OBJECTS = [
  'cơ sở dữ liệu dùng chung',
  'kế hoạch chuyển đổi số',
  'hạ tầng mạng đến cấp xã',
  'danh mục thủ tục hành chính toàn trình',
  'nền tảng học tập số',
  'trung tâm phục vụ hành chính công',
  'kho dữ liệu đất đai',
  'quy chế an toàn thông tin',
];
const FIELDS = ['chuyển đổi số', 'khoa học công nghệ', 'cải cách hành chính', 'dữ liệu'];

/** Who leads the next task and who helps: in turn communes, provinces and single bodies, spread evenly over the list. */
function unitsFor(kind: 'commune' | 'province' | 'other', country: Country, random: Random) {
  if (kind === 'commune') return { leadUnitIds: country.communes };
  if (kind === 'province') return { leadUnitIds: country.provinces };
  const helpers = new Set(
    Array.from({ length: 9 }, () => random.pick([...country.bodies, ...country.provinces])),
  );
  const [lead = country.bodies[0]!, ...others] = helpers;
  return { leadUnitIds: [lead], coordinatingUnitIds: others };
}

/** Kinds in a mixed order: what is rare comes at even distances. */
function kindsOf(sizes: Sizes): ('commune' | 'province' | 'other')[] {
  const parts = { commune: sizes.communeTasks, province: sizes.provinceTasks, other: sizes.otherTasks };
  const total = sizes.communeTasks + sizes.provinceTasks + sizes.otherTasks;
  return (Object.keys(parts) as (keyof typeof parts)[])
    .flatMap((kind) =>
      Array.from({ length: parts[kind] }, (_, i) => ({ kind, at: ((i + 0.5) / parts[kind]) * total })),
    )
    .toSorted((a, b) => a.at - b.at)
    .map(({ kind }) => kind);
}

/** Enters directives and splits them into tasks through the endpoints; each assignment is made as in real life. */
export async function enterDirectives(
  app: App,
  country: Country,
  sizes: Sizes,
  say: (line: string) => void,
): Promise<void> {
  const random = randomFrom(57);
  const made: { id: string; issuedOn: string }[] = [];
  for (let n = 1; n <= sizes.directives; n += 1) {
    const issuedOn = addDays(FIRST_DAY, Math.floor((n / sizes.directives) * SPREAD_DAYS));
    const now = instantOf(addDays(issuedOn, 1), '09:00');
    const settings = { confirm: false, accept: true };
    const over = { number: `${n}/NQ-ĐK`, issuedOn, titleVi: `Nghị quyết đo kiểm số ${n}`, settings };
    const classification = n % 10 === 0 ? ('internal' as const) : ('public' as const);
    made.push({ id: await sampleDirective(app, { ...over, classification }, { now }), issuedOn });
  }
  const kinds = kindsOf(sizes);
  for (const [index, kind] of kinds.entries()) {
    const directive = made[index % made.length]!;
    const titleVi = `${random.pick(VERBS)} ${random.pick(OBJECTS)}, phần ${index + 1}`;
    const task = {
      ref: `NV-${index + 1}`,
      kind: index % 25 === 24 ? ('target' as const) : ('task' as const),
      titleVi,
      leadText: '',
      field: random.pick(FIELDS),
      deadlineText: index % 25 === 7 ? 'thường xuyên' : random.pick(DUE),
      ...unitsFor(kind, country, random),
    };
    const now = instantOf(addDays(directive.issuedOn, 1), '10:00');
    await sampleTask(app, directive.id, task, { actor: systemActor, now });
    if ((index + 1) % 250 === 0) say(`${index + 1} of ${kinds.length} tasks`);
  }
}

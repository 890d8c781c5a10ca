import type { Fields } from '../../../kit/page.ts';
import { textOf } from '../../../kit/page.ts';
import { fieldProblem } from '../../../kit/problems.ts';
import { blank } from '../intake/model.ts';
import { componentOf, feeOf, limitOf, resultOf } from '../intake/parts.ts';
import { messages } from '../messages.ts';
import { limitsIn } from '../rules/checks/limits.ts';
import type {
  Channel,
  ChannelRow,
  Component,
  Fee,
  ProcedureContent,
  Step,
  Transition,
} from '../rules/model.ts';
import { foldWords } from '../rules/words.ts';

/** What stands in the boxes of the editor, made into a content again; parts without a box keep what they were. */

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

const namesIn = (text: string): string[] =>
  text
    .split(/[,;]/)
    .map((one) => one.trim())
    .filter(Boolean);

const indexesOf = (fields: Fields, name: string): number[] =>
  [...new Set(Object.keys(fields).flatMap((key) => new RegExp(`^${name}\\.(\\d+)\\.`).exec(key)?.[1] ?? []))]
    .map(Number)
    .sort((a, b) => a - b);

function jsonOf(fields: Fields, name: string): unknown {
  const text = textOf(fields, name).trim();
  if (!text) return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw fieldProblem(name, messages.vi.editor.badJson, messages.en.editor.badJson);
  }
}

/** "3 ngày làm việc" as a limit; any other words stay words, and the checks say what is wrong with them. */
function limitFrom(text: string): Pick<ChannelRow, 'limit' | 'limitText'> {
  const said = limitsIn(text);
  if (said.length === 1 && said[0]) return { limit: said[0] };
  return text ? limitOf(text, '') : {};
}

export function feeFrom(text: string): Fee {
  const folded = foldWords(text);
  if (/mien phi|^free$|^khong$/.test(folded)) return { kind: 'free' };
  if (/tinh|province|hdnd/.test(folded)) return { kind: 'province' };
  return feeOf(text.replaceAll(/[^\d.,]/g, ''));
}

function rowOf(was: ChannelRow | undefined, read: (name: string) => string): ChannelRow | undefined {
  const channel = read('channel') as Channel | '';
  if (!channel) return undefined;
  const [caseKind, remark, fee] = [read('caseKind'), read('remark'), feeFrom(read('fee'))];
  const per = was?.fee.kind === 'amount' ? was.fee.per : undefined;
  return {
    channel,
    ...(caseKind ? { caseKind } : {}),
    ...limitFrom(read('limit')),
    fee: per && fee.kind === 'amount' ? { ...fee, per } : fee,
    ...(remark ? { remark: remark === was?.remark?.vi ? was.remark : { vi: remark } } : {}),
  };
}

function partOf(
  was: Component | undefined,
  read: (name: string) => string,
  index: number,
): Component | undefined {
  const [vi, en] = [read('vi'), read('en')];
  if (!vi) return undefined;
  const { replacedBy: _, ...base } = was ?? componentOf(vi, index);
  const database = read('database');
  return {
    ...base,
    key: read('key') || base.key,
    name: { vi, ...(en ? { en } : {}) },
    kind: (read('kind') || base.kind) as Component['kind'],
    originals: Number(read('originals') || 0),
    copies: Number(read('copies') || 0),
    required: read('required') === 'true',
    ...(database ? { replacedBy: { database, legalPlace: was?.replacedBy?.legalPlace ?? '' } } : {}),
  };
}

function stepOf(was: Step | undefined, read: (name: string) => string, path: string): Step | undefined {
  const key = read('key');
  if (!key) return undefined;
  const { limit: _, ...base } = was ?? { next: [] as Step['next'] };
  const limitText = read('limit');
  const limit = limitText ? limitsIn(limitText)[0] : undefined;
  if (limitText && !limit)
    throw fieldProblem(`${path}.limit`, messages.vi.editor.badLimit, messages.en.editor.badLimit);
  const [vi, en] = [read('vi') || key, read('en')];
  const next = namesIn(read('next'));
  return {
    ...base,
    key,
    role: (read('role') || 'appraise') as Step['role'],
    name: { vi, ...(en ? { en } : {}) },
    at: (read('at') || 'competent') as Step['at'],
    ...(limit ? { limit } : {}),
    next: next.map((to) => was?.next.find((way) => way.to === to) ?? { to }),
  };
}

function listFrom<T>(
  fields: Fields,
  name: string,
  make: (read: (field: string) => string, index: number) => T | undefined,
): T[] {
  return indexesOf(fields, name).flatMap((index) => {
    const made = make((field) => textOf(fields, `${name}.${index}.${field}`).trim(), index);
    return made === undefined ? [] : [made];
  });
}

interface Technical {
  form?: ProcedureContent['form'];
  caseKinds?: ProcedureContent['caseKinds'];
  time?: ProcedureContent['time'];
  templates?: ProcedureContent['templates'];
  rules?: Partial<ProcedureContent['rules']>;
  interlinked?: ProcedureContent['interlinked'];
  transition?: Transition;
}

/** The parts that are edited as JSON. */
export const technicalOf = (content: ProcedureContent, transition: Transition | undefined): Technical => {
  const { form, caseKinds, time, templates, rules, interlinked } = content;
  return { form, caseKinds, time, templates, rules, interlinked, transition };
};

/** The content and transition that the fields of the editor make of what was there. */
export function contentFrom(
  fields: Fields,
  was: ProcedureContent | undefined,
): { content: ProcedureContent; transition: Transition | undefined } {
  const read = (name: string) => textOf(fields, name).trim();
  const technical = (jsonOf(fields, 'technical') ?? {}) as Technical;
  const { transition, rules, ...own } = technical;
  const base = was ?? { ...blank };
  const [en, reason, service] = [read('nameEn'), read('serviceLevelReason'), read('serviceLevel')];
  const { serviceLevel: _, serviceLevelReason: __, form, time, interlinked, ...kept } = base;
  const isGiven = read('technical') !== '';
  const content = {
    ...kept,
    ...(isGiven ? own : { form, time, interlinked }),
    name: { vi: read('nameVi'), ...(en ? { en } : {}) },
    fieldVi: read('fieldVi'),
    level: read('level'),
    decision: read('decision'),
    agencyText: read('agencyText'),
    competence: { ...was?.competence, level: read('competenceLevel'), place: read('competencePlace') },
    coordinating: linesOf(read('coordinating')),
    conditions: linesOf(read('conditions')).map(
      (vi) => was?.conditions.find((one) => one.vi === vi) ?? { vi },
    ),
    legalBases: linesOf(read('legalBases')),
    lifeEvents: namesIn(read('lifeEvents')),
    results: linesOf(read('results')).map(
      (line) => was?.results.find((one) => one.name.vi === resultOf(line).name.vi) ?? resultOf(line),
    ),
    channels: listFrom(fields, 'channels', (field, i) => rowOf(was?.channels[i], field)),
    components: listFrom(fields, 'components', (field, i) => partOf(was?.components[i], field, i)),
    steps: listFrom(fields, 'steps', (field, i) => stepOf(was?.steps[i], field, `steps.${i}`)),
    ...(service ? { serviceLevel: service } : {}),
    ...(reason ? { serviceLevelReason: reason } : {}),
    rules: { ...base.rules, ...rules, anyPlace: read('anyPlace') === 'true' },
  };
  return { content: content as ProcedureContent, transition };
}

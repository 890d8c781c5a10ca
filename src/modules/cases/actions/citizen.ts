import { may } from '../../../kit/actor.ts';
import type { Context } from '../../../kit/context.ts';
import type { ParsedOf } from '../../../kit/contract.ts';
import { missing, Problem, tooMany } from '../../../kit/problems.ts';
import type * as contract from '../contract.ts';
import type { Command } from '../rules/command.ts';
import type { CaseContent } from '../rules/content.ts';
import type { By } from '../rules/model.ts';
import { awaitedPapers, promisesAfter } from '../rules/promises.ts';
import { allowTry, isOwner } from '../secrets.ts';
import { type CaseRow, lockBare, lockCase } from '../store/caseFile.ts';
import { carryOut, standingOf } from './apply.ts';
import { linkFiles } from './attachments.ts';
import { groundOf, loadGround } from './grounds.ts';
import { nextContent } from './nextContent.ts';
import { assertPromisable } from './promises.ts';
import { asApplicant, prove } from './prove.ts';
import { contentOf, type Held } from './steps.ts';
import { checkValues } from './values.ts';

type In<E extends keyof typeof contract> = ParsedOf<(typeof contract)[E]>;
type Standing = ReturnType<typeof standingOf>;

/** The case of whoever proves to be its applicant, or of a desk that acts for him; 404 for anybody else. */
export async function holdOwn(
  ctx: Context,
  input: { id: string; secret?: string | undefined },
): Promise<Held & { asApplicant: boolean }> {
  if (input.secret && !allowTry(ctx)) throw new Problem(tooMany);
  const bare = await lockBare(ctx.tx, { id: input.id });
  const mine = bare && isOwner(ctx, bare, input.secret);
  if (!mine && !may(ctx.actor, 'case.view')) missing();
  const row: CaseRow = mine ? bare : await lockCase(ctx.tx, ctx.actor, input.id);
  const ground = await groundOf(ctx, await loadGround(ctx.tx), row.state);
  return { row, ground, asApplicant: mine === true };
}

export function carryOwn(ctx: Context, held: Held & { asApplicant: boolean }, command: Command): CaseRow {
  const by: By = held.asApplicant ? asApplicant : prove(ctx, held.ground, held.row.state, command.do);
  return carryOut(ctx, held.row, command, { by, time: held.ground.time });
}

/** What a desk takes in answers the supplement, whatever its applicant had promised: the desk sees the papers. */
function promisesOf(
  { row, asApplicant: byApplicant }: Held & { asApplicant: boolean },
  before: CaseContent,
  { promised: told, components }: In<'answerSupplement'>,
): { promised: string[]; awaits: string[] } {
  const known = { promised: before.promised ?? [], awaits: awaitedPapers(row.state) };
  const came = components.map((c) => c.component);
  return promisesAfter(known, { told: told ?? (byApplicant ? undefined : []), came });
}

export async function answerSupplementAction(ctx: Context, input: In<'answerSupplement'>): Promise<Standing> {
  const held = await holdOwn(ctx, input);
  const before = await contentOf(ctx, held.row);
  const { values, components } = input;
  assertPromisable(held.ground.version, input.promised);
  checkValues(held.ground.version, { ...before.values, ...values }, ctx.today, 'given');
  const source = held.asApplicant ? 'applicant' : 'official';
  const { promised, awaits } = promisesOf(held, before, input);
  const made = nextContent(ctx, held.row, before, { values, components, promised, source });
  const told = before.promised || promised.length > 0 ? { promised } : {};
  const row = carryOwn(ctx, held, { do: 'answerSupplement', ...made, ...told, awaits });
  await linkFiles(ctx, row, components);
  return standingOf(row);
}

export async function askStopAction(ctx: Context, input: In<'askStop'>): Promise<Standing> {
  const held = await holdOwn(ctx, input);
  return standingOf(carryOwn(ctx, held, { do: 'askStop', reason: input.reason }));
}

export async function withdrawCaseAction(ctx: Context, input: In<'withdrawCase'>): Promise<Standing> {
  const held = await holdOwn(ctx, input);
  return standingOf(carryOwn(ctx, held, { do: 'withdraw', reason: input.reason }));
}

export async function sendMessageAction(ctx: Context, input: In<'sendMessage'>): Promise<Standing> {
  const held = await holdOwn(ctx, input);
  const from = held.asApplicant ? 'applicant' : 'official';
  return standingOf(carryOwn(ctx, held, { do: 'message', from, text: input.text }));
}

/** Only the applicant rates. */
export async function rateCaseAction(ctx: Context, input: In<'rateCase'>): Promise<Standing> {
  const held = await holdOwn(ctx, input);
  if (!held.asApplicant) missing();
  const { stars, text } = input;
  return standingOf(carryOwn(ctx, held, { do: 'rate', stars, ...(text && { text }) }));
}

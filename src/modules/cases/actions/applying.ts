import type { Context } from '../../../kit/context.ts';
import type { ParsedOf, ReplyOf } from '../../../kit/contract.ts';
import { fieldProblem, missing, Problem } from '../../../kit/problems.ts';
import { dueOf } from '../../calendar/index.ts';
import type { EffectiveVersion } from '../../procedures/contract.ts';
import { checklist, loadEffective, timeRuleFor } from '../../procedures/index.ts';
import type { knownOfMe, previewCase, typeDraft } from '../contract/applying.ts';
import { notPublished } from '../contract/problems.ts';
import type { Applicant } from '../rules/content.ts';
import { timeFacts } from '../rules/time.ts';
import { ticketOf } from '../secrets.ts';
import { findDraft } from '../store/content.ts';
import { keepTyped, listOwnContents } from '../store/typed.ts';
import { type Ground, loadGround, pinnedVersion } from './grounds.ts';
import { additionsOf, type Placed, placeCase } from './placing.ts';

const MOST_TYPED = 200_000;

/** Saves one part of a draft as it stands on the page, checked by nothing: checks come when it is sent. */
export async function typeDraftAction(
  ctx: Context,
  input: ParsedOf<typeof typeDraft>,
): Promise<ReplyOf<typeof typeDraft>> {
  const { ticket, ...fields } = input.content;
  const draft = await findDraft(ctx.tx, input.id);
  const isMine = ctx.actor.kind === 'account' && draft?.accountId === ctx.actor.id;
  if (!draft || !(isMine || ticket === ticketOf(ctx.app, draft.id))) missing();
  if (JSON.stringify(fields).length > MOST_TYPED)
    throw fieldProblem('content', 'Nội dung quá dài.', 'The content is too long.');
  await keepTyped(ctx.tx, draft.id, { part: input.part, fields, now: ctx.now });
  return { savedAt: ctx.now.toISOString() };
}

function dueIfReceivedNow(
  ctx: Context,
  ground: Ground,
  placed: Placed,
  channel: 'online' | 'desk' | 'post' | 'helper',
) {
  const { version, caseKind, places } = placed;
  const rule = timeRuleFor(version, { channel, ...(caseKind && { caseKind }) });
  if (!rule || !places.decision) return { lines: [] };
  const facts = timeFacts(
    { channel, pauses: [], additions: additionsOf(version, caseKind) },
    ctx.now.toISOString(),
  );
  const due = dueOf(rule, facts, ground.calendarOf(places.decision));
  const lines = due.lines.map(({ kind, at, vi, en }) => ({ kind, at: at.toISOString(), vi, en }));
  return { ...(due.dueAt && { at: due.dueAt.toISOString() }), lines };
}

const papersOf = (version: EffectiveVersion, values: Record<string, unknown>, today: string) =>
  checklist(version, values, today).map(({ component: c, replacedBy }) => ({
    key: c.key,
    ...c.name,
    kind: c.kind,
    originals: c.originals,
    copies: c.copies,
    required: c.required,
    ...(replacedBy && { replacedBy }),
  }));

type Preview = ReplyOf<typeof previewCase>;

/** Without a place what holds nationally; with one, who decides there and by when. */
export async function previewCaseAction(ctx: Context, input: ParsedOf<typeof previewCase>): Promise<Preview> {
  const { procedureCode, values, channel } = input;
  if (!input.placeUnitId && !input.receptionUnitId) {
    const version = await loadEffective(ctx.tx, { code: procedureCode, day: ctx.today });
    if (!version) throw new Problem(notPublished);
    return {
      version: version as unknown as Preview['version'],
      papers: papersOf(version, values, ctx.today),
      due: { lines: [] },
    };
  }
  const ground = await loadGround(ctx.tx);
  const placed = await placeCase(ctx, ground, input);
  const { version, caseKind, places, gap } = placed;
  const kind = version.content.caseKinds.find((one) => one.key === caseKind);
  return {
    version: version as unknown as Preview['version'],
    papers: papersOf(version, values, ctx.today),
    ...(kind && { caseKind: { key: kind.key, ...kind.name } }),
    ...(places.decision && { decisionUnitId: places.decision }),
    receptionUnitId: places.reception,
    returnUnitId: places.returnTo,
    ...(gap && { gap }),
    due: dueIfReceivedNow(ctx, ground, placed, channel),
  };
}

// Another person of an earlier case (a child, somebody who died) is seldom the same one again.
const lasting = /@(applicant|father|mother|spouse)$|^[^@]+$/;

type Known = ReplyOf<typeof knownOfMe>['items'][number];

/** What somebody said of himself as the applicant; of another person for whom he filed nothing is taken. */
const saidOfHimself = ({ fullName, personalId, phone }: Applicant, name: string): [string, unknown][] =>
  fullName === name
    ? [
        ['person.personalId@applicant', personalId],
        ['person.phone@applicant', phone],
      ]
    : [];

/** The newest answer to each datum of the dictionary in the account's own cases. */
export async function knownOfMeAction(
  ctx: Context,
  _input: ParsedOf<typeof knownOfMe>,
): Promise<ReplyOf<typeof knownOfMe>> {
  const items = new Map<string, Known>();
  for (const own of await listOwnContents(ctx.tx, ctx.actor.id)) {
    const { code, at, values, applicant, versionId, overlayId } = own;
    const version = await pinnedVersion(ctx.tx, { versionId, overlayId: overlayId ?? undefined });
    const fields = version.content.form?.sections.flatMap((section) => section.fields) ?? [];
    const answers = fields.map(({ key, term }): [string, unknown] => [term, values[key]]);
    for (const [term, value] of [...answers, ...saidOfHimself(applicant, ctx.actor.name)])
      if (lasting.test(term) && value !== undefined && !items.has(term))
        items.set(term, { term, value, caseCode: code, at: at.toISOString() });
  }
  return { items: [...items.values()] };
}

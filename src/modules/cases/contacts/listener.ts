import type { Context } from '../../../kit/context.ts';
import { dayOf } from '../../../kit/day.ts';
import type { StoredEvent } from '../../../kit/events.ts';
import type { Listener } from '../../../kit/outbox.ts';
import { accountNames } from '../../identity/index.ts';
import { caseIdOf } from '../rules/events.ts';
import { applicantKey } from '../secrets.ts';
import { type CaseRow, findById } from '../store/caseFile.ts';
import { findContent } from '../store/content.ts';
import { type ContactKind, contactsOf, hintOf } from './rules.ts';
import { insertContact } from './store.ts';

/** The account that handed it in: the citizen's own, or that of the official who did it for him. */
const accountOf = (row: CaseRow, event: StoredEvent): string | null =>
  row.accountId ?? (/^[0-9a-f-]{36}$/.test(event.actor) ? event.actor : null);

/** Keeps by what the applicant of a case that came over the network can be reached. */
async function onSubmitted(ctx: Context, event: StoredEvent): Promise<void> {
  const row = await findById(ctx.tx, caseIdOf(event));
  const content = row && (await findContent(ctx.tx, row.id, 1));
  if (!row || !content || !['online', 'helper'].includes(row.state.channel)) return;
  const { applicant } = content;
  const person = applicant.personalId ?? applicant.fullName;
  const keep = (kind: ContactKind, value: string, hint: string, who: { id?: string; email?: string }) =>
    insertContact(
      ctx.tx,
      {
        unitId: row.unitId,
        caseId: row.id,
        kind,
        mac: ctx.app.keys.mac(`contact:${kind}:${value}`),
        hint,
        personKey: applicantKey(ctx, person)!,
        day: dayOf(event.at),
      },
      { accountId: who.id ?? null, email: who.email ?? null },
    );
  for (const { kind, value } of contactsOf(applicant))
    await keep(kind, value, hintOf(kind, value), kind === 'email' ? { email: value } : {});
  const id = accountOf(row, event);
  const name = id ? (await accountNames(ctx.tx, [id])).get(id) : undefined;
  if (id && name) await keep('account', id, name, { id });
}

export const contactListener: Listener = {
  name: 'cases.contacts',
  kinds: ['case.submitted'],
  handle: onSubmitted,
};

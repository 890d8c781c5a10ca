import { type FormHandler, type PageContext, textOf } from '../../../../../kit/page.ts';
import { fieldProblem, invalidInput, Problem } from '../../../../../kit/problems.ts';
import { Button, ButtonRow } from '../../../../../web/components/button.tsx';
import { Radios } from '../../../../../web/components/choices.tsx';
import { Form } from '../../../../../web/components/form.tsx';
import { TextArea } from '../../../../../web/components/inputs.tsx';
import { KeyValueList } from '../../../../../web/components/lists.tsx';
import { Notice } from '../../../../../web/components/notice.tsx';
import { Panel } from '../../../../../web/components/panel.tsx';
import { Explain } from '../../../../../web/components/records.tsx';
import { formatInstant, formatMoney } from '../../../../../web/format.ts';
import { answerDraft, openOwnCase, rateCase, sendMessage } from '../../../contract.ts';
import { calledBy } from '../../../lookupCode.ts';
import { publicMessages } from '../../../messages/public.ts';
import { storeUploads } from '../apply/draft.ts';
import { heldIn, PaperInputs, Refusal, said, textIn } from '../parts.tsx';
import { addressOf, proven, type Tracked } from './load.ts';

/** A sum to pay, how, and a way to show that it was paid where the systems have not told each other. */
export function DutyPanel(p: PageContext, tracked: Tracked) {
  const { duty } = tracked;
  if (!duty || duty.rest <= 0) return null;
  const { duty: t } = textIn(p).track;
  const refused = p.form?.form === 'receipt' ? p.form : undefined;
  return (
    <Panel title={t.title} id="duty">
      <KeyValueList
        items={[
          { key: t.amount, value: formatMoney(duty.amount, p.lang) },
          { key: t.rest, value: <strong>{formatMoney(duty.rest, p.lang)}</strong> },
          duty.payBy ? { key: t.payBy, value: formatInstant(duty.payBy) } : false,
        ]}
      />
      <p>
        {t.how} <strong>{calledBy(tracked)}</strong>
      </p>
      <Explain summary={t.receipt} open={refused !== undefined}>
        <Form name="receipt" csrf={p.csrf} files>
          <Refusal form={refused} />
          <p class="hint">{t.receiptHint}</p>
          <PaperInputs
            name="receipt"
            file={textIn(p).track.supplement.file}
            camera={textIn(p).track.supplement.camera}
            error={refused?.errors['file.receipt']}
          />
          <Button>{t.send}</Button>
        </Form>
      </Explain>
    </Panel>
  );
}

export const sendReceipt: FormHandler = async (p, fields) => {
  const proof = await proven(p);
  const { stored, faults } = await storeUploads(p, proof, fields);
  if (faults.length > 0) throw new Problem(invalidInput, { fields: faults });
  const [first] = stored;
  if (!first)
    throw fieldProblem(
      'file.receipt',
      publicMessages.vi.track.supplement.file,
      publicMessages.en.track.supplement.file,
    );
  // The office reads Vietnamese.
  await p.call(sendMessage, { ...proof, text: publicMessages.vi.track.duty.message(first.paper.name) });
  return { redirect: addressOf(p), flash: said((m) => m.track.duty.sent) };
};

/** The draft of the result and the applicant's word on it, while it is asked for. */
export async function DraftPanel(p: PageContext) {
  const { draft } = await p.call(openOwnCase, await proven(p));
  if (!draft) return null;
  const { draft: t } = textIn(p).track;
  const held = heldIn(p, 'draft');
  return (
    <Panel title={t.title} id="draft">
      {draft.silentAt && <Notice tone="warn">{t.until(formatInstant(draft.silentAt))}</Notice>}
      {draft.text ? (
        <p class="quote" lang="vi">
          {draft.text}
        </p>
      ) : (
        <p>{t.noText}</p>
      )}
      <Form name="draft" csrf={p.csrf}>
        <Refusal form={held.refused} />
        <Radios
          {...held.field('agrees')}
          label={t.agrees}
          choices={[
            { value: 'true', text: t.yes },
            { value: 'false', text: t.no },
          ]}
        />
        <TextArea {...held.field('objection')} label={t.text} rows={3} maxLength={1900} optional />
        <Button kind="primary">{t.send}</Button>
      </Form>
    </Panel>
  );
}

export const sendDraftAnswer: FormHandler = async (p, fields) => {
  const [agrees, text] = [textOf(fields, 'agrees'), textOf(fields, 'objection').trim()];
  const { vi, en } = publicMessages;
  if (!['true', 'false'].includes(agrees))
    throw fieldProblem('agrees', vi.track.draft.choose, en.track.draft.choose);
  if (agrees === 'false' && !text)
    throw fieldProblem('objection', vi.track.draft.textFault, en.track.draft.textFault);
  await p.call(answerDraft, { ...(await proven(p)), agrees: agrees === 'true', ...(text && { text }) });
  return { redirect: addressOf(p), flash: said((m) => m.track.draft.sent) };
};

export function MessagesPanel(p: PageContext, tracked: Tracked) {
  const { message: t } = textIn(p).track;
  const held = heldIn(p, 'message');
  return (
    <Panel title={t.title} id="messages">
      {tracked.messages.length === 0 && <p class="soft">{t.none}</p>}
      <ul class="stack">
        {tracked.messages.map(({ at, from, text }) => (
          <li key={at}>
            <small>
              {from === 'applicant' ? t.me : t.office} · {formatInstant(at)}
            </small>
            <p lang="vi">{text}</p>
          </li>
        ))}
      </ul>
      {tracked.mayDo.includes('message') && (
        <Form name="message" csrf={p.csrf}>
          <Refusal form={held.refused} />
          <TextArea {...held.field('text')} label={t.text} rows={3} maxLength={2000} />
          <Button>{t.send}</Button>
        </Form>
      )}
    </Panel>
  );
}

const STARS = [1, 2, 3, 4, 5] as const;

export function RatePanel(p: PageContext, tracked: Tracked) {
  if (!tracked.mayDo.includes('rate')) return null;
  const { rate: t } = textIn(p).track;
  const held = heldIn(p, 'rate');
  return (
    <Panel title={t.title} id="rate">
      <Form name="rate" csrf={p.csrf}>
        <Refusal form={held.refused} />
        <Radios
          {...held.field('stars')}
          label={t.stars}
          choices={STARS.map((n) => ({ value: String(n), text: `${n} – ${t.names[n - 1]!}` }))}
        />
        <TextArea
          name="text"
          id="f-rate-text"
          label={t.text}
          rows={3}
          maxLength={2000}
          optional
          value={held.value('text')}
        />
        <ButtonRow>
          <Button kind="primary">{t.send}</Button>
        </ButtonRow>
      </Form>
    </Panel>
  );
}

export const sendRating: FormHandler = async (p, fields) => {
  const text = textOf(fields, 'text').trim();
  const stars = Number(textOf(fields, 'stars') || 0);
  const { vi, en } = publicMessages;
  if (stars === 0) throw fieldProblem('stars', vi.track.rate.choose, en.track.rate.choose);
  await p.call(rateCase, { ...(await proven(p)), stars, ...(text && { text }) });
  return { redirect: addressOf(p), flash: said((m) => m.track.rate.sent) };
};

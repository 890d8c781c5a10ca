import type { ReplyOf } from '../../../kit/contract.ts';
import { type PageContext, page } from '../../../kit/page.ts';
import { Button } from '../../../web/components/button.tsx';
import { TextInput } from '../../../web/components/inputs.tsx';
import { KeyValueList } from '../../../web/components/lists.tsx';
import { Notice } from '../../../web/components/notice.tsx';
import { PageHead, Panel } from '../../../web/components/panel.tsx';
import { formatDay, formatInstant } from '../../../web/format.ts';
import { checkPrintedResult } from '../contract/slips.ts';
import { messages } from './messages.ts';

type Checked = ReplyOf<typeof checkPrintedResult>;

function Facts({ p, found }: { p: PageContext; found: Checked }) {
  const t = messages[p.lang];
  const name = p.lang === 'en' ? (found.resultName.en ?? found.resultName.vi) : found.resultName.vi;
  return (
    <Panel title={t.facts}>
      <KeyValueList
        items={[
          { key: t.name, value: name },
          { key: t.number, value: found.number },
          { key: t.signedOn, value: formatDay(found.signedOn) },
          { key: t.signer, value: [found.signer, found.signerTitle].filter(Boolean).join(', ') },
          { key: t.unit, value: p.lang === 'en' ? found.unit.nameEn : found.unit.nameVi },
          { key: t.mandate, value: found.mandateHolds ? t.mandateHolds : t.mandateFails },
          found.issuedAt !== undefined && { key: t.issuedAt, value: formatInstant(found.issuedAt) },
          { key: t.fingerprint, value: found.sha256 ? <code>{found.sha256}</code> : t.notPrinted },
        ]}
      />
    </Panel>
  );
}

/** Whether the paper holds; since when it does not, and by which decision. */
function Standing({ p, found }: { p: PageContext; found: Checked }) {
  const t = messages[p.lang];
  const { state, revoked, number } = found;
  if (state === 'valid')
    return (
      <Notice tone="good" title={t.valid}>
        {t.validText}
      </Notice>
    );
  if (state === 'replaced')
    return (
      <Notice tone="bad" title={t.replaced}>
        {t.replacedText(number)}
      </Notice>
    );
  return (
    <Notice tone="bad" title={t.revoked}>
      {revoked ? t.revokedSince(formatDay(revoked.since), revoked.decision ?? '') : t.revokedText}
    </Notice>
  );
}

function Former({ p, found }: { p: PageContext; found: Checked }) {
  const t = messages[p.lang];
  if (!found.replaced) return null;
  return (
    <Panel title={t.former}>
      <ul>
        {found.replaced.map((one) => (
          <li key={one.number}>{t.formerLine(one.number, formatDay(one.since), one.decision)}</li>
        ))}
      </ul>
      <p class="hint">{t.formerHint}</p>
    </Panel>
  );
}

/** A plain form with its question in the address, so that an answer can be sent on. */
function Compare({ p, found }: { p: PageContext; found: Checked }) {
  const t = messages[p.lang];
  return (
    <Panel title={t.compare}>
      {found.isSameFile !== undefined && (
        <Notice tone={found.isSameFile ? 'good' : 'warn'}>{found.isSameFile ? t.same : t.different}</Notice>
      )}
      <form method="get">
        <TextInput
          name="sha256"
          label={t.sha256}
          hint={t.hint}
          maxLength={64}
          value={p.query['sha256'] ?? ''}
        />
        <Button type="submit">{t.check}</Button>
      </form>
    </Panel>
  );
}

/** Where the QR code of a printed result leads. */
export const checkResultPage = page({
  path: '/results/:code',
  permission: 'public',
  area: 'portal',
  get: async (p) => {
    const t = messages[p.lang];
    const found = await p.callWithQuery(checkPrintedResult, { code: p.params['code']! });
    return {
      title: t.title,
      body: (
        <>
          <PageHead title={t.title} lead={t.lead} />
          <Standing p={p} found={found} />
          <Former p={p} found={found} />
          <Facts p={p} found={found} />
          {found.sha256 && <Compare p={p} found={found} />}
        </>
      ),
    };
  },
});

import type { ReplyOf } from '../../../../kit/contract.ts';
import type { PageContext } from '../../../../kit/page.ts';
import { Link } from '../../../../web/components/button.tsx';
import { Notice } from '../../../../web/components/notice.tsx';
import { Panel } from '../../../../web/components/panel.tsx';
import { Chip } from '../../../../web/components/state.tsx';
import { formatDay, formatInstant } from '../../../../web/format.ts';
import type { checkAct } from '../../contract/proof.ts';
import { nameOf } from '../../pages/parts.tsx';
import { certificateMessages } from '../messages.ts';
import { certificateHref, StandingChip } from './parts.tsx';

type Answer = ReplyOf<typeof checkAct>;

function Then({ p, one }: { p: PageContext; one: Answer['certificates'][number] }) {
  const t = certificateMessages[p.lang];
  const { certificate, stood, standsNow, isOwn } = one;
  const { revoked } = certificate;
  return (
    <li>
      <Link href={certificateHref(certificate.id)}>
        {t.serial} <span class="figures">{certificate.serial}</span>
      </Link>
      {' – '}
      {certificate.person?.name ?? nameOf(certificate.unit, p)} <StandingChip p={p} standing={stood} />{' '}
      {!isOwn && (
        <Chip tone="bad" icon="alert">
          {t.others}
        </Chip>
      )}
      {stood !== standsNow && revoked && (
        <p>{t.laterRevoked(formatDay(revoked.on), formatInstant(revoked.recordedAt))}</p>
      )}
    </li>
  );
}

/** The certificates behind a signature as they stood at its moment. */
export function CertificatesThen(props: {
  p: PageContext;
  answer: Answer;
  asked: { serial?: string; at?: string };
}) {
  const { p, answer, asked } = props;
  const t = certificateMessages[p.lang];
  const moment = asked.at ? formatInstant(asked.at) : formatDay(answer.day);
  return (
    <Panel title={t.recheck}>
      <p>
        {t.recheckAt(moment)}. {answer.mustBear ? t.mustBear : t.needNot}
      </p>
      {answer.serialUnknown && <Notice tone="warn" title={t.recheckUnknown} />}
      {!answer.serialUnknown && answer.certificates.length === 0 && <p>{t.recheckNone}</p>}
      {answer.certificates.length > 0 && (
        <ul>
          {answer.certificates.map((one) => (
            <Then key={one.certificate.id} p={p} one={one} />
          ))}
        </ul>
      )}
    </Panel>
  );
}

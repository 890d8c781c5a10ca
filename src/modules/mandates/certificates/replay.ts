import type { Tx } from '../../../kit/db.ts';
import type { StoredEvent } from '../../../kit/events.ts';
import type { Replay } from '../../../kit/module.ts';
import { streamsOf } from '../../../kit/replay.ts';
import { printed } from '../replay.ts';
import type { Day, Paper } from '../rules/model.ts';
import {
  type Certificate,
  type CertificateDuty,
  type CertificateEvent,
  type DutyEvent,
  evolveCertificate,
  evolveDuty,
} from './rules.ts';
import { listLiveCertificates } from './store.ts';

function foldCertificate(events: readonly StoredEvent[]): Certificate | undefined {
  let state: Certificate | undefined;
  for (const { kind, payload } of events) {
    if (kind === 'certificate.registered' || kind === 'certificate.revoked') {
      const what = kind === 'certificate.registered' ? 'registered' : 'revoked';
      state = evolveCertificate(state, { what, ...payload } as CertificateEvent);
    }
  }
  return state;
}

function foldDuty(events: readonly StoredEvent[]): CertificateDuty | undefined {
  let state: CertificateDuty | undefined;
  for (const { kind, payload } of events) {
    const event: DutyEvent =
      kind === 'certificateDuty.stated'
        ? { what: 'stated', duty: payload['duty'] as CertificateDuty }
        : { what: 'ended', on: payload['on'] as Day, paper: payload['paper'] as Paper };
    state = evolveDuty(state, event);
  }
  return state;
}

async function verify(tx: Tx): Promise<{ checked: number; differences: string[] }> {
  const live = new Map((await listLiveCertificates(tx)).map((row) => [row.stream, row.body]));
  const differences: string[] = [];
  const seen = new Set<string>();
  for (const [prefix, fold] of [
    ['certificate:', foldCertificate],
    ['certificateDuty:', foldDuty],
  ] as const) {
    for await (const [stream, events] of streamsOf(tx, prefix)) {
      seen.add(stream);
      if (printed(fold(events)) !== printed(live.get(stream))) differences.push(stream);
    }
  }
  for (const stream of live.keys()) if (!seen.has(stream)) differences.push(stream);
  return { checked: live.size, differences };
}

/** Certificates and the duty to sign with them from their events, compared with the tables. */
export const certificateReplay: Replay = { name: 'mandates.certificates', verify };

import { Link } from '../../../../web/components/button.tsx';
import { TimeLine, type TimeLineEntry } from '../../../../web/components/lists.tsx';
import { Panel } from '../../../../web/components/panel.tsx';
import { dayOf } from '../../../../web/format.ts';
import type { IconName } from '../../../../web/icons.tsx';
import type { CaseEventType, CasePayloads } from '../../rules/events.ts';
import type { CaseView } from './case-load.ts';
import { slipsOf } from './case-side.tsx';
import { useDesk, when } from './parts/words.tsx';

const icons: Partial<Record<CaseEventType, IconName>> = {
  'case.received': 'check',
  'case.refused': 'cancel',
  'case.supplementAsked': 'alert',
  'case.signed': 'edit',
  'case.returned': 'checkCircle',
  'case.message': 'bell',
  'case.dueRecomputed': 'clock',
  'case.apologised': 'alert',
};

/** Texts of an event that people wrote themselves. */
const written = [
  'reason',
  'legalBasis',
  'remarks',
  'text',
  'question',
  'answer',
  'basis',
  'decisionNumber',
  'document',
  'reference',
] as const;

/** Where a field holds a word of the program, not of a person: what it says on the page, if more than the sentence. */
const codes: Record<string, (value: string, t: ReturnType<typeof useDesk>) => string | undefined> = {
  'case.dueRecomputed basis': (value) => (/^[a-z]+([A-Z][a-z]*)*$/.test(value) ? undefined : value),
  'case.resumed reason': (value, { steps }) => steps.pauses[value as keyof typeof steps.pauses],
};

/** What people wrote in an event, and what the words of the program in it say, line by line. */
export function wordsIn(
  kind: string,
  payload: Record<string, unknown>,
  t: ReturnType<typeof useDesk>,
): string[] {
  const handOver = payload['handOver'] as { remarks?: string } | undefined;
  const own = written.flatMap((name) => {
    const value = payload[name];
    if (typeof value !== 'string' || value === '' || value === handOver?.remarks) return [];
    const told = codes[`${kind} ${name}`];
    return told ? (told(value, t) ?? []) : [value];
  });
  const points = kind === 'case.supplementAsked' ? (payload['points'] as { text: string }[]) : [];
  return [...own, ...(handOver?.remarks ? [handOver.remarks] : []), ...points.map((one) => `– ${one.text}`)];
}

/** Where a signature is re-checked for its moment: who, position, mandate, certificate. */
function recheckHref({ c, plan }: CaseView, signed: CaseView['c']['timeline'][number]): string | undefined {
  if (signed.kind !== 'case.signed' || signed.by.as !== 'official') return undefined;
  const { person, unitId } = signed.by;
  const serial = signed.payload['serial'];
  const asked = new URLSearchParams({
    unitId: unitId ?? '',
    personId: person ?? '',
    role: 'sign',
    procedureCode: c.procedure.code,
    field: plan.field,
    day: dayOf(signed.at),
    at: signed.at,
    ...(typeof serial === 'string' && { serial }),
  });
  return `/mandates/check?${asked.toString()}`;
}

type Sentence = (e: CasePayloads[CaseEventType], n: CaseView['say']) => string;

/** What happened, newest first: a sentence for every event, who did it, and by which papers. */
export function TimelinePanel({ view }: { view: CaseView }) {
  const { c, person, names, say } = view;
  const desk = useDesk();
  const { case: t, words, events } = desk;
  const entries: TimeLineEntry[] = c.timeline.toReversed().map((one) => {
    const { seq, at, kind, by, payload } = one;
    const sentence = events[kind as CaseEventType] as Sentence | undefined;
    const who =
      by.as === 'official'
        ? [
            person(by.person),
            by.standsInFor && words.standsInFor(person(by.standsInFor)),
            names.unit(by.unitId),
            by.mandate && by.mandate.length > 0 && t.mandate(by.mandate.map((m) => m.paper).join(', ')),
          ]
        : [by.as === 'applicant' ? words.applicantDid : words.systemDid];
    const body = wordsIn(kind, payload, desk);
    const recheck = recheckHref(view, one);
    const slips = (slipsOf[kind as CaseEventType] ?? []).filter((slip) => slip !== 'control');
    return {
      id: `event-${seq}`,
      when: when(at),
      title: sentence ? sentence(payload, say) : kind,
      who: who.filter(Boolean).join(' · '),
      icon: icons[kind as CaseEventType] ?? 'info',
      tone: kind === 'case.refused' ? 'bad' : 'idle',
      ...((body.length > 0 || recheck || slips.length > 0) && {
        body: (
          <>
            {body.map((line, i) => (
              <p key={i}>{line}</p>
            ))}
            {slips.map((slip) => (
              <p key={slip}>
                <Link href={`/api/cases/${c.id}/slips/${slip}?about=${seq}`}>
                  {t.slipPdf(t.slipNames[slip])}
                </Link>
              </p>
            ))}
            {recheck && <Link href={recheck}>{t.recheck}</Link>}
          </>
        ),
      }),
    };
  });
  return (
    <Panel title={t.timeline} id="timeline">
      <TimeLine entries={entries} />
    </Panel>
  );
}

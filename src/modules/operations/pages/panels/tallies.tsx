import { formatDay } from '../../../../web/format.ts';
import { count, Opening, type Shown, words } from './shown.tsx';

interface Tally {
  key: string;
  name: string;
  n: number | undefined;
  href?: string | undefined;
  isBad?: boolean;
  note?: string | undefined;
}

/** The numbers that a leader asks for first; what he may not see is left out, never a nought. */
export function Tallies({ shown: { p, board, links } }: { shown: Shown }) {
  const t = words(p).tallies;
  const { late, soon, signing, warnings } = board;
  const all: Tally[] = [
    { key: 'lateTasks', name: t.lateTasks, n: late.counts.tasks, href: links.lateTasks, isBad: true },
    { key: 'lateCases', name: t.lateCases, n: late.counts.cases, href: links.lateCases, isBad: true },
    {
      key: 'lateAnswers',
      name: t.lateAnswers,
      n: late.counts.consultations,
      href: links.records('lateAnswers'),
      isBad: true,
    },
    {
      key: 'signing',
      name: t.signing,
      n: signing?.n,
      href: signing && links.signing(signing.unitIds),
      note: signing && signing.n >= signing.most ? '+' : undefined,
    },
    { key: 'soonTasks', name: t.soonTasks, n: soon.counts.tasks, href: links.soonTasks },
    {
      key: 'soonCases',
      name: t.soonCases(formatDay(board.soonDay)),
      n: soon.counts.cases,
      href: links.soonCases,
    },
    {
      key: 'warnings',
      name: t.warnings,
      n: warnings?.total,
      href: links.warnings,
      isBad: (warnings?.urgent ?? 0) > 0,
      note:
        warnings && warnings.unacknowledged > 0
          ? t.unacknowledged(count(p, warnings.unacknowledged))
          : undefined,
    },
  ];
  return (
    <ul class="tallies" aria-label={t.title}>
      {all.map(({ key, name, n, href, isBad, note }) =>
        n === undefined ? null : (
          <li key={key} data-id={key} class={isBad && n > 0 ? 'tally-bad' : undefined}>
            <span class="tally-name">{name}</span>
            <span class="tally-number">
              <Opening p={p} n={n} href={href} />
            </span>
            {note && <small>{note}</small>}
          </li>
        ),
      )}
    </ul>
  );
}

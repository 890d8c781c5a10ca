import { Panel } from '../../../../web/components/panel.tsx';
import { Chip } from '../../../../web/components/state.tsx';
import { formatDay, formatInstant } from '../../../../web/format.ts';
import type { BoardItem } from '../../contract.ts';
import { Opening, say, type Shown, words } from './shown.tsx';

const hrefOf = (item: BoardItem): string =>
  item.what === 'task' ? `/assignments/${item.id}` : `/cases/${item.id}`;
const when = (due: string): string => (due.includes('T') ? formatInstant(due) : formatDay(due));

/** The official by name; on a wall, and where nobody is named, the role and the unit. */
function whoOf({ p, isWall }: Shown, item: BoardItem): string {
  const t = words(p);
  const unit = say(p, item.unit.name);
  if (item.what === 'consultation') return `${t.roles.consult}, ${unit}`;
  const role = item.what === 'task' ? t.roles.lead : t.roles[item.role as keyof typeof t.roles];
  if (item.person && !isWall) return `${item.person}, ${unit}`;
  if (item.what === 'case' && !item.person) return `${role ?? ''} (${t.unassigned}), ${unit}`;
  return `${role ?? ''}, ${unit}`;
}

/** What a duty is called; a wall tells nobody's case by its code. */
export function dutyTitle({ p, isWall }: Pick<Shown, 'p' | 'isWall'>, item: BoardItem): string {
  const code = isWall && item.what !== 'task' ? '' : item.code;
  return (item.title ? say(p, item.title) : code) || words(p).what[item.what];
}

function Duty({ shown, item, tone }: { shown: Shown; item: BoardItem; tone: 'bad' | 'warn' }) {
  const { p, isWall } = shown;
  const t = words(p);
  const title = dutyTitle(shown, item);
  const code = item.title && !(isWall && item.what !== 'task') ? item.code : '';
  return (
    <li data-id={`${item.what} ${item.id}`}>
      <p>
        <a href={hrefOf(item)}>{title}</a>
      </p>
      <div class="duty-end">
        <Chip icon={tone === 'bad' ? 'late' : 'clock'} tone={tone}>
          {t.due(when(item.due))}
        </Chip>
      </div>
      <p class="duty-note">
        {[t.what[item.what], code].filter(Boolean).join(' · ')}
        {'. '}
        {t.mustAct(whoOf(shown, item))}
      </p>
    </li>
  );
}

/** The first few, of each kind in turn, so that none crowds out the others. */
function inTurn(items: readonly BoardItem[], most: number): BoardItem[] {
  if (items.length <= most) return [...items];
  const kinds = [...Map.groupBy(items, (one) => one.what).values()];
  const rounds = Math.max(...kinds.map((list) => list.length));
  const turns = Array.from({ length: rounds }, (_, i) => kinds.flatMap((list) => list.slice(i, i + 1)));
  const taken = new Set(turns.flat().slice(0, most));
  return items.filter((one) => taken.has(one));
}

/** What is late, or about to be: the first few of each kind, with who must act. */
export function WatchPanel({
  shown,
  which,
  most = 20,
}: {
  shown: Shown;
  which: 'late' | 'soon';
  most?: number;
}) {
  const { p, board, links } = shown;
  const t = words(p);
  const { counts, items } = board[which];
  const href = {
    tasks: which === 'late' ? links.lateTasks : links.soonTasks,
    cases: which === 'late' ? links.lateCases : links.soonCases,
    consultations: links.records(which === 'late' ? 'lateAnswers' : 'soonAnswers'),
  };
  const parts = (['tasks', 'cases', 'consultations'] as const).flatMap((kind) => {
    const n = counts[kind];
    return n === undefined ? [] : [{ kind, n }];
  });
  return (
    <Panel
      title={t[which]}
      flush={items.length > 0}
      actions={parts.map(({ kind, n }, i) => (
        <span key={kind}>
          {i > 0 && '· '}
          <Opening p={p} n={n} href={n > 0 ? href[kind] : undefined} /> {t.kinds[kind](n)}
        </span>
      ))}
    >
      {items.length === 0 ? (
        <p class="soft">{which === 'late' ? t.noLate : t.noSoon}</p>
      ) : (
        <ul class="duties">
          {inTurn(items, most).map((item) => (
            <Duty key={item.id} shown={shown} item={item} tone={which === 'late' ? 'bad' : 'warn'} />
          ))}
        </ul>
      )}
    </Panel>
  );
}

/** Units with most that is late, and the people who stand there; on a wall their roles only. */
export function ActPanel({ shown, most = 10 }: { shown: Shown; most?: number }) {
  const { p, board, links, isWall } = shown;
  const t = words(p);
  return (
    <Panel title={t.act} flush={board.act.length > 0}>
      {board.act.length === 0 ? (
        <p class="soft">{t.noAct}</p>
      ) : (
        <ul class="duties">
          {board.act.slice(0, most).map((one) => (
            <li key={one.unit.id} data-id={one.unit.id}>
              <p>
                <a href={`/operations?unitId=${one.unit.id}`}>{say(p, one.unit.name)}</a>
              </p>
              <p class="duty-end">
                {(['tasks', 'cases'] as const)
                  .filter((kind) => one[kind] > 0)
                  .map((kind, i) => (
                    <span key={kind}>
                      {i > 0 && ' · '}
                      <strong>
                        <Opening p={p} n={one[kind]} href={links.late(kind, one.unit.id)} />
                      </strong>{' '}
                      {t.kinds[kind](one[kind])}
                    </span>
                  ))}
              </p>
              <p class="duty-note">
                {one.people.length === 0
                  ? t.nobody
                  : one.people
                      .map(({ name, as }) => (isWall ? say(p, as) : `${name} (${say(p, as)})`))
                      .join(' · ')}
              </p>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

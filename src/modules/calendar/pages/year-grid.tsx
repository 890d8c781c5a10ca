import type { ReplyOf } from '../../../kit/contract.ts';
import type { Lang } from '../../../kit/i18n.ts';
import type { listDays } from '../contract.ts';
import { messages } from '../messages.ts';
import { dayNumber, weekdayOf } from '../rules/minutes.ts';
import { weekdays } from '../rules/model.ts';
import { nameOf } from './words.ts';

type Day = ReplyOf<typeof listDays>['days'][number];

function DayCell({ day, lang }: { day: Day | undefined; lang: Lang }) {
  if (!day) return <td />;
  const kind = messages[lang].kinds[day.kind];
  const name = day.nameVi ? nameOf({ nameVi: day.nameVi, nameEn: day.nameEn ?? '' }, lang) : '';
  const said = day.kind === 'work' ? '' : name ? `${kind}: ${name}` : kind;
  return (
    <td class={`day-${day.kind}`} title={said || undefined}>
      {Number(day.day.slice(8))}
      {said && <span class="hidden"> {said}</span>}
    </td>
  );
}

function Month({ days, lang }: { days: readonly Day[]; lang: Lang }) {
  const text = messages[lang];
  const blanks = Array.from({ length: weekdayOf(dayNumber(days[0]!.day)) }, () => undefined);
  const cells: (Day | undefined)[] = [...blanks, ...days];
  const weeks = Array.from({ length: Math.ceil(cells.length / 7) }, (_, i) =>
    Array.from({ length: 7 }, (_, j) => cells[i * 7 + j]),
  );
  return (
    <table>
      <caption>{text.months(String(Number(days[0]!.day.slice(5, 7))))}</caption>
      <thead>
        <tr>
          {weekdays.map((w) => (
            <th key={w} scope="col">
              <abbr title={text.weekdayNames[w]}>{text.weekdays[w]}</abbr>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week, i) => (
          <tr key={String(i)}>
            {week.map((day, j) => (
              <DayCell key={String(j)} day={day} lang={lang} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A year as twelve small tables; what differs from the week has a shape, a name on hover and a name for readers. */
export function YearGrid({ days, lang }: { days: readonly Day[]; lang: Lang }) {
  const months = Map.groupBy(days, ({ day }) => day.slice(0, 7));
  return (
    <>
      <div class="year">
        {[...months].map(([month, of]) => (
          <Month key={month} days={of} lang={lang} />
        ))}
      </div>
      <ul class="year-legend">
        {(['rest', 'off', 'makeUp', 'half'] as const)
          .filter((kind) => days.some((day) => day.kind === kind))
          .map((kind) => (
            <li key={kind} class="year">
              <span>
                <span class={`day-${kind}`}>00</span> {messages[lang].kinds[kind]}
              </span>
            </li>
          ))}
      </ul>
    </>
  );
}

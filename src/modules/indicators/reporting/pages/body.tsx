import { BarChart, LineChart } from '../../../../web/charts.tsx';
import { Panel } from '../../../../web/components/panel.tsx';
import { Chip } from '../../../../web/components/state.tsx';
import { DataTable } from '../../../../web/components/table.tsx';
import { formatDay, formatNumber, formatPercent } from '../../../../web/format.ts';
import { messages as common } from '../../messages.ts';
import type {
  FrozenPaper,
  Inline,
  PaperCell,
  PaperContent,
  PaperFigure,
  PaperPart,
  PaperTable,
} from '../contract/paper.ts';
import { chartProps, gapText, hrefOf, ruleOf, shownParts, valueText } from '../document.ts';
import { messages } from '../messages.ts';
import { words } from './words.ts';

type Paper = PaperContent | FrozenPaper;

/** A composed report on screen: the same content as on paper, in its own language; every number opens. */

function Run({ c, one }: { c: Paper; one: Inline }) {
  if (typeof one === 'string') return <>{one}</>;
  if ('typed' in one) return <em title={words[c.language].paper.typed}>{one.typed}*</em>;
  const figure = c.figures.find((f) => f.key === one.figure);
  return figure ? <a href={hrefOf(c, figure)}>{one.text}</a> : <>{one.text}</>;
}

function Counts({ c, figure }: { c: Paper; figure: PaperFigure }) {
  const n = (value: number | undefined): string => formatNumber(value ?? 0, c.language);
  return (
    <>
      <a href={hrefOf(c, figure)}>{valueText(c, figure)}</a>{' '}
      <small>
        {n(figure.numerator)}/{n(figure.denominator)}
      </small>
    </>
  );
}

function Figures({ c, part }: { c: Paper; part: Extract<PaperPart, { kind: 'figures' }> }) {
  const t = messages[c.language].paper;
  const find = (key: string) => c.figures.filter((f) => f.key === key);
  const before = part.before.flatMap(find);
  const then = (f: PaperFigure) => before.find((one) => one.code === f.code);
  return (
    <DataTable
      caption={part.heading || t.figure}
      captionHidden
      phone="scroll"
      columns={[
        {
          key: 'name',
          head: t.figure,
          main: true,
          cell: (f: PaperFigure) => (
            <>
              {ruleOf(c, f).name} <small>{t.version(ruleOf(c, f).rule, ruleOf(c, f).version)}</small>
            </>
          ),
        },
        {
          key: 'now',
          head: t.now(formatDay(c.day)),
          numeric: true,
          cell: (f) => <Counts c={c} figure={f} />,
        },
        ...(before.length > 0
          ? [
              {
                key: 'then',
                head: t.before(formatDay(c.period.before)),
                numeric: true,
                cell: (f: PaperFigure) => (then(f) ? <Counts c={c} figure={then(f)!} /> : '–'),
              },
              {
                key: 'gap',
                head: t.difference,
                numeric: true,
                cell: (f: PaperFigure) => gapText(c, f, then(f)),
              },
            ]
          : []),
      ]}
      rows={part.keys.flatMap(find)}
      rowKey={(f) => f.key}
    />
  );
}

function Cell({ c, cell }: { c: Paper; cell: PaperCell }) {
  if (cell === null) return <>–</>;
  if (typeof cell === 'number') return <>{formatNumber(cell, c.language)}</>;
  if (typeof cell === 'string')
    return (
      <>
        {cell.split('\n').map((line, i) => (
          <div key={`${i}`}>{line}</div>
        ))}
      </>
    );
  if ('day' in cell) return <>{formatDay(cell.day)}</>;
  const rate = cell.rounded === undefined ? '–' : formatPercent(cell.rounded, c.language, cell.decimals);
  const counts = [cell.numerator, cell.denominator].map((n) => formatNumber(n, c.language)).join('/');
  return (
    <>
      {cell.href ? <a href={cell.href}>{rate}</a> : rate} <small>{counts}</small>
    </>
  );
}

function Rows({ c, table, caption }: { c: Paper; table: PaperTable; caption: string }) {
  const main = Math.max(
    0,
    table.columns.findIndex((column) => column.align === 'left'),
  );
  return (
    <>
      <DataTable
        caption={caption}
        captionHidden
        phone="scroll"
        columns={table.columns.map((column, at) => ({
          key: String(at),
          head: column.title,
          main: at === main,
          numeric: column.align === 'right',
          ...(column.width >= 2 ? { width: 'wide' as const } : {}),
          cell: (i: number) => (
            <>
              {at === main &&
                table.groups
                  .filter((g) => g.before === i)
                  .map((g) => (
                    <strong key={g.text}>
                      {g.text}
                      <br />
                    </strong>
                  ))}
              <Cell c={c} cell={table.rows[i]?.[at] ?? null} />
            </>
          ),
        }))}
        rows={table.rows.map((_, i) => i)}
        rowKey={String}
      />
      {table.notes.map((note) => (
        <p key={note} class="soft">
          {note}
        </p>
      ))}
    </>
  );
}

function Drawn({ part }: { part: Extract<PaperPart, { kind: 'chart' }> }) {
  const { form, alt, ...chart } = chartProps(part.chart);
  return (
    <>
      {form === 'line' ? <LineChart {...chart} /> : <BarChart {...chart} stacked={form === 'stacked'} />}
      <p class="soft">{alt}</p>
    </>
  );
}

function Checks({ c }: { c: Paper }) {
  const t = common[c.language].puzzles;
  return (
    <ul>
      {c.checks.map((one) => (
        <li key={one.name.vi}>
          <Chip tone={one.ok ? 'good' : 'bad'} icon={one.ok ? 'check' : 'alert'}>
            {one.ok ? t.ok : t.notOk}
          </Chip>{' '}
          {one.name[c.language]}: {one.words[c.language]}{' '}
          {one.suggestions.map((s) => s.words[c.language]).join(' ')}
        </li>
      ))}
    </ul>
  );
}

function Part({ c, part }: { c: Paper; part: PaperPart }) {
  switch (part.kind) {
    case 'text':
      return (
        <>
          {part.paragraphs.map((line, i) => (
            <p key={`${i}`}>
              {line.map((one, at) => (
                <Run key={`${at}`} c={c} one={one} />
              ))}
            </p>
          ))}
        </>
      );
    case 'figures':
      return <Figures c={c} part={part} />;
    case 'table':
    case 'cites':
      return <Rows c={c} table={part.table} caption={part.heading || c.title} />;
    case 'chart':
      return <Drawn part={part} />;
    case 'checks':
      return <Checks c={c} />;
  }
}

export function PaperBody({ content: c }: { content: Paper }) {
  return (
    <div lang={c.language} class="stack">
      <p class="soft">{c.period.words}</p>
      {shownParts(c).map((part) => (
        <Panel key={part.id} title={part.heading || words[c.language].editor.kinds[part.kind]}>
          <Part c={c} part={part} />
        </Panel>
      ))}
    </div>
  );
}

import type { ReplyOf } from '../../../../kit/contract.ts';
import type { PageContext } from '../../../../kit/page.ts';
import { CopyLink, LinkButton } from '../../../../web/components/button.tsx';
import { FigureTile } from '../../../../web/components/figure.tsx';
import { KeyValueList } from '../../../../web/components/lists.tsx';
import { Notice } from '../../../../web/components/notice.tsx';
import { Columns, PageHead, Panel } from '../../../../web/components/panel.tsx';
import { formatDay, formatNumber } from '../../../../web/format.ts';
import { pickedPage } from '../../../organisations/index.ts';
import { getMeasure } from '../contract.ts';
import { messages } from '../messages.ts';
import { Records } from './figure-records.tsx';
import { hrefWith, narrowedWords, ScopeBar, scopePicks } from './figure-scope.tsx';
import { Course } from './figure-series.tsx';
import { emptyWords, SideList, validity, ValueLine, valueText } from './parts.tsx';

type Measure = ReplyOf<typeof getMeasure>;

function Tile({ p, data }: { p: PageContext; data: Measure }) {
  const t = messages[p.lang];
  const { figure, definition } = data;
  const { body } = definition;
  const { numerator, denominator } = figure;
  const isKnown = numerator !== null && denominator !== null;
  // A share is drawn from its two counts; any other quotient (days per case) states them beside it.
  const isWhole = isKnown && Number.isInteger(numerator) && numerator <= denominator;
  const isShare = isWhole && body.unit === 'percent';
  const beside = isKnown && !isShare && <ValueLine value={figure} body={body} />;
  const note = t.statusNote[figure.status] || emptyWords(p.lang, figure) || beside || undefined;
  return (
    <FigureTile
      name={data.name[p.lang]}
      value={valueText(figure.rounded, body.unit, p.lang, body.rounding.decimals)}
      {...(isShare && { numerator, denominator })}
      counted={t.one.ofs[definition.denominator.of]}
      asOf={formatDay(data.asOf)}
      href="#records"
      note={note}
    />
  );
}

function Rule({ p, data }: { p: PageContext; data: Measure }) {
  const t = messages[p.lang];
  const { definition, unit, period } = data;
  const { body } = definition;
  const { rule, value } = body.zeroDenominator;
  return (
    <Panel title={t.figure.rule}>
      <KeyValueList
        items={[
          { key: t.figure.rule, value: definition.words[p.lang] },
          {
            key: t.figure.scope,
            value: [unit.name[p.lang], period.words[p.lang], ...narrowedWords(p, data)].join(', '),
          },
          {
            key: t.figure.asOf,
            value: `${formatDay(data.asOf)} (${data.asOf === p.today ? t.figure.live : t.figure.past})`,
          },
          { key: t.one.rounding, value: t.one[body.rounding.mode](body.rounding.decimals) },
          {
            key: t.one.zero,
            value:
              value === undefined ? t.one.zeros[rule] : `${t.one.zeros[rule]} ${formatNumber(value, p.lang)}`,
          },
          {
            key: t.one.versionHead,
            value: (
              <>
                <a href={`/definitions/${data.code}?version=${data.version}`}>{data.version}</a>,{' '}
                {validity(p.lang, definition.validFrom, definition.validTo)}
              </>
            ),
          },
          { key: t.one.source, value: body.source[p.lang] },
        ]}
      />
    </Panel>
  );
}

function Excluded({ p, data }: { p: PageContext; data: Measure }) {
  const t = messages[p.lang].figure;
  return (
    <Panel title={t.excluded(formatNumber(data.excludedTotal, p.lang))}>
      {data.excluded.length === 0 ? (
        <p class="soft">{t.excludedNone}</p>
      ) : (
        <>
          <p class="soft">{t.condition}:</p>
          <ul>
            {data.excluded.map((one) => (
              <li key={one.condition}>
                <a href={`${hrefWith(p, `/measures/${data.code}`, { part: 'excluded' })}#records`}>
                  {one.words[p.lang]}
                </a>
                : <strong>{formatNumber(one.n, p.lang)}</strong>
              </li>
            ))}
          </ul>
        </>
      )}
    </Panel>
  );
}

export const measurePage = pickedPage(
  {
    path: '/measures/:code',
    permission: 'public',
    area: 'workbench',
    get: async (p) => {
      const t = messages[p.lang];
      const code = p.params['code']!;
      const path = `/measures/${code}`;
      const data = await p.callWithQuery(getMeasure, { code });
      const { definition } = data;
      const { body } = definition;
      return {
        title: data.name[p.lang],
        nav: 'definitions',
        crumbs: [{ href: '/definitions', text: t.catalogue.title }],
        description: definition.words[p.lang],
        body: (
          <>
            <PageHead
              kicker={t.figure.kicker(data.version)}
              title={data.name[p.lang]}
              lead={<p>{definition.words[p.lang]}.</p>}
              actions={
                <>
                  <LinkButton href={hrefWith(p, `${path}/log`)}>{t.figure.log}</LinkButton>
                  <LinkButton href={`/definitions/${code}`}>{t.figure.definition}</LinkButton>
                  <CopyLink label={t.figure.link} done={t.figure.linkDone} />
                </>
              }
            />
            {await ScopeBar(p, { path, data, keep: { part: p.query['part'], by: p.query['by'] } })}
            {body.conflict?.[p.lang] && (
              <Notice tone="warn" title={t.one.conflict}>
                {body.conflict[p.lang]}
              </Notice>
            )}
            <Columns
              aside={
                <>
                  <Rule p={p} data={data} />
                  <Excluded p={p} data={data} />
                </>
              }
            >
              <h2 class="hidden">{t.figure.value}</h2>
              <Tile p={p} data={data} />
              <Panel title={t.parts.numerator}>
                <SideList side={definition.numerator} />
              </Panel>
              <Panel title={t.parts.denominator}>
                <SideList side={definition.denominator} />
              </Panel>
            </Columns>
            {await Course(p, data)}
            {await Records(p, data)}
          </>
        ),
      };
    },
  },
  scopePicks,
);

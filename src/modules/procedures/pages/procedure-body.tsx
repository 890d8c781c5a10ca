import type { ReplyOf } from '../../../kit/contract.ts';
import type { PageContext } from '../../../kit/page.ts';
import { KeyValueList } from '../../../web/components/lists.tsx';
import { Notice } from '../../../web/components/notice.tsx';
import { Columns, Panel } from '../../../web/components/panel.tsx';
import { Explain } from '../../../web/components/records.tsx';
import { Chip } from '../../../web/components/state.tsx';
import { formatDay } from '../../../web/format.ts';
import type { getProcedure } from '../contract.ts';
import { ChannelTable, Say, sayIn, StepTable, useMessages, Vi } from './parts.tsx';

export type Shown = ReplyOf<typeof getProcedure>;

function Needed({ shown }: { shown: Shown }) {
  const { portal: t, words } = useMessages();
  return (
    <Panel title={t.needed}>
      <ul class="stack">
        {shown.checklist.map((item) => (
          <li key={item.key}>
            <Say words={item} />{' '}
            <small>
              {[
                item.replacedBy ? '' : t.copies(item.originals, item.copies),
                item.kind === 'paper' ? '' : words.kinds[item.kind],
                item.required ? '' : t.optional,
                item.conditional ? t.conditional : '',
              ]
                .filter(Boolean)
                .join(' · ')}
            </small>{' '}
            {item.replacedBy && (
              <>
                <Chip tone="good" icon="check">
                  {t.notNeeded}
                </Chip>{' '}
                <small lang="vi">
                  {[item.replacedBy.database, item.replacedBy.legalPlace].filter(Boolean).join(' · ')}
                </small>
              </>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function Where({ p, shown }: { p: PageContext; shown: Shown }) {
  const { portal: t, words } = useMessages();
  const { content } = shown.version!;
  const own = shown.overlays.find((one) => one.id === shown.version!.overlayId);
  return (
    <Panel title={t.whereTo}>
      <KeyValueList
        items={[
          shown.competent ? { key: t.decides, value: sayIn(p.lang, shown.competent) } : false,
          { key: t.agency, value: <Vi>{content.agencyText}</Vi> },
          { key: words.service, value: content.serviceLevel ? words.services[content.serviceLevel] : '–' },
        ]}
      />
      {shown.place && !shown.competent && <Notice tone="warn">{t.noCompetent}</Notice>}
      <p>{content.rules.anyPlace ? t.anyPlace : t.ownPlace}</p>
      {content.serviceLevelReason && <p>{t.why(content.serviceLevelReason)}</p>}
      {own && <p>{t.local(p.lang === 'en' ? own.provinceEn : own.provinceVi)}</p>}
    </Panel>
  );
}

/** A procedure as a citizen needs it; also shown to officials on the page of the catalogue. */
export function ProcedureBody({ p, shown }: { p: PageContext; shown: Shown }) {
  const { portal: t, words } = useMessages();
  const { version } = shown;
  if (!version) return <Notice tone="warn" title={t.notInForce} />;
  const { content, validFrom, validTo } = version;
  return (
    <Columns
      aside={
        <>
          <Where p={p} shown={shown} />
          <Panel title={t.results_}>
            <ul lang={p.lang === 'en' ? 'vi' : undefined}>
              {content.results.map((result) => (
                <li key={result.name.vi}>{result.name.vi}</li>
              ))}
            </ul>
          </Panel>
        </>
      }
    >
      <Needed shown={shown} />
      <Panel title={t.howLong} flush>
        <ChannelTable rows={content.channels} kinds={content.caseKinds} />
      </Panel>
      {content.conditions.length > 0 && (
        <Panel title={t.conditions}>
          <ul>
            {content.conditions.map((one) => (
              <li key={one.vi}>
                <Say words={one} />
              </li>
            ))}
          </ul>
        </Panel>
      )}
      <Explain summary={t.steps}>
        <StepTable steps={content.steps} />
      </Explain>
      <Explain summary={t.basis}>
        <ul lang="vi">
          {content.legalBases.map((one) => (
            <li key={one}>{one}</li>
          ))}
        </ul>
        <p>
          {words.decision}: <span lang="vi">{content.decision}</span>. {t.holdsFrom(formatDay(validFrom))}{' '}
          {validTo && t.until(formatDay(validTo))}
        </p>
      </Explain>
    </Columns>
  );
}

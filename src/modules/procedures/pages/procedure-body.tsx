import type { ComponentChildren } from 'preact';

import type { ReplyOf } from '../../../kit/contract.ts';
import type { PageContext } from '../../../kit/page.ts';
import { KeyValueList } from '../../../web/components/lists.tsx';
import { Notice } from '../../../web/components/notice.tsx';
import { Columns, Panel } from '../../../web/components/panel.tsx';
import { Explain } from '../../../web/components/records.tsx';
import { dayOf, formatDay, formatTime } from '../../../web/format.ts';
import { useLang } from '../../../web/language.tsx';
import type { getProcedure } from '../contract.ts';
import { conditionText } from '../form/condition-text.ts';
import { fieldsOf } from '../form/read-value.ts';
import { ChannelTable, feeText, limitIn, Say, sayIn, StepTable, useMessages, Vi } from './parts.tsx';

export type Shown = ReplyOf<typeof getProcedure>;
type Item = Shown['checklist'][number];

/** The four things everybody asks first: how long, how much, where, online or not. */
function Glance({ shown }: { shown: Shown }) {
  const { portal: t } = useMessages();
  const lang = useLang();
  const { content } = shown.version!;
  const own = shown.overlays.find((one) => one.id === shown.version!.overlayId);
  return (
    <Panel title={shown.place ? t.glanceFor(sayIn(lang, shown.place)) : t.glance}>
      <KeyValueList
        items={[
          { key: t.duration, value: <Duration shown={shown} /> },
          { key: t.price, value: distinct(content.channels.map((row) => feeText(row.fee, lang))).join(t.or) },
          { key: t.whereTo, value: <Where shown={shown} /> },
          { key: t.online, value: <Online shown={shown} /> },
          { key: t.results_, value: <Vi>{content.results.map(({ name }) => name.vi).join('; ') || '–'}</Vi> },
        ]}
      />
      {own && <p>{t.local(lang === 'en' ? own.provinceEn : own.provinceVi)}</p>}
      {!shown.place && <p class="hint">{t.otherPlaces}</p>}
    </Panel>
  );
}

const distinct = (texts: readonly string[]): string[] => [...new Set(texts.filter(Boolean))];

function Duration({ shown }: { shown: Shown }) {
  const { portal: t } = useMessages();
  const lang = useLang();
  const { channels } = shown.version!.content;
  const times = distinct(
    channels.map((row) => (row.limit ? limitIn(row.limit, lang) : (row.limitText ?? ''))),
  );
  const moments = distinct(
    shown.examples.map(({ dueAt }) => t.moment(formatTime(dueAt), formatDay(dayOf(dueAt)))),
  );
  return (
    <>
      <strong>{times.join(t.or) || '–'}</strong>
      {moments.length > 0 && <div class="hint">{t.filedNow(moments.join(t.or))}</div>}
    </>
  );
}

function Where({ shown }: { shown: Shown }) {
  const { portal: t } = useMessages();
  const lang = useLang();
  const { content } = shown.version!;
  return (
    <>
      {shown.competent ? sayIn(lang, shown.competent) : <Vi>{content.agencyText}</Vi>}
      <div class="hint">{content.rules.anyPlace ? t.anyPlace : t.ownPlace}</div>
      {shown.place && !shown.competent && <Notice tone="warn">{t.noCompetent}</Notice>}
    </>
  );
}

function Online({ shown }: { shown: Shown }) {
  const { portal: t } = useMessages();
  const { channels, serviceLevel, serviceLevelReason } = shown.version!.content;
  const takes = channels.some(({ channel }) => channel === 'online');
  return (
    <>
      {t.onlines[takes ? (serviceLevel ?? 'partial') : 'none']}
      {serviceLevelReason && <div class="hint">{t.why(serviceLevelReason)}</div>}
    </>
  );
}

function Paper({ item, shown }: { item: Item; shown: Shown }) {
  const { portal: t, words } = useMessages();
  const lang = useLang();
  const { components, form } = shown.version!.content;
  const when = components.find(({ key }) => key === item.key)?.when;
  const condition = conditionText(when, form ? fieldsOf(form) : [], lang, {
    ...t,
    yes: words.yes,
    no: words.no,
  });
  const only = condition ? t.when(condition) : item.conditional ? t.conditional : '';
  if (item.replacedBy)
    return (
      <li>
        <Say words={item} />
        {only && <div class="hint">{only}</div>}
        <div class="hint">
          <Vi>{[item.replacedBy.database, item.replacedBy.legalPlace].filter(Boolean).join(' · ')}</Vi>
        </div>
      </li>
    );
  const count = item.kind === 'shown' ? words.kinds.shown : t.copies(item.originals, item.copies);
  const notes = [item.kind === 'form' ? '' : count, item.required ? '' : t.optional, only].filter(Boolean);
  return (
    <li>
      <Say words={item} />
      {notes.length > 0 && <div class="hint">{notes.join(' · ')}</div>}
    </li>
  );
}

function Papers({ title, items, shown }: { title: string; items: readonly Item[]; shown: Shown }) {
  if (items.length === 0) return null;
  return (
    <section class="papers">
      <h3>{title}</h3>
      <ul>
        {items.map((item) => (
          <Paper key={item.key} item={item} shown={shown} />
        ))}
      </ul>
    </section>
  );
}

function Needed({ shown }: { shown: Shown }) {
  const { portal: t } = useMessages();
  const asked = shown.checklist.filter(({ replacedBy }) => !replacedBy);
  const filled = asked.filter(({ kind }) => kind === 'form');
  const papers = asked.filter(({ kind }) => kind !== 'form');
  const always = papers.filter(({ conditional, required }) => !conditional && required);
  return (
    <Panel title={t.needed}>
      {papers.length === 0 && <p>{t.noPapers}</p>}
      <Papers title={t.prepare} items={always} shown={shown} />
      <Papers title={t.dependsOn} items={papers.filter((item) => !always.includes(item))} shown={shown} />
      <Papers title={t.fillIn} items={filled} shown={shown} />
      <Papers
        title={t.notNeeded}
        items={shown.checklist.filter(({ replacedBy }) => replacedBy)}
        shown={shown}
      />
    </Panel>
  );
}

/** The ways of filing differ in time, fee or remark: then each is told. */
const differs = ({ version }: Shown): boolean => {
  const rows = version!.content.channels.map((row) => JSON.stringify({ ...row, channel: '' }));
  return new Set(rows).size > 1 || version!.content.channels.some(({ remark }) => remark);
};

/** A procedure as a citizen needs it; also shown to officials on the page of the catalogue. */
export function ProcedureBody({
  p,
  shown,
  actions,
}: {
  p: PageContext;
  shown: Shown;
  actions?: ComponentChildren;
}) {
  const { portal: t, words } = useMessages();
  const { version } = shown;
  if (!version) return <Notice tone="warn" title={t.notInForce} />;
  const { content, validFrom, validTo } = version;
  return (
    <Columns
      aside={
        <>
          <Glance shown={shown} />
          {actions}
        </>
      }
    >
      <Needed shown={shown} />
      {differs(shown) && (
        <Panel title={t.byEach} flush>
          <ChannelTable rows={content.channels} kinds={content.caseKinds} />
        </Panel>
      )}
      <Panel title={t.steps} flush>
        <StepTable steps={content.steps} brief={p.url.startsWith('/procedures')} />
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
      <Explain summary={t.basis}>
        <ul lang={p.lang === 'en' ? 'vi' : undefined}>
          {content.legalBases.map((one) => (
            <li key={one}>{one}</li>
          ))}
        </ul>
        <p>
          {words.decision}: <Vi>{content.decision || '–'}</Vi>. {t.holdsFrom(formatDay(validFrom))}{' '}
          {validTo && t.until(formatDay(validTo))}
        </p>
      </Explain>
    </Columns>
  );
}

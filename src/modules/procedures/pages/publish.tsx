import { blocksAt } from '../../../kit/blocks.ts';
import type { ReplyOf } from '../../../kit/contract.ts';
import { page, type PageContext, submits } from '../../../kit/page.ts';
import { Button, ButtonRow, LinkButton } from '../../../web/components/button.tsx';
import { Form } from '../../../web/components/form.tsx';
import { Notice } from '../../../web/components/notice.tsx';
import { PageHead, Panel } from '../../../web/components/panel.tsx';
import { DataTable } from '../../../web/components/table.tsx';
import { formatDay, formatNumber } from '../../../web/format.ts';
import { getVersion, previewPublish, publishVersion } from '../contract.ts';
import type { Messages } from '../messages.ts';
import type { EffectiveVersion } from '../rules/model.ts';
import { AnnouncementFields } from './announcement.tsx';
import { Checks, Refusal, said, sayIn, textIn, Vi } from './parts.tsx';

function transitionText(
  { content, transition }: EffectiveVersion,
  t: Messages['publish'],
  lang: 'vi' | 'en',
): string {
  if (!transition || transition.kind === 'none') return t.transitions.none;
  if (transition.kind === 'stated') return t.transitions.stated(sayIn(lang, transition.text));
  const step = content.steps.find((one) => one.key === transition.step);
  return t.transitions.beforeStep(step ? sayIn(lang, step.name) : transition.step);
}

type Look = ReplyOf<typeof previewPublish>;

function Changes({ p, changes }: { p: PageContext; changes: Look['changes'] }) {
  const { publish: t, words } = textIn(p);
  return (
    <DataTable
      caption={t.changes}
      captionHidden
      rows={changes.map((change, index) => ({ ...change, index }))}
      rowKey={(change) => String(change.index)}
      columns={[
        { key: 'what', head: words.message, main: true, cell: (change) => change[p.lang] },
        { key: 'was', head: t.was, cell: (change) => <Vi>{change.was ?? '–'}</Vi> },
        { key: 'becomes', head: t.becomes, cell: (change) => <Vi>{change.becomes ?? '–'}</Vi> },
      ]}
    />
  );
}

function Gaps({ p, gaps }: { p: PageContext; gaps: Look['gaps'] }) {
  const { publish: t, editor, words } = textIn(p);
  return (
    <DataTable
      caption={t.gaps}
      captionHidden
      rows={gaps.slice(0, 300)}
      rowKey={(gap) => `${gap.unitId} ${gap.stepKey} ${gap.from}`}
      rowTone={() => 'bad'}
      columns={[
        {
          key: 'unit',
          head: textIn(p).coverage.unit,
          main: true,
          cell: (gap) => sayIn(p.lang, { vi: gap.unitVi, en: gap.unitEn }),
        },
        { key: 'step', head: editor.step, cell: (gap) => <Vi>{gap.stepVi}</Vi> },
        {
          key: 'reason',
          head: words.reason,
          cell: (gap) => words.gaps[gap.reason as keyof typeof words.gaps] ?? gap.reason,
        },
        { key: 'from', head: words.from, cell: (gap) => formatDay(gap.from) },
      ]}
    />
  );
}

/** What publishing would do: what differs, which checks block, at which steps nobody stands, who is affected. */
export const publishPage = page({
  path: '/catalogue/versions/:id/publish',
  permission: 'procedure.edit',
  area: 'workbench',
  get: async (p) => {
    const { publish: t, editor, nav } = textIn(p);
    const id = p.params['id']!;
    const [{ version }, look] = [await p.call(getVersion, { id }), await p.call(previewPublish, { id })];
    const { code } = version;
    const blocks = await blocksAt(p, 'publish', id);
    const ready = look.gaps.length === 0 && look.checks.every((check) => check.severity !== 'block');
    return {
      title: t.title,
      nav: 'catalogue',
      crumbs: [
        { href: '/catalogue', text: nav.catalogue },
        { href: `/catalogue/${code}`, text: code },
      ],
      body: (
        <>
          <PageHead
            kicker={`${code} · ${formatDay(version.validFrom)}`}
            title={t.title}
            lead={sayIn(p.lang, version.content.name)}
            actions={<LinkButton href={`/catalogue/versions/${id}`}>{t.back}</LinkButton>}
          />
          <Refusal form={p.form} />
          <Panel title={t.changes} flush={look.changes.length > 0}>
            {look.replaces ? <p>{t.replaces(look.replaces.number)}</p> : <p>{t.first}</p>}
            {look.replaces && look.changes.length === 0 && <p>{t.noChanges}</p>}
            {look.changes.length > 0 && <Changes p={p} changes={look.changes} />}
          </Panel>
          <Panel title={t.transition}>
            <p>{transitionText(version, t, p.lang)}</p>
          </Panel>
          {blocks}
          <Panel title={editor.checks} flush>
            <Checks checks={look.checks} />
          </Panel>
          <Panel title={t.gaps} flush={look.gaps.length > 0}>
            {look.gaps.length === 0 ? (
              <p>{look.covered > 0 ? t.covered(formatNumber(look.covered, p.lang)) : t.nobody}</p>
            ) : (
              <Gaps p={p} gaps={look.gaps} />
            )}
          </Panel>
          {look.overlays.map((one) => (
            <Panel key={one.provinceId} title={`${t.overlays}: ${one.provinceVi}`} flush>
              <Checks checks={one.checks} />
            </Panel>
          ))}
          {p.can('procedure.publish') && ready && (
            <Notice tone="good" title={t.ready}>
              <Form csrf={p.csrf}>
                <input type="hidden" name="id" value={id} />
                <AnnouncementFields p={p} known={version.announcement} />
                <ButtonRow>
                  <Button kind="primary" confirm={t.confirm}>
                    {t.do}
                  </Button>
                </ButtonRow>
              </Form>
            </Notice>
          )}
        </>
      ),
    };
  },
  forms: {
    default: submits(publishVersion, {
      then: ({ code }) => ({ redirect: `/catalogue/${code}`, flash: said((m) => m.publish.done) }),
    }),
  },
});

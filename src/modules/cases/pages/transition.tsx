import type { Block } from '../../../kit/blocks.ts';
import type { ReplyOf } from '../../../kit/contract.ts';
import { type FormState, page, type PageContext, submits } from '../../../kit/page.ts';
import { Button, ButtonRow, Link, LinkButton } from '../../../web/components/button.tsx';
import { ErrorSummary, Form } from '../../../web/components/form.tsx';
import { TextInput } from '../../../web/components/inputs.tsx';
import { Notice } from '../../../web/components/notice.tsx';
import { PageHead, Panel } from '../../../web/components/panel.tsx';
import { Chip } from '../../../web/components/state.tsx';
import { DataTable } from '../../../web/components/table.tsx';
import { formatInstant, formatNumber } from '../../../web/format.ts';
import { applyTransition, previewTransition } from '../contract/transition.ts';
import { transitionMessages } from '../messages/transition.ts';

type Look = ReplyOf<typeof previewTransition>;

function Effects({ p, look }: { p: PageContext; look: Look }) {
  const t = transitionMessages[p.lang];
  const due = (at: string | undefined) => (at ? formatInstant(at) : t.paused);
  return (
    <DataTable
      caption={t.title}
      captionHidden
      rows={look.items}
      rowKey={(one) => one.id}
      columns={[
        {
          key: 'code',
          head: t.code,
          main: true,
          cell: (one) => <Link href={`/cases/${one.id}`}>{one.code ?? one.id}</Link>,
        },
        { key: 'unit', head: t.unit, cell: (one) => (p.lang === 'en' ? one.unitEn : one.unitVi) },
        {
          key: 'step',
          head: t.step,
          cell: ({ step }) =>
            step.after && step.after !== step.before ? `${step.before} → ${step.after}` : step.before,
        },
        { key: 'before', head: t.dueBefore, cell: (one) => due(one.due.before) },
        {
          key: 'after',
          head: t.dueAfter,
          cell: (one) =>
            one.undecided ? (
              <>
                <Chip tone="warn">{t.stays}</Chip> {t.undecided[one.undecided]}
              </>
            ) : (
              due(one.due.after)
            ),
        },
        {
          key: 'fields',
          head: t.fields,
          cell: ({ fields }) =>
            [
              fields.added.length > 0 && t.added(fields.added.join(', ')),
              fields.gone.length > 0 && t.gone(fields.gone.join(', ')),
            ]
              .filter(Boolean)
              .join('; ') || '–',
        },
      ]}
    />
  );
}

function MoveForm({ p }: { p: PageContext }) {
  const t = transitionMessages[p.lang];
  const { values = {}, errors = {} } = p.form ?? {};
  const field = (name: 'reason' | 'legalBasis') => (
    <TextInput name={name} label={t[name]} value={String(values[name] ?? '')} error={errors[name]} required />
  );
  return (
    <Form csrf={p.csrf}>
      {field('reason')}
      {field('legalBasis')}
      <ButtonRow>
        <Button kind="primary" confirm={t.confirm}>
          {t.do}
        </Button>
      </ButtonRow>
    </Form>
  );
}

function Refused({ form }: { form: FormState }) {
  const { problem, errors } = form;
  const detail = [problem.detail, problem.remedy].filter(Boolean).join(' ');
  return <ErrorSummary title={problem.title} detail={detail} errors={errors} />;
}

const flashed = (lang: 'vi' | 'en', done: ReplyOf<typeof applyTransition>): string =>
  transitionMessages[lang].done(formatNumber(done.moved, lang), formatNumber(done.undecided, lang));

/** Dry run of a version's transition rule over the running cases, and the button that applies it once it is in force. */
export const transitionPage = page({
  path: '/catalogue/versions/:id/cases',
  permission: 'procedure.publish',
  area: 'workbench',
  get: async (p) => {
    const t = transitionMessages[p.lang];
    const id = p.params['id']!;
    const look = await p.call(previewTransition, { versionId: id });
    const n = (value: number) => formatNumber(value, p.lang);
    return {
      title: t.title,
      nav: 'catalogue',
      wide: true,
      crumbs: [{ href: `/catalogue/${look.code}`, text: look.code }],
      body: (
        <>
          <PageHead
            kicker={look.code}
            title={t.title}
            lead={t.lead}
            actions={<LinkButton href={`/catalogue/versions/${id}`}>{t.back}</LinkButton>}
          />
          {p.form && <Refused form={p.form} />}
          <Panel
            title={t.counts(n(look.running), n(look.moves), n(look.undecided))}
            flush={look.items.length > 0}
          >
            {look.items.length === 0 ? <p>{t.none}</p> : <Effects p={p} look={look} />}
          </Panel>
          {!look.inForce && <Notice tone="info">{t.dryRun}</Notice>}
          {look.inForce && look.moves > 0 && <MoveForm p={p} />}
        </>
      ),
    };
  },
  forms: {
    default: submits(applyTransition, {
      input: (fields, p) => ({ ...fields, versionId: p.params['id'] }),
      then: (done, p) => ({
        redirect: `/catalogue/versions/${p.params['id']}/cases`,
        flash: { vi: flashed('vi', done), en: flashed('en', done) },
      }),
    }),
  },
});

/** On the page on which a version is published: the way to the dry run. */
export const transitionBlock: Block = {
  place: 'publish',
  order: 10,
  render: async (p, versionId) => {
    if (!p.can('procedure.publish')) return undefined;
    const t = transitionMessages[p.lang];
    return (
      <Panel key="transition" title={t.link}>
        <p>{t.linkText}</p>
        <LinkButton href={`/catalogue/versions/${versionId}/cases`}>{t.open}</LinkButton>
      </Panel>
    );
  },
};

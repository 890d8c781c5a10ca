import type { ReplyOf } from '../../../kit/contract.ts';
import type { PageContext } from '../../../kit/page.ts';
import { Button } from '../../../web/components/button.tsx';
import { DiffList } from '../../../web/components/diff.tsx';
import { Form } from '../../../web/components/form.tsx';
import { KeyValueList } from '../../../web/components/lists.tsx';
import { Notice } from '../../../web/components/notice.tsx';
import { Panel } from '../../../web/components/panel.tsx';
import { DataTable } from '../../../web/components/table.tsx';
import { formatDay } from '../../../web/format.ts';
import type { previewImport } from '../contract.ts';
import { useCount, useMessages } from './parts/say.tsx';

type Plan = ReplyOf<typeof previewImport>;

/** More lines than a person reads at once; the counts say how many there are. */
const SHOWN = 300;

function Verdict({ p, plan }: { p: PageContext; plan: Plan }) {
  const { importing: t } = useMessages();
  const count = useCount();
  const { create, change, errors } = plan.counts;
  if (errors > 0)
    return (
      <Notice tone="bad" title={t.refused(count(errors))}>
        {t.refusedHint}
      </Notice>
    );
  if (!plan.ready) return <Notice tone="bad" title={t.empty} />;
  if (create + change === 0) return <Notice title={t.nothing} />;
  return (
    <Notice tone="good" title={t.ready(count(create), count(change))}>
      <Form csrf={p.csrf} inline>
        <Button kind="primary" icon="upload">
          {t.apply}
        </Button>
      </Form>
    </Notice>
  );
}

function Counts({ plan }: { plan: Plan }) {
  const { importing: t } = useMessages();
  const count = useCount();
  const { counts, directives } = plan;
  const fresh = directives.filter((d) => d.isNew).length;
  return (
    <Panel title={t.counts}>
      <KeyValueList
        items={[
          { key: t.directives, value: t.directivesOf(count(directives.length), count(fresh)) },
          { key: t.create, value: count(counts.create) },
          { key: t.change, value: count(counts.change) },
          { key: t.skip, value: count(counts.skip) },
          { key: t.assignments, value: count(counts.assignments) },
          { key: t.errors, value: count(counts.errors) },
          { key: t.warnings, value: count(counts.warnings) },
        ]}
      />
    </Panel>
  );
}

function Faults({ p, plan }: { p: PageContext; plan: Plan }) {
  const { importing: t } = useMessages();
  const count = useCount();
  if (plan.faults.length === 0) return null;
  const rows = plan.faults
    .toSorted((a, b) => Number(b.severity === 'error') - Number(a.severity === 'error') || a.line - b.line)
    .slice(0, SHOWN)
    .map((f, index) => ({ ...f, index }));
  const title =
    rows.length < plan.faults.length
      ? t.firstFaults(count(rows.length), count(plan.faults.length))
      : t.faults;
  return (
    <Panel title={title} flush>
      <DataTable
        caption={title}
        captionHidden
        rows={rows}
        rowKey={(f) => String(f.index)}
        rowTone={(f) => (f.severity === 'error' ? 'bad' : 'warn')}
        columns={[
          { key: 'line', head: t.line, numeric: true, width: 'narrow', cell: (f) => count(f.line) },
          {
            key: 'column',
            head: t.column,
            numeric: true,
            width: 'narrow',
            cell: (f) => (f.column ? count(f.column) : '–'),
          },
          { key: 'severity', head: t.severity, width: 'narrow', cell: (f) => t.severities[f.severity] },
          { key: 'message', head: t.message, main: true, cell: (f) => f[p.lang] },
        ]}
      />
    </Panel>
  );
}

function Rows({ plan }: { plan: Plan }) {
  const { importing: t, words } = useMessages();
  const count = useCount();
  if (plan.rows.length === 0) return null;
  const order = { change: 0, create: 1, skip: 2 };
  const rows = plan.rows.toSorted((a, b) => order[a.what] - order[b.what] || a.line - b.line).slice(0, SHOWN);
  const title =
    rows.length < plan.rows.length ? t.firstRows(count(rows.length), count(plan.rows.length)) : t.rows;
  return (
    <Panel title={title} flush>
      <DiffList
        rows={rows.map((r) => ({
          kind: r.what,
          line: r.line,
          title: (
            <>
              <span lang="vi">
                {r.ref} · {r.titleVi}
              </span>{' '}
              <small>
                {r.directive} · {words.due}:{' '}
                {/^\d{4}-\d\d-\d\d$/.test(r.deadlineText) ? formatDay(r.deadlineText) : r.deadlineText || '–'}{' '}
                · {t.fans(count(r.leads), count(r.coordinating))}
              </small>
            </>
          ),
          reasons: [
            ...(r.fields.length > 0
              ? [t.differs(r.fields.map((f) => t.fields[f as keyof typeof t.fields] ?? f).join(', '))]
              : []),
            ...(r.unknown.length > 0 ? [t.unknown(r.unknown.join('; '))] : []),
          ],
        }))}
      />
    </Panel>
  );
}

/** What importing the file would do, line by line, and the button that does it where nothing speaks against it. */
export function ImportPreview({ p, plan }: { p: PageContext; plan: Plan }) {
  return (
    <>
      <Verdict p={p} plan={plan} />
      <Counts plan={plan} />
      <Faults p={p} plan={plan} />
      <Rows plan={plan} />
    </>
  );
}

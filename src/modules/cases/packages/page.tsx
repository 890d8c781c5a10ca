import type { ReplyOf } from '../../../kit/contract.ts';
import { newId } from '../../../kit/ids.ts';
import { type Fields, page, type PageContext, type PageReply, textOf, type View } from '../../../kit/page.ts';
import { fieldProblem, Problem } from '../../../kit/problems.ts';
import { Button, ButtonRow } from '../../../web/components/button.tsx';
import { Checkbox } from '../../../web/components/choices.tsx';
import { ErrorSummary, Form } from '../../../web/components/form.tsx';
import { FileInput } from '../../../web/components/inputs.tsx';
import { KeyValueList } from '../../../web/components/lists.tsx';
import { Notice } from '../../../web/components/notice.tsx';
import { EmptyState, PageHead, Panel } from '../../../web/components/panel.tsx';
import { Chip } from '../../../web/components/state.tsx';
import { DataTable } from '../../../web/components/table.tsx';
import { formatInstant, formatNumber } from '../../../web/format.ts';
import { unitIn, unitName } from '../pages/desk/parts/names.ts';
import { lookAtPackage, openPackage, packageUnfit } from './contract.ts';
import { packageMessages } from './messages.ts';

type Look = ReplyOf<typeof lookAtPackage>;

function Lines({ p, look }: { p: PageContext; look: Look }) {
  const t = packageMessages[p.lang];
  return (
    <Panel title={t.lines} flush>
      <DataTable
        caption={t.lines}
        captionHidden
        rows={look.lines}
        rowKey={({ what, key }) => `${what} ${key}`}
        columns={[
          { key: 'line', head: t.line, main: true, cell: ({ label }) => label[p.lang] },
          { key: 'kind', head: t.kind, cell: ({ what }) => t.kinds[what] },
          {
            key: 'verdict',
            head: t.verdict,
            cell: ({ isTaken, reason }) =>
              isTaken ? (
                <Chip icon="check" tone="good">
                  {t.taken}
                </Chip>
              ) : (
                <>
                  <Chip icon="cancel" tone="warn">
                    {t.notTaken}
                  </Chip>{' '}
                  {reason?.[p.lang]}
                </>
              ),
          },
        ]}
      />
    </Panel>
  );
}

/** What a package is and what of it would be taken; everything in it agreed with its digests. */
function Looked({ p, look }: { p: PageContext; look: Look }) {
  const t = packageMessages[p.lang];
  return (
    <>
      {look.losses > 0 ? (
        <Notice tone="warn" live title={t.losses(formatNumber(look.losses, p.lang))}>
          <p>{t.lossesHint}</p>
        </Notice>
      ) : (
        <Notice live title={t.whole} />
      )}
      <Panel title={t.what}>
        <KeyValueList
          items={[
            { key: t.from, value: <span lang="vi">{look.fromName}</span> },
            look.code !== undefined && { key: t.code, value: <span class="figures">{look.code}</span> },
            { key: t.procedure, value: `${look.procedureCode} ${look.procedureName[p.lang]}` },
            { key: t.applicant, value: <span lang="vi">{look.applicantName}</span> },
            { key: t.exportedAt, value: formatInstant(look.exportedAt) },
            { key: t.events, value: formatNumber(look.events, p.lang) },
            { key: t.digest, value: <code>{look.digest}</code> },
          ]}
        />
      </Panel>
      <Lines p={p} look={look} />
    </>
  );
}

async function draw(p: PageContext, look?: Look): Promise<View> {
  const t = packageMessages[p.lang];
  const unitId = unitIn(p, 'case.receive');
  const head = { title: t.title, nav: 'case-packages' };
  if (!unitId) return { ...head, body: <EmptyState title={t.chooseUnit} /> };
  const refused = p.form;
  return {
    ...head,
    body: (
      <>
        <PageHead kicker={await unitName(p, unitId)} title={t.title} lead={t.lead} />
        {refused && (
          <ErrorSummary
            title={refused.problem.title}
            detail={[refused.problem.detail, refused.problem.remedy].filter(Boolean).join(' ')}
            errors={refused.errors}
          />
        )}
        {look && <Looked p={p} look={look} />}
        <Form name="package" csrf={p.csrf} files>
          <input type="hidden" name="id" value={newId(p.now)} />
          <FileInput
            name="content"
            id="f-content"
            label={t.file}
            hint={t.fileHint}
            accept=".zip"
            error={refused?.errors['content']}
            required
          />
          <Checkbox name="leaveOut" id="f-leave-out" label={t.leaveOut} />
          <ButtonRow>
            <Button kind="primary" name="do" value="look">
              {t.look}
            </Button>
            <Button name="do" value="open">
              {t.open}
            </Button>
          </ButtonRow>
        </Form>
      </>
    ),
  };
}

function contentIn(fields: Fields): string {
  const { vi, en } = packageMessages;
  const file = fields['content'];
  if (typeof file === 'object' && !Array.isArray(file) && file.bytes.length > 0)
    return file.bytes.toString('base64');
  throw fieldProblem('content', vi.noFile, en.noFile);
}

/** Looks or opens; where lines do not fit nothing is opened, and they are shown one by one. */
async function take(p: PageContext, fields: Fields): Promise<PageReply> {
  const asked = { receptionUnitId: unitIn(p, 'case.receive') ?? '', content: contentIn(fields) };
  if (textOf(fields, 'do') !== 'open') return draw(p, await p.call(lookAtPackage, asked));
  const leaveOut = textOf(fields, 'leaveOut') === 'true';
  try {
    const made = await p.call(openPackage, { ...asked, id: textOf(fields, 'id'), leaveOut });
    const said = (lang: 'vi' | 'en') => {
      const t = packageMessages[lang];
      return made.leftOut > 0 ? t.openedWithout(formatNumber(made.leftOut, lang)) : t.opened;
    };
    return { redirect: `/cases/${made.id}`, flash: { vi: said('vi'), en: said('en') } };
  } catch (error) {
    if (!(error instanceof Problem) || error.kind !== packageUnfit) throw error;
    return { ...(await draw(p, await p.call(lookAtPackage, asked))), status: 409 };
  }
}

/** A package comes in at a desk: looked at first, then opened as a new case. */
export const packagePage = page({
  path: '/desk/packages',
  permission: 'case.receive',
  area: 'workbench',
  get: (p) => draw(p),
  forms: { package: take },
});

import type { ReplyOf } from '../../../../kit/contract.ts';
import { newId } from '../../../../kit/ids.ts';
import type { PageContext, PageReply, View } from '../../../../kit/page.ts';
import { LinkButton } from '../../../../web/components/button.tsx';
import { EmptyState, PageHead } from '../../../../web/components/panel.tsx';
import { withQuery } from '../../../../web/with-query.ts';
import { formPicks } from '../../../procedures/index.ts';
import type { receiveCase } from '../../contract.ts';
import { deskMessages } from '../../messages/desk.ts';
import { type Kept, keptOf, pickIn } from './parts/forms.tsx';
import { namesFor, unitIn } from './parts/names.ts';
import { sayIn } from './parts/words.tsx';
import { Choose, recent } from './receive-choose.tsx';
import { IntakeForm } from './receive-form.tsx';
import { type Intake, loadIntake, type Twins } from './receive-load.ts';
import { Received } from './received.tsx';

/** The intake that the address names, with what was typed; undefined where there is nothing to take in. */
export async function intakeOf(p: PageContext): Promise<Intake | undefined> {
  const { code, id } = p.query;
  const unitId = unitIn(p, 'case.receive');
  return code && id && unitId ? loadIntake(p, { id, code, unitId }) : undefined;
}

/** What the inputs show: refused ones first, else what was kept while typing. */
function keptIn(p: PageContext, intake: Intake): Kept {
  const kept = keptOf(p, 'receive');
  if (kept.refused || intake.isFresh) return kept;
  const text = (name: string): string | undefined => {
    const value = [intake.typed[name]].flat()[0];
    return typeof value === 'string' ? value : undefined;
  };
  return {
    ...kept,
    value: text,
    field: (name) => ({ ...kept.field(name), value: text(name) }),
    checked: (name, _, ticked = 'true') => [intake.typed[name]].flat().includes(ticked),
  };
}

/** Second step: the intake itself. */
export async function drawIntake(p: PageContext, twins: Twins = []): Promise<View> {
  const { receive: t, words } = deskMessages[p.lang];
  const unitId = unitIn(p, 'case.receive');
  const head = { title: t.title, nav: 'desk-receive', wide: true };
  if (!unitId) return { ...head, body: <EmptyState title={words.chooseUnit} /> };
  const names = await namesFor(p, { units: [unitId] });
  const intake = await intakeOf(p);
  if (!intake)
    return {
      ...head,
      body: (
        <>
          <PageHead title={t.title} kicker={names.unit(unitId)} />
          {await Choose(p, unitId)}
        </>
      ),
    };
  const kept = keptIn(p, intake);
  const { form, competence } = intake.version.content;
  const asksPlace = competence.place !== 'reception' && !form;
  return {
    ...head,
    body: (
      <>
        <PageHead
          kicker={`${names.unit(unitId)} · ${intake.code}`}
          title={sayIn(p.lang, intake.version.content.name)}
          actions={<LinkButton href={`/desk/receive?unitId=${unitId}`}>{t.other}</LinkButton>}
        />
        <IntakeForm
          p={p}
          intake={intake}
          kept={kept}
          twins={twins}
          picks={form ? await formPicks(p, form, intake.values) : {}}
          place={asksPlace ? await pickIn(p, kept, 'placeUnitId', { levels: ['commune'] }) : undefined}
          returnTo={await pickIn(p, kept, 'returnUnitId')}
          help={await pickIn(p, kept, 'helpUnitId')}
        />
      </>
    ),
  };
}

/** Third step: the code, the promise with its reasons, the slip, and the next. */
export async function drawReceived(
  p: PageContext,
  intake: Intake,
  made: ReplyOf<typeof receiveCase>,
): Promise<View> {
  const { receive: t } = deskMessages[p.lang];
  return {
    title: made.code ? t.doneTitle(made.code) : t.gapTitle,
    nav: 'desk-receive',
    body: await Received(p, intake, made),
  };
}

/** An intake has an id of its own from the start: what is kept while typing and what is received are the same. */
export async function showReceive(p: PageContext): Promise<PageReply> {
  if (p.query['code'] && !p.query['id']) return { redirect: withQuery(p.url, 'id', newId(p.now)) };
  const unitId = unitIn(p, 'case.receive');
  const { q = '', code } = p.query;
  if (!code && unitId && /^[1-9]$/.test(q.trim())) {
    const chosen = (await recent(p, unitId))[Number(q) - 1];
    if (chosen)
      return { redirect: `/desk/receive?${new URLSearchParams({ unitId, code: chosen.code }).toString()}` };
  }
  return drawIntake(p);
}

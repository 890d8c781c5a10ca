import { Stepper, type Step } from '../../../../web/components/lists.tsx';
import { Panel } from '../../../../web/components/panel.tsx';
import { type Lang, useLang } from '../../../../web/language.tsx';
import { leftText, limitText } from '../../../calendar/index.ts';
import type { HandOver } from '../../rules/events.ts';
import type { CaseView } from './case-load.ts';
import { sayIn, useDesk } from './parts/words.tsx';

interface Passed {
  handOver?: HandOver;
  by: string | undefined;
}

/** What the control slips say of each step that is finished, the last time it was. */
function passedSteps({ c }: CaseView): Map<string, Passed> {
  const passed = new Map<string, Passed>();
  for (const { kind, payload, by } of c.timeline) {
    const step = payload['step'];
    const isDone = kind === 'case.stepDone' || kind === 'case.signed' || kind === 'case.numbered';
    if (isDone && typeof step === 'string') {
      const handOver = payload['handOver'] as HandOver | undefined;
      passed.set(step, { ...(handOver && { handOver }), by: by.person });
    }
    if (kind === 'case.received') passed.set('', { by: by.person });
    if (kind === 'case.returned') passed.set('return', { by: by.person });
  }
  return passed;
}

/** The way of the case through its plan, with who did each step and how long it took. */
export function PlanPanel({ view }: { view: CaseView }) {
  const { case: t } = useDesk();
  const lang = useLang();
  const steps = stepsOf(view, lang, useDesk());
  if (steps.length === 0) return null;
  return (
    <Panel title={t.plan}>
      <Stepper label={t.plan} steps={steps} />
    </Panel>
  );
}

function stepsOf(view: CaseView, lang: Lang, { case: t, words }: ReturnType<typeof useDesk>): Step[] {
  const { c, plan, person } = view;
  const passed = passedSteps(view);
  return plan.version.content.steps.map((step) => {
    const isReceipt = step.role === 'receive' && c.receivedAt !== undefined;
    const own = passed.get(step.key) ?? (isReceipt ? passed.get('') : undefined);
    const isReturned = step.role === 'return' && c.handling === 'returned';
    const isCurrent = c.step?.key === step.key && !isReturned;
    const time = own?.handOver
      ? leftText(own.handOver.minutes)[lang]
      : step.limit
        ? limitText(step.limit)[lang]
        : '';
    const who = own?.by ?? (isCurrent ? c.personId : undefined);
    return {
      title: sayIn(lang, step.name),
      state: isCurrent ? 'current' : own || isReturned ? 'done' : 'waiting',
      note: t.planNote(
        who ? person(who) : words.roles[step.role],
        time,
        own?.handOver ? words.slipStates[own.handOver.state] : '',
      ),
    };
  });
}

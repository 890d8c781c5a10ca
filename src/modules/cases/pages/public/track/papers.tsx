import type { PageContext } from '../../../../../kit/page.ts';
import { Panel } from '../../../../../web/components/panel.tsx';
import { Chip, type ChipTone } from '../../../../../web/components/state.tsx';
import { Say, textIn, unitName } from '../parts.tsx';
import type { Tracked } from './load.ts';

type Paper = Tracked['papers'][number];
const tones: Record<Paper['state'], ChipTone> = {
  received: 'good',
  promised: 'warn',
  database: 'calm',
  filled: 'good',
  shown: 'calm',
  missing: 'calm',
};

/** Every paper of the case: what is there and in which form, and what the applicant still brings to the desk. */
export async function PapersPanel(p: PageContext, { papers, places }: Tracked) {
  const { papers: t } = textIn(p).track;
  const shown = papers.filter((one) => one.required || one.state !== 'missing');
  if (shown.length === 0) return null;
  const unit = await unitName(p, places.reception);
  return (
    <Panel title={t.title} id="papers">
      <ul class="stack">
        {shown.map(({ component, state, received, ...words }) => (
          <li key={component}>
            <Say words={words} /> <Chip tone={tones[state]}>{t.states[state]}</Chip>
            {received.length > 0 && (
              <small> {received.map(({ form, count }) => `${t.forms[form]} × ${count}`).join('; ')}</small>
            )}
            {state === 'promised' && <p class="hint">{t.bring(unit)}</p>}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

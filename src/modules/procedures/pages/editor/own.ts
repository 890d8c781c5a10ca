import type { OverlayContent, ProcedureContent } from '../../rules/model.ts';
import { channelBoxes, channelsFrom } from './channels.ts';
import { type Flat, given, rowAt } from './flat.ts';
import { jsonOf } from './parts.ts';
import { stepBoxes, stepsFrom } from './steps.ts';

/** What a province decides for itself, as boxes; what it does not take over stays national. */
export function ownBoxes(own: Partial<OverlayContent>, national: Partial<ProcedureContent>): Flat {
  const { decision, channels, steps, serviceLevel, serviceLevelReason, ...rest } = own;
  return {
    ...given({
      decision: decision ?? '',
      'own.serviceLevel': serviceLevel ?? '',
      'own.serviceLevelReason': serviceLevelReason ?? '',
      'own.channels': channels ? 'true' : '',
      'own.steps': steps ? 'true' : '',
    }),
    ...channelBoxes(channels),
    ...stepBoxes(steps, national),
    'own.json': Object.keys(rest).length > 0 ? JSON.stringify(rest, null, 2) : '',
  };
}

const without = (values: Flat, list: string): Flat =>
  Object.fromEntries(
    Object.entries(values).filter(([name]) => !name.startsWith(`${list}.`) && name !== `own.${list}`),
  );

/** `take channels` begins with the national rows; `drop steps` goes back to them. Undefined for other commands. */
export function takeOver(
  values: Flat,
  command: string,
  national: Partial<ProcedureContent>,
): Flat | undefined {
  const [what, list = ''] = command.split(' ');
  if (what === 'drop') return without(values, list);
  if (what !== 'take') return undefined;
  const rows = list === 'steps' ? stepBoxes(national.steps, national) : channelBoxes(national.channels);
  return { ...without(values, list), ...rows, [`own.${list}`]: 'true' };
}

/** `was` holds what boxes do not show: the rows as stored, or as taken from the national version. */
export function ownFrom(
  values: Flat,
  was: Partial<OverlayContent>,
  national: Partial<ProcedureContent>,
): OverlayContent {
  const { text, yes } = rowAt(values, 'own');
  return {
    ...(jsonOf(text('json'), 'own.json') as Partial<OverlayContent>),
    ...(yes('channels') ? { channels: channelsFrom(values, was.channels ?? national.channels) } : {}),
    ...(yes('steps') ? { steps: stepsFrom(values, was.steps ?? national.steps ?? [], national) } : {}),
    ...(given({
      serviceLevel: text('serviceLevel'),
      serviceLevelReason: text('serviceLevelReason'),
    }) as Partial<OverlayContent>),
    decision: (values['decision'] ?? '').trim(),
  };
}

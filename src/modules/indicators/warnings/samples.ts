import type { App } from '../../../kit/app.ts';
import type { InputOf } from '../../../kit/contract.ts';
import { evaluateDay, evaluateTouched } from './actions/evaluate.ts';
import type { defineWarningRule } from './contract.ts';

type Input = InputOf<typeof defineWarningRule>;

/** A rule that warns when more than 10 % of the tasks a ministry leads are overdue, and ends at 5 %. */
export const sampleRule = (over: Partial<Input> = {}): Input => ({
  code: 'overdueShareOfMinistries',
  validFrom: '2025-11-17',
  reason: 'Quy tắc mẫu',
  name: { vi: 'Tỷ lệ quá hạn của bộ', en: 'Overdue share of a ministry' },
  severity: 'urgent',
  watch: {
    kind: 'threshold',
    figure: { of: 'tasks', code: 'overdueShare' },
    comparison: 'above',
    limit: 10,
    endAt: 5,
    minDenominator: 1,
  },
  units: { levels: ['ministry'] },
  actor: { role: 'head', at: 'unit' },
  escalateAfterDays: 5,
  ...over,
});

/** Looks at every rule as the schedule of the day would at an instant. */
export const sampleLook = (app: App, at: Date): Promise<number> => evaluateDay(app, at);

/** Looks again at what events have touched, as the schedule would. */
export const sampleTouch = (app: App, at: Date): Promise<number> => evaluateTouched(app, at);

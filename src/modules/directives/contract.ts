/** The endpoints of directives, by subject. */
export * from './contract/directive.ts';
export * from './contract/task.ts';
export * from './contract/assignment.ts';
export * from './contract/counts.ts';
export * from './contract/report.ts';
export * from './contract/difficulty.ts';
export * from './contract/meeting.ts';
export * from './contract/import.ts';
export * from './contract/risk.ts';

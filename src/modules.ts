import type { Module } from './kit/module.ts';
import { calendarModule } from './modules/calendar/module.ts';
import { casesModule } from './modules/cases/module.ts';
import { directivesModule } from './modules/directives/module.ts';
import { documentsModule } from './modules/documents/module.ts';
import { exchangeModule } from './modules/exchange/module.ts';
import { identityModule } from './modules/identity/module.ts';
import { indicatorsModule } from './modules/indicators/module.ts';
import { mandatesModule } from './modules/mandates/module.ts';
import { noticesModule } from './modules/notices/module.ts';
import { operationsModule } from './modules/operations/module.ts';
import { organisationsModule } from './modules/organisations/module.ts';
import { proceduresModule } from './modules/procedures/module.ts';

/** The modules in the order in which they may know each other. */
export const modules: readonly Module[] = [
  organisationsModule,
  identityModule,
  mandatesModule,
  calendarModule,
  documentsModule,
  directivesModule,
  proceduresModule,
  casesModule,
  exchangeModule,
  indicatorsModule,
  noticesModule,
  operationsModule,
];

export { authenticate } from './modules/identity/index.ts';

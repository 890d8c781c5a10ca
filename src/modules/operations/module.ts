import { type Module, route } from '../../kit/module.ts';
import { sealEvents } from '../../kit/seal.ts';
import { getHealthAction, getOpenApiAction } from './actions.ts';
import { getHealth, getOpenApi } from './contract.ts';
import { apiPage } from './pages/api.tsx';

export const operationsModule: Module = {
  name: 'operations',
  folder: import.meta.dirname,
  routes: [route(getHealth, getHealthAction), route(getOpenApi, getOpenApiAction)],
  pages: [apiPage],
  schedules: [{ name: 'operations.seal', everySeconds: 60, run: sealEvents }],
};

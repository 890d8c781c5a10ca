import { type Module, route } from '../../kit/module.ts';
import { sealEvents } from '../../kit/seal.ts';
import { everywhere } from '../identity/index.ts';
import { getAreasAction } from './actions/areas.ts';
import { getBoardAction } from './actions/board.ts';
import * as downtime from './actions/downtime.ts';
import * as handOver from './actions/handOver.ts';
import { getHealthAction, getOpenApiAction } from './actions/health.ts';
import { liveBoardAction } from './actions/live.ts';
import { listBoardRecordsAction } from './actions/records.ts';
import { downtimeBanner } from './banner.ts';
import * as contract from './contract.ts';
import { boardMessages } from './messages/board.ts';
import { downtimeMessages } from './messages/downtime.ts';
import { apiPage } from './pages/api.tsx';
import { boardPage } from './pages/board.tsx';
import { downtimePage } from './pages/downtime.tsx';
import { handOverPage, handOversPage } from './pages/handOvers.tsx';
import { mapPage } from './pages/map.tsx';
import { recordsPage } from './pages/records.tsx';
import { downtimeReplay, handOverReplay } from './replay.ts';

export const operationsModule: Module = {
  name: 'operations',
  folder: import.meta.dirname,
  routes: [
    route(contract.getHealth, getHealthAction),
    route(contract.getOpenApi, getOpenApiAction),
    route(contract.getBoard, getBoardAction),
    route(contract.liveBoard, liveBoardAction),
    route(contract.listBoardRecords, listBoardRecordsAction),
    route(contract.getAreas, getAreasAction),
    route(contract.writeHandOver, handOver.writeHandOverAction),
    route(contract.takeHandOver, handOver.takeHandOverAction),
    route(contract.listHandOvers, handOver.listHandOversAction),
    route(contract.getHandOver, handOver.getHandOverAction),
    route(contract.announceDowntime, downtime.announceDowntimeAction),
    route(contract.withdrawDowntime, downtime.withdrawDowntimeAction),
    route(contract.listDowntimes, downtime.listDowntimesAction),
    route(contract.getNextDowntime, downtime.getNextDowntimeAction),
  ],
  pages: [apiPage, boardPage, mapPage, recordsPage, handOversPage, handOverPage, downtimePage],
  banner: downtimeBanner,
  nav: [
    {
      key: 'operations',
      area: 'workbench',
      group: 'steer',
      order: 5,
      href: '/operations',
      text: { vi: boardMessages.vi.nav, en: boardMessages.en.nav },
      permission: 'operations.view',
    },
    {
      key: 'operations-hand-overs',
      area: 'workbench',
      group: 'steer',
      order: 6,
      href: '/operations/hand-overs',
      text: { vi: boardMessages.vi.navHandOvers, en: boardMessages.en.navHandOvers },
      permission: 'operations.view',
    },
    {
      key: 'operations-downtime',
      area: 'workbench',
      group: 'manage',
      order: 85,
      href: '/operations/downtime',
      text: { vi: downtimeMessages.vi.nav, en: downtimeMessages.en.nav },
      permission: 'operations.announce',
      unitId: everywhere,
    },
  ],
  schedules: [{ name: 'operations.seal', everySeconds: 60, run: sealEvents }],
  replays: [handOverReplay, downtimeReplay],
};

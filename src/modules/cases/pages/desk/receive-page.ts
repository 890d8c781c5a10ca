import { page } from '../../../../kit/page.ts';
import { receiveHandler } from './receive-submit.ts';
import { showReceive } from './receive.tsx';

export const receivePage = page({
  path: '/desk/receive',
  permission: 'case.receive',
  area: 'workbench',
  get: showReceive,
  forms: { receive: receiveHandler },
});

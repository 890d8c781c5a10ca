import type { App } from '../../kit/app.ts';
import { problemKind, Problem } from '../../kit/problems.ts';
import { openPortal, type Portal } from './portal.ts';

/** One wire for each running program, so that its session is opened once. */
const wires = new WeakMap<object, Portal>();

/** Whether the administrator has stated a connection; without one nothing of this module does anything. */
export const isConnected = (app: App): boolean => app.config.portal !== undefined;

/** The wire to the portal; undefined where no connection is stated. */
export function findPortal({ config }: App): Portal | undefined {
  if (!config.portal) return undefined;
  const known = wires.get(config.portal) ?? openPortal(config.portal);
  wires.set(config.portal, known);
  return known;
}

export const notConnected = problemKind(
  'exchange.notConnected',
  409,
  {
    vi: 'Chưa kết nối Cổng Dịch vụ công quốc gia',
    en: 'No connection to the national portal is stated',
  },
  {
    vi: 'Quản trị viên đặt PORTAL_URL, PORTAL_ACCOUNT và PORTAL_SECRET rồi khởi động lại.',
    en: 'The administrator sets PORTAL_URL, PORTAL_ACCOUNT and PORTAL_SECRET and starts the program again.',
  },
);

/** The wire to the portal. @throws Problem where none is stated */
export function getPortal(app: App): Portal {
  const portal = findPortal(app);
  if (!portal) throw new Problem(notConnected);
  return portal;
}

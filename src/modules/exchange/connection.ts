import type { App } from '../../kit/app.ts';
import { Problem } from '../../kit/problems.ts';
import { openPortal, type Portal } from './portal.ts';
import { notConnected } from './problems.ts';

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

/** The wire to the portal. @throws Problem where none is stated */
export function getPortal(app: App): Portal {
  const portal = findPortal(app);
  if (!portal) throw new Problem(notConnected);
  return portal;
}

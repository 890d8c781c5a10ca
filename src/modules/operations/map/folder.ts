import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

import type { App } from '../../../kit/app.ts';
import { type Boundaries, readBoundaries } from './boundaries.ts';

interface Read extends Boundaries {
  file: string;
}
interface Kept {
  mark: string;
  sets: Read[];
}
const kept = new WeakMap<App, Kept>();

/** The sets of boundaries in the folder `boundaries` of the data folder; read again when a file has changed. */
export function listBoundaries(app: App): Read[] {
  const folder = join(app.config.dataDir, 'boundaries');
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder)
    .filter((name) => /\.(geojson|topojson|json)$/i.test(name))
    .sort();
  const mark = files.map((name) => `${name} ${statSync(join(folder, name)).mtimeMs}`).join();
  const known = kept.get(app);
  if (known?.mark === mark) return known.sets;
  const sets = files.map((file) => ({ file, ...readBoundaries(readFileSync(join(folder, file), 'utf8')) }));
  kept.set(app, { mark, sets });
  return sets;
}

/** One set by the name of its file. */
export const boundariesIn = (app: App, file: string): Read | undefined =>
  listBoundaries(app).find((one) => one.file === file);

import { parentPort, workerData } from 'node:worker_threads';

import { parseXlsx } from './parse.ts';
import type { ReadLimits } from './readModel.ts';

const { bytes, limits } = workerData as { bytes: Uint8Array; limits: ReadLimits };
parentPort?.postMessage(await parseXlsx(bytes, limits));

#!/usr/bin/env node
import { join } from 'node:path';

import { ensureInstalled, root } from '../scripts/install.mjs';
import { goOnAs } from '../scripts/run.mjs';

ensureInstalled({ dev: false });
goOnAs(join(root, 'src/cli/main.ts'), process.argv.slice(2));

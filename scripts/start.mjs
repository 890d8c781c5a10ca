// npm start: installs what is missing, then runs the program.
import { join } from 'node:path';

import { ensureInstalled, root } from './install.mjs';
import { goOnAs } from './run.mjs';

ensureInstalled({ dev: false });
goOnAs(join(root, 'src/main.ts'), process.argv.slice(2));

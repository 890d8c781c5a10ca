import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Shows every component in every state, from the examples beside the components. */
const gallery = join(dirname(import.meta.dirname), 'src/web/gallery.tsx');
if (existsSync(gallery)) await import(gallery);
else console.log('There is no src/web/gallery.tsx yet');

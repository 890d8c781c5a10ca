import {
  createHash,
  createHmac,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  randomBytes,
  sign,
  verify,
  type KeyObject,
} from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The installation's own keys: one pair for signatures (Ed25519), one secret for form tokens. They never leave the data folder. */
export interface Keys {
  id: string;
  publicPem: string;
  sign(data: Uint8Array | string): Buffer;
  verify(data: Uint8Array | string, signature: Uint8Array): boolean;
  mac(text: string): string;
}

async function readOrMake(file: string, make: () => string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  await writeFile(file, make(), { mode: 0o600, flag: 'wx', flush: true }).catch(
    (e: NodeJS.ErrnoException) => {
      if (e.code !== 'EEXIST') throw e; // another process was faster: its key counts
    },
  );
  return readFile(file, 'utf8');
}

const bytesOf = (data: Uint8Array | string): Uint8Array =>
  typeof data === 'string' ? Buffer.from(data, 'utf8') : data;

/** Opens the keys in `folder`, making them on the first start. */
export async function openKeys(folder: string): Promise<Keys> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const pem = await readOrMake(
    join(folder, 'signing.pem'),
    () => generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }) as string,
  );
  const secret = await readOrMake(join(folder, 'secret'), () => randomBytes(32).toString('hex'));
  const privateKey: KeyObject = createPrivateKey(pem);
  const publicKey = createPublicKey(privateKey);
  const publicPem = publicKey.export({ type: 'spki', format: 'pem' }) as string;
  return {
    id: createHash('sha256').update(publicPem).digest('hex').slice(0, 16),
    publicPem,
    sign: (data) => sign(null, bytesOf(data), privateKey),
    verify: (data, signature) => verify(null, bytesOf(data), publicKey, signature),
    mac: (text) => createHmac('sha256', secret).update(text).digest('base64url'),
  };
}

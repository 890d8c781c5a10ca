import { connect, type Socket } from 'node:net';

export type Verdict = { state: 'clean' } | { state: 'infected'; finding: string };

const TIME_LIMIT_MS = 60_000;
const CHUNK = 64 * 1024;

function dial(address: string): Socket {
  const url = new URL(address);
  return url.protocol === 'unix:' ? connect(url.pathname) : connect(Number(url.port), url.hostname);
}

/** `stream: OK`, `stream: NAME FOUND`; anything else is the scanner's trouble, not the file's. */
function verdictOf(reply: string): Verdict {
  const text = reply.replaceAll('\0', '').trim();
  if (text === 'stream: OK') return { state: 'clean' };
  const found = /^stream: (.+) FOUND$/.exec(text)?.[1];
  if (found) return { state: 'infected', finding: found };
  throw new Error(`clamd: ${text || 'no answer'}`);
}

function* framed(bytes: Uint8Array): Generator<Uint8Array> {
  yield Buffer.from('zINSTREAM\0');
  for (let at = 0; at < bytes.length; at += CHUNK) {
    const chunk = bytes.subarray(at, at + CHUNK);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(chunk.length);
    yield length;
    yield chunk;
  }
  yield Buffer.alloc(4);
}

/**
 * Asks clamd (`tcp://host:port` or `unix:///path`) about bytes by its INSTREAM command. Its StreamMaxLength must be
 * above 20 MB. Throws when it cannot be reached or does not decide.
 */
export function scan(address: string, bytes: Uint8Array): Promise<Verdict> {
  return new Promise((done, failed) => {
    const socket = dial(address);
    let reply = '';
    socket.setTimeout(TIME_LIMIT_MS, () => socket.destroy(new Error('clamd: no answer in time')));
    socket.on('error', failed);
    socket.on('data', (data) => (reply += data.toString('utf8')));
    socket.on('close', () => {
      try {
        done(verdictOf(reply));
      } catch (error) {
        failed(error);
      }
    });
    socket.on('connect', () => {
      for (const piece of framed(bytes)) socket.write(piece);
    });
  });
}

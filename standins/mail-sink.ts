import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { SMTPServer } from 'smtp-server';

export interface SunkMail {
  file: string;
  to: string[];
  messageId: string;
  subject: string;
  raw: string;
}

export interface MailSink extends AsyncDisposable {
  url: string;
  folder: string;
  /** The mails that came, oldest first. */
  list(): SunkMail[];
  /** From now on every message is refused with this answer; undefined takes them again. */
  refuse(answer: { code: number; text: string } | undefined): void;
}

/** A header's text with folded lines and encoded words (RFC 2047) undone. */
export function headerOf(raw: string, name: string): string {
  const head = raw.slice(0, raw.search(/\r?\n\r?\n/));
  const found = new RegExp(`^${name}:((?:.*(?:\\r?\\n[ \\t].*)*))`, 'im').exec(head)?.[1] ?? '';
  const joined = found
    .replace(/\r?\n[ \t]+/g, ' ')
    .replace(/\?=\s+=\?/g, '?==?')
    .trim();
  return joined.replace(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_, way: string, text: string) =>
    way.toLowerCase() === 'b'
      ? Buffer.from(text, 'base64').toString('utf8')
      : Buffer.from(
          text
            .replace(/_/g, ' ')
            .replace(/=([0-9a-f]{2})/gi, (_hit, hex: string) => String.fromCharCode(parseInt(hex, 16))),
          'latin1',
        ).toString('utf8'),
  );
}

/** The letters of a folder, oldest first. */
const mailsIn = (folder: string): SunkMail[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.eml'))
    .sort()
    .map((file) => {
      const raw = readFileSync(join(folder, file), 'utf8');
      return {
        file,
        raw,
        to: headerOf(raw, 'X-Envelope-To').split(', '),
        messageId: headerOf(raw, 'Message-ID'),
        subject: headerOf(raw, 'Subject'),
      };
    });

let count = 0;

/** Keeps every message as an .eml file in the folder, so that a mail program or an editor can open it. */
export async function openMailSink(folder: string): Promise<MailSink> {
  mkdirSync(folder, { recursive: true });
  let refusal: { code: number; text: string } | undefined;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    logger: false,
    onData: (stream, session, done) => {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        if (refusal) return done(Object.assign(new Error(refusal.text), { responseCode: refusal.code }));
        const file = `${new Date().toISOString().replace(/[:.]/g, '-')}-${process.pid}-${(count += 1)}.eml`;
        const to = session.envelope.rcptTo.map((r) => r.address).join(', ');
        writeFileSync(join(folder, file), Buffer.concat([Buffer.from(`X-Envelope-To: ${to}\r\n`), ...parts]));
        (done as (error: Error | null, message?: string) => void)(null, `OK ${file}`);
      });
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((done, fail) => {
    server.once('error', fail);
    server.listen(0, '127.0.0.1', () => done());
  });
  const { port } = server.server.address() as { port: number };
  return {
    url: `smtp://127.0.0.1:${port}`,
    folder,
    list: () => mailsIn(folder),
    refuse: (answer) => void (refusal = answer),
    [Symbol.asyncDispose]: () => new Promise<void>((done) => server.close(() => done())),
  };
}

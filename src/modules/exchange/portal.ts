/**
 * The wire to the national portal: a session is opened first, every service is a POST of JSON, and an answer carries
 * `error_code` "00" or "-1". Nothing is logged of what is sent.
 */
import { z } from 'zod';

import type { PortalConnection } from '../../config.ts';
import type { Outcome } from './rules/queue.ts';
import type { Service, WireFound } from './rules/wire.ts';

const Answer = z.looseObject({
  error_code: z.string(),
  error_message: z.string().optional(),
  session: z.string().optional(),
  data: z.array(z.looseObject({ MaHoSo: z.string() })).optional(),
  next: z.string().optional(),
});
type Answer = z.output<typeof Answer>;

/** The portal did not answer, or not in its own words; whether it has taken what was sent is not known. */
export class NoAnswer extends Error {}

const WORDS = 500;
/** An answer by which the portal says that the session has ended. */
const sessionOver = ({ error_code, error_message = '' }: Answer): boolean =>
  error_code !== '00' && /^(phiên|session)/i.test(error_message);

async function post(connection: PortalConnection, path: string, body: object): Promise<Answer> {
  const { url, timeoutMs } = connection;
  try {
    const reply = await fetch(`${url}/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(timeoutMs),
      redirect: 'error',
    });
    const text = await reply.text();
    if (!reply.ok) throw new NoAnswer(`HTTP ${reply.status}`);
    return Answer.parse(JSON.parse(text));
  } catch (error) {
    if (error instanceof NoAnswer) throw error;
    const { name, cause } = error as Error & { cause?: { code?: string } };
    throw new NoAnswer(cause?.code ?? name);
  }
}

export interface Portal {
  /** Hands over one message; never throws. */
  send: (service: Service, body: object) => Promise<Outcome>;
  /** What the portal has of some cases, or of those received in a period. @throws NoAnswer */
  lookUp: (
    asked: { MaHoSo: readonly string[] } | { TuNgay: string; DenNgay: string },
  ) => Promise<WireFound[]>;
}

/** Opens the wire; the session is opened with the first call, and again when the portal has ended it. */
export function openPortal(connection: PortalConnection): Portal {
  let session: string | undefined;
  const open = async (): Promise<string> => {
    const { account: TaiKhoan, secret: MatKhau } = connection;
    const answer = await post(connection, 'session', { TaiKhoan, MatKhau });
    // A refused session is no answer to the message: it waits until the account is in order.
    if (answer.error_code !== '00' || !answer.session)
      throw new NoAnswer(`session: ${answer.error_message ?? answer.error_code}`.slice(0, WORDS));
    return answer.session;
  };
  const call = async (service: Service, body: object): Promise<Answer> => {
    session ??= await open();
    const answer = await post(connection, service, { session, service, ...body });
    if (!sessionOver(answer)) return answer;
    session = await open();
    return post(connection, service, { session, service, ...body });
  };
  return {
    send: async (service, body) => {
      try {
        const { error_code, error_message } = await call(service, body);
        const words = (error_message ?? '').slice(0, WORDS);
        return error_code === '00'
          ? { kind: 'acknowledged', words }
          : { kind: 'refused', words: words || error_code };
      } catch (error) {
        return { kind: 'noAnswer', words: error instanceof Error ? error.message : String(error) };
      }
    },
    lookUp: async (asked) => {
      const found: WireFound[] = [];
      for (let Trang: string | undefined; ;) {
        const answer = await call('TraCuuHoSo', { ...asked, ...(Trang && { Trang }) });
        if (answer.error_code !== '00') throw new NoAnswer(answer.error_message ?? answer.error_code);
        found.push(...((answer.data ?? []) as unknown as WireFound[]));
        if (!answer.next || answer.next === Trang) return found;
        Trang = answer.next;
      }
    },
  };
}

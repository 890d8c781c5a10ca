import type { Keys } from './keys.ts';

interface Cookies {
  find(name: string): string | undefined;
  set(name: string, value: string, seconds: number): void;
}

/**
 * What a page keeps in the reader's browser: a cookie that scripts cannot read, with its end, under the seal of the
 * installation. Its name tells nothing of what it is kept for.
 */
export function browserMemory(keys: Keys, now: Date, cookies: Cookies) {
  const fresh = new Map<string, string>();
  const seal = (name: string, until: string, value: string): string =>
    keys.mac(`kept:${name}:${until}:${value}`);
  const cookieOf = (name: string): string => `lt_k${keys.mac(`kept:${name}`).slice(0, 16)}`;
  return {
    kept: (name: string): string | undefined => {
      const [packed, until = '', mac] = (cookies.find(cookieOf(name)) ?? '').split('.');
      if (!packed || !mac) return fresh.get(name);
      const value = Buffer.from(packed, 'base64url').toString('utf8');
      const holds = mac === seal(name, until, value) && now.getTime() < Number.parseInt(until, 36);
      return fresh.get(name) ?? (holds ? value : undefined);
    },
    keep: (name: string, value: string, seconds: number): void => {
      fresh.set(name, value);
      const until = (now.getTime() + seconds * 1000).toString(36);
      const packed = Buffer.from(value).toString('base64url');
      cookies.set(cookieOf(name), `${packed}.${until}.${seal(name, until, value)}`, seconds);
    },
  };
}

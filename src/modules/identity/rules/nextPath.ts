/**
 * Where to go after signing in: only a path of this site. Browsers read `//host` and `/\host` as another site, and strip
 * tabs and line ends before they look; those and anything that is not a path give undefined.
 */
export function safeNext(asked: string | undefined): string | undefined {
  if (!asked || asked.length > 2000 || !/^\/(?![/\\])[^\s\\\u0000-\u001f]*$/.test(asked)) return undefined;
  const url = new URL(asked, 'http://here.invalid');
  if (
    url.origin !== 'http://here.invalid' ||
    url.pathname.startsWith('//') ||
    url.pathname.startsWith('/sign-')
  )
    return undefined;
  return url.pathname + url.search + url.hash;
}

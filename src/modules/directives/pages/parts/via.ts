import type { Messages } from '../../messages.ts';

/** How a unit came to its assignment, in words: the collective lead that named it (`allMinistriesAndProvinces`), or a redirection. */
export function viaText(via: string, { words }: Messages): string {
  if (via === 'redirected') return words.redirected;
  const groups = via
    .replace(/^all/, '')
    .split('And')
    .map((group) => `${group.charAt(0).toLowerCase()}${group.slice(1)}`);
  return words.via(
    groups.map((group) => words.groups[group as keyof typeof words.groups] ?? group).join(', '),
  );
}

import type { PageContext } from '../../../../kit/page.ts';
import type { OptionGroup } from '../../../../web/components/inputs.tsx';
import { listUnits } from '../../../organisations/contract.ts';
import { messages } from '../../messages.ts';

const levels = {
  /** Units that may own directives. */
  owners: ['centre', 'ministry', 'party', 'province'],
  /** Units that may be given a task by name, beside those below a unit. */
  leads: ['ministry', 'party', 'massBody', 'province', 'other'],
} as const;

const byName = (lang: 'vi' | 'en') => (a: { text: string }, b: { text: string }) =>
  a.text.localeCompare(b.text, lang);

/** Units of today for a select, grouped by level; with `within`, those below that unit come first. */
export async function unitChoices(
  p: PageContext,
  which: keyof typeof levels,
  within?: string,
): Promise<OptionGroup[]> {
  const t = messages[p.lang].units;
  const option = (u: { id: string; nameVi: string; nameEn: string }) => ({
    value: u.id,
    text: p.lang === 'en' && u.nameEn ? u.nameEn : u.nameVi,
  });
  const groups: OptionGroup[] = [];
  if (within) {
    const below = await p.call(listUnits, { within, limit: 500 });
    if (below.items.length > 0)
      groups.push({ label: t.below, options: below.items.map(option).toSorted(byName(p.lang)) });
  }
  for (const level of levels[which]) {
    const { items } = await p.call(listUnits, { level, limit: 500 });
    if (items.length > 0)
      groups.push({ label: t.levels[level], options: items.map(option).toSorted(byName(p.lang)) });
  }
  return groups;
}

import { Link } from '../../../web/components/button.tsx';
import type { Lang } from '../../../web/language.tsx';

export type Named = { id: string; nameVi: string; nameEn: string };

/** The name of a unit in the reader's language; Vietnamese where the other is missing. */
export const nameOf = (unit: { nameVi: string; nameEn: string }, lang: Lang): string =>
  lang === 'en' ? unit.nameEn || unit.nameVi : unit.nameVi;

/** Address of a unit's page, as of a day where one is chosen. */
export const unitHref = (id: string, asOf?: string): string =>
  `/organisations/units/${id}${asOf ? `?asOf=${asOf}` : ''}`;

/** Address of the chart below a unit. */
export function chartHref(root: string | undefined, asOf?: string): string {
  const query = new URLSearchParams({ ...(root && { root }), ...(asOf && { asOf }) }).toString();
  return query ? `/organisations?${query}` : '/organisations';
}

/** Names of units as links, separated by semicolons: names themselves hold commas. */
export function UnitLinks({
  units,
  lang,
  asOf,
}: {
  units: readonly Named[];
  lang: Lang;
  asOf?: string | undefined;
}) {
  return (
    <>
      {units.map((unit, index) => (
        <span key={unit.id}>
          {index > 0 && '; '}
          <Link href={unitHref(unit.id, asOf)}>{nameOf(unit, lang)}</Link>
        </span>
      ))}
    </>
  );
}

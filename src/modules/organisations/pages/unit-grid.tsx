import { Link } from '../../../web/components/button.tsx';
import { Grid } from '../../../web/components/panel.tsx';
import type { Lang } from '../../../web/language.tsx';
import { nameOf, type Named, unitHref } from './unit-links.tsx';

export type GridUnit = Named & { note?: string | undefined };

/** Many units of one kind side by side: provinces of the country, communes of a province. */
export function UnitGrid({
  units,
  lang,
  asOf,
}: {
  units: readonly GridUnit[];
  lang: Lang;
  asOf?: string | undefined;
}) {
  return (
    <Grid cell="medium">
      {units.map((unit) => (
        <p key={unit.id}>
          <Link href={unitHref(unit.id, asOf)}>{nameOf(unit, lang)}</Link>
          {unit.note && (
            <>
              <br />
              <small>{unit.note}</small>
            </>
          )}
        </p>
      ))}
    </Grid>
  );
}

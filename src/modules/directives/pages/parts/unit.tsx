import type { z } from 'zod';

import type { unitRef } from '../../contract/words.ts';
import { useMessages } from './say.tsx';

export type UnitValue = z.infer<typeof unitRef>;

/** The unit as it was named then, and who holds its duties today where that is another. */
export function UnitName({ unit, short }: { unit: UnitValue; short?: boolean }) {
  const { words } = useMessages();
  return (
    <>
      <a href={`/units/${unit.id}`} title={short && unit.shortName ? unit.name : undefined}>
        {(short && unit.shortName) || unit.name}
      </a>
      {unit.holder && (
        <small class="holder">
          {words.nowHeldBy('')}
          <a href={`/units/${unit.holder.id}`}>{unit.holder.name}</a>
        </small>
      )}
    </>
  );
}

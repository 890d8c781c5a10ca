import type { PageContext } from '../../../../kit/page.ts';
import { Select } from '../../../../web/components/inputs.tsx';
import { dayOf, formatDay } from '../../../../web/format.ts';
import { listMyCertificates } from '../../../mandates/contract.ts';
import type { Kept } from './parts/forms.tsx';
import { useDesk } from './parts/words.tsx';

/** The certificates with which somebody can sign now, and whether his unit signs with nothing else. */
export interface Certificates {
  valid: readonly { serial: string; until: string }[];
  isDuty: boolean;
}

/** Loads them where the person may sign; otherwise there is nothing to choose. */
export async function certificatesFor(p: PageContext, maySign: boolean): Promise<Certificates> {
  if (!maySign) return { valid: [], isDuty: false };
  const { items, isDuty } = await p.call(listMyCertificates, {});
  const valid = items.filter((one) => one.standing === 'valid');
  return { valid: valid.map(({ serial, validTo }) => ({ serial, until: dayOf(validTo) })), isDuty };
}

export const hasChoice = ({ valid, isDuty }: Certificates): boolean => isDuty || valid.length > 0;

/** Where the unit signs with certificates the only one is chosen already; elsewhere a signature goes without. */
export function CertificateSelect({ kept, certificates }: { kept: Kept; certificates: Certificates }) {
  const { fields: f } = useDesk().steps;
  const { valid, isDuty } = certificates;
  return (
    <Select
      {...kept.field('serial', isDuty ? valid[0]?.serial : undefined)}
      label={f.certificate}
      hint={isDuty ? f.certificateNeeded : undefined}
      empty={isDuty ? '' : f.noCertificate}
      options={valid.map((one) => ({
        value: one.serial,
        text: f.certificateOf(one.serial, formatDay(one.until)),
      }))}
    />
  );
}

import type { OrganisationFacts } from '../rules/model.ts';
import { bodies } from './bodies.ts';
import { centre } from './centre.ts';
import { government2025 } from './government-2025.ts';
import { government } from './government.ts';
import { hueAsCity, hueBecomesCity, hueUnits } from './hue.ts';
import { party, party2025 } from './party.ts';
import { provinceMergers, provinces } from './provinces.ts';
import { state, together } from './statement.ts';
import type { Statement } from './statement.ts';

const hanoi: Statement[] = [
  {
    id: 'hanoi-peoples-council',
    level: 'other',
    kind: 'peoplesCouncil',
    vi: 'Hội đồng nhân dân thành phố Hà Nội',
    en: "Hanoi City People's Council",
    parent: 'province-01',
    short: 'HĐND thành phố Hà Nội',
  },
];

/**
 * The organisations of the demo: the central level before and after the reorganisations of 2025, all provinces, and
 * Huế with its departments and communes.
 */
export const demoFacts: OrganisationFacts = together(
  state([...centre, ...government, ...party, ...bodies, ...provinces, ...hanoi, ...hueUnits]),
  { units: [], versions: [hueAsCity], successions: [hueBecomesCity] },
  { units: [], versions: [], successions: [...government2025, ...party2025, ...provinceMergers] },
);

/** What is offered unasked, what begins by itself with consent, and a result that was revoked. */
import { instantOf } from '../../kit/day.ts';
import { giveConsent, revokeResult, tellLifeEvent } from '../../modules/cases/contract.ts';
import { people } from '../accounts.ts';
import type { Happening } from '../stage.ts';
import { marked } from '../wording.ts';
import { type CasePlan, caseId, whoActs } from './script.ts';
import { type Fees, openScript } from './story.ts';

const WARD = 'commune-19753';

const consent: Happening = {
  at: instantOf('2025-11-12', '20:15'),
  key: 'offers consent',
  run: async (stage) => {
    await stage.call(giveConsent, { procedureCode: '1.014027' }, people.citizen);
  },
};

/** The insurance knows that somebody has come of age for the allowance; the account is known by an earlier case. */
const retirement = (birth: CasePlan, fees: Fees): Happening => ({
  at: instantOf('2025-11-14', '09:05'),
  key: 'offers retirement',
  run: async (stage) => {
    const { fullName, personalId, phone } = openScript(birth, fees).cast['applicant']!;
    await stage.call(
      tellLifeEvent,
      {
        event: 'retirement',
        day: '2025-11-13',
        unitId: WARD,
        authority: marked('Bảo hiểm xã hội Việt Nam'),
        person: { kind: 'citizen', fullName, personalId, phone },
        known: { 'person.residence@applicant': WARD },
      },
      whoActs(WARD, 'desk', instantOf('2025-11-14', '09:05')),
    );
  },
});

const revocation = (plan: CasePlan): Happening => ({
  at: instantOf('2025-11-13', '15:40'),
  key: 'offers revoked result',
  run: async (stage) => {
    const decision = {
      decisionNumber: marked('MH-31/QĐ-UBND'),
      reason: 'Bản sao ghi sai năm trong sổ gốc; người dân được cấp lại không mất phí.',
      legalBasis: 'Nghị định số 23/2015/NĐ-CP',
    };
    const by = whoActs(WARD, 'chair', instantOf('2025-11-13', '15:40'));
    await stage.call(revokeResult, { id: caseId(plan), ...decision }, by);
  },
});

/** Told of one case whose result is revoked, and of one after which more is offered to the citizen. */
export const offerHappenings = (told: { revoked: CasePlan; birth: CasePlan }, fees: Fees): Happening[] => [
  consent,
  retirement(told.birth, fees),
  revocation(told.revoked),
];

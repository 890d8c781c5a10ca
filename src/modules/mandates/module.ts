import { type Module, route } from '../../kit/module.ts';
import * as look from './actions/look.ts';
import * as prove from './actions/prove.ts';
import * as state from './actions/state.ts';
import * as certificates from './certificates/actions.ts';
import * as certificate from './certificates/contract.ts';
import * as duty from './certificates/duty.ts';
import { certificateReplay } from './certificates/replay.ts';
import { certificateSchedule } from './certificates/schedule.ts';
import * as facts from './contract/facts.ts';
import * as proof from './contract/proof.ts';
import { nav, pages } from './pages/all.ts';
import { replays } from './replay.ts';
import { schedules } from './schedules.ts';
import * as secondments from './secondments/actions.ts';
import * as secondment from './secondments/contract.ts';
import { secondmentReplay } from './secondments/replay.ts';
import { secondmentSchedule } from './secondments/schedule.ts';

export const mandatesModule: Module = {
  name: 'mandates',
  folder: import.meta.dirname,
  routes: [
    route(facts.stateCompetence, state.stateCompetenceAction),
    route(facts.stateDelegation, state.stateDelegationAction),
    route(facts.stateAssignment, state.stateAssignmentAction),
    route(facts.stateAbsence, state.stateAbsenceAction),
    route(facts.stateMany, state.stateManyAction),
    route(facts.endFact, state.endFactAction),
    route(facts.listFacts, look.listFactsAction),
    route(facts.getFact, look.getFactAction),
    route(facts.listEnding, look.listEndingAction),
    route(facts.listMine, look.listMineAction),
    route(facts.listStaff, look.listStaffAction),
    route(proof.listHolders, prove.listHoldersAction),
    route(proof.findCompetent, prove.findCompetentAction),
    route(proof.checkAct, prove.checkActAction),
    route(certificate.registerCertificate, certificates.registerCertificateAction),
    route(certificate.listMyCertificates, certificates.listMyCertificatesAction),
    route(certificate.listCertificates, certificates.listCertificatesAction),
    route(certificate.getCertificate, certificates.getCertificateAction),
    route(certificate.revokeCertificate, certificates.revokeCertificateAction),
    route(certificate.stateCertificateDuty, duty.stateCertificateDutyAction),
    route(certificate.endCertificateDuty, duty.endCertificateDutyAction),
    route(secondment.stateSecondment, secondments.stateSecondmentAction),
    route(secondment.endSecondment, secondments.endSecondmentAction),
    route(secondment.getSecondment, secondments.getSecondmentAction),
    route(secondment.listSecondments, secondments.listSecondmentsAction),
  ],
  pages,
  nav,
  schedules: [...schedules, certificateSchedule, secondmentSchedule],
  replays: [...replays, certificateReplay, secondmentReplay],
};

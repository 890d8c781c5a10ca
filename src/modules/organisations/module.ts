import { type Module, route } from '../../kit/module.ts';
import * as changes from './actions/changes.ts';
import * as imports from './actions/imports.ts';
import * as people from './actions/people.ts';
import { searchUnitsAction } from './actions/search.ts';
import * as units from './actions/units.ts';
import { commands } from './commands.ts';
import * as importContract from './contract/imports.ts';
import * as peopleContract from './contract/people.ts';
import { searchUnits } from './contract/search.ts';
import * as unitContract from './contract/units.ts';
import { nav, pages } from './pages/all.ts';
import { replays } from './replay.ts';

export const organisationsModule: Module = {
  name: 'organisations',
  folder: import.meta.dirname,
  routes: [
    route(unitContract.listUnits, units.listUnitsAction),
    route(searchUnits, searchUnitsAction),
    route(unitContract.getUnit, units.getUnitAction),
    route(unitContract.getChart, units.getChartAction),
    route(unitContract.resolveUnitCode, units.resolveCodeAction),
    route(unitContract.parseAgencyText, units.parseAgenciesAction),
    route(unitContract.listGaps, units.listGapsAction),
    route(unitContract.createUnit, changes.createUnitAction),
    route(unitContract.renameUnit, changes.renameUnitAction),
    route(unitContract.changeStatus, changes.changeStatusAction),
    route(unitContract.mergeUnits, changes.mergeUnitsAction),
    route(unitContract.splitUnit, changes.splitUnitAction),
    route(unitContract.transferCompetence, changes.transferCompetenceAction),
    route(unitContract.stateRule, changes.stateRuleAction),
    route(peopleContract.listPeople, people.listPeopleAction),
    route(peopleContract.getPerson, people.getPersonAction),
    route(peopleContract.createPerson, people.createPersonAction),
    route(peopleContract.changePerson, people.changePersonAction),
    route(peopleContract.listPositions, people.listPositionsAction),
    route(peopleContract.createPosition, people.createPositionAction),
    route(peopleContract.endPosition, people.endPositionAction),
    route(peopleContract.appoint, people.appointAction),
    route(peopleContract.endAppointment, people.endAppointmentAction),
    route(importContract.startImport, imports.startImportAction),
    route(importContract.getImport, imports.getImportAction),
    route(importContract.applyImport, imports.applyImportAction),
    route(importContract.stateFacts, imports.stateFactsAction),
  ],
  pages,
  nav,
  commands,
  replays,
};

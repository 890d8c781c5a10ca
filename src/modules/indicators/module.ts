import { type Module, route } from '../../kit/module.ts';
import * as figures from './actions/figures.ts';
import * as contract from './contract.ts';

export const indicatorsModule: Module = {
  name: 'indicators',
  folder: import.meta.dirname,
  routes: [
    route(contract.listFigures, figures.listFiguresAction),
    route(contract.computeFigure, figures.computeFigureAction),
    route(contract.listFigureRecords, figures.listFigureRecordsAction),
    route(contract.exportFigureRecords, figures.exportFigureRecordsAction),
  ],
};

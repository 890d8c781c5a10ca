import { type Route, route } from '../../../kit/module.ts';
import * as contract from '../contract/slips.ts';
import { checkResultAction } from './check.ts';
import { printOwnSlipAction, printSlipAction } from './issue.ts';

export const slipRoutes: readonly Route[] = [
  route(contract.printSlip, printSlipAction),
  route(contract.printOwnSlip, printOwnSlipAction),
  route(contract.checkPrintedResult, checkResultAction),
];

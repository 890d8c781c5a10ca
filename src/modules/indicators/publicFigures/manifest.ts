import { type Route, route } from '../../../kit/module.ts';
import * as actions from './actions.ts';
import * as contract from './contract.ts';

export const publicFigureRoutes: readonly Route[] = [
  route(contract.listPublicFigures, actions.listPublicFiguresAction),
  route(contract.getPublicFigure, actions.getPublicFigureAction),
  route(contract.publicFigureData, actions.publicFigureDataAction),
  route(contract.publicFigurePicture, actions.publicFigurePictureAction),
  route(contract.publicFigureFrame, actions.publicFigureFrameAction),
];

import { type Route, route } from '../../../kit/module.ts';
import * as actions from './actions.ts';
import * as consents from './consents.ts';
import * as contract from './contract.ts';
import { tellLifeEventAction } from './life.ts';

export { offerListener } from './listener.ts';
export { offerReplay } from './replay.ts';

export const offerRoutes: readonly Route[] = [
  route(contract.openOffer, actions.openOfferAction),
  route(contract.listMyOffers, actions.listMyOffersAction),
  route(contract.listOffersOfCase, actions.listOffersOfCaseAction),
  route(contract.acceptOffer, actions.acceptOfferAction),
  route(contract.refuseOffer, actions.refuseOfferAction),
  route(contract.undoOffer, actions.undoOfferAction),
  route(contract.countUnitOffers, actions.countUnitOffersAction),
  route(contract.listConsents, consents.listConsentsAction),
  route(contract.listConsentsOfCase, consents.listConsentsOfCaseAction),
  route(contract.giveConsent, consents.giveConsentAction),
  route(contract.withdrawConsent, consents.withdrawConsentAction),
  route(contract.tellLifeEvent, tellLifeEventAction),
];

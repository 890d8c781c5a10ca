import { administration } from './messages/administration.ts';
import { personal } from './messages/personal.ts';

export const messages = {
  vi: { ...personal.vi, ...administration.vi },
  en: { ...personal.en, ...administration.en },
};

/** The door: what later modules may use. A book comes from `loadMandates`; everything on it is pure. */
export { certificateFor } from './certificates/signing.ts';
export { loadMandates } from './current.ts';
export { buildBook, type MandateBook } from './proof/book.ts';
export { competentUnit, type Competent, type PlaceAsk } from './proof/competent.ts';
export { proveCoverage } from './proof/coverage.ts';
export { holdersOf, mayAct } from './proof/holders.ts';
export { presentOfficials, staffOn } from './proof/listing.ts';
export { secondmentsNow } from './secondments/door.ts';
export { placesOf } from './proof/places.ts';

import { sql } from 'kysely';

import type { Tx } from '../../../kit/db.ts';
import type { Lang } from '../../../kit/i18n.ts';
import type { OfferState } from '../../cases/contract.ts';

/** What notices know of an offer. */
export interface ToldOffer {
  offerId: string;
  unitId: string;
  sourceCaseId: string | null;
  procedureCode: string;
  accountId: string | null;
  applicantName: string;
  email: string | null;
  lang: Lang | null;
  state: OfferState;
}

export const findToldOffer = (tx: Tx, offerId: string): Promise<ToldOffer | undefined> =>
  tx.maybe(sql`select offer_id, unit_id, source_case_id, procedure_code, account_id, applicant_name, email, lang, state
    from cases.v_offer_told where offer_id = ${offerId}`);

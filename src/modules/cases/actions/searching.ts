import type { CaseContent } from '../rules/content.ts';
import type { CaseState } from '../rules/model.ts';
import type { Placed } from './placing.ts';

/** What a case is found by: who applies, its code, and what it is about. */
export const searchText = (state: CaseState, content: CaseContent, placed: Pick<Placed, 'version'>): string =>
  [
    content.applicant.fullName,
    content.applicant.personalId,
    state.code,
    state.procedureCode,
    placed.version.content.name.vi,
  ]
    .filter(Boolean)
    .join(' ');

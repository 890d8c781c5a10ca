import type { ProcedureContent } from './model.ts';

export interface WordChange {
  path: string;
  vi: string;
  en: string;
  was?: string;
  becomes?: string;
}

export const diffOf = (_was: ProcedureContent, _becomes: ProcedureContent): WordChange[] => [];

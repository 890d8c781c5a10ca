import type { Text } from '../../../kit/i18n.ts';
import type { Announcement, ProcedureContent } from '../rules/model.ts';

export interface Fault {
  /** Line of the file, or the record's place in a list, counted from 1. */
  line: number;
  column?: string;
  severity: 'error' | 'warning';
  message: Text;
}

/** One procedure as a file states it. */
export interface ReadProcedure {
  line: number;
  code: string;
  content: ProcedureContent;
  /** Where the file tells the day of the decision. */
  announcement?: Announcement;
}

export interface ReadFile {
  procedures: ReadProcedure[];
  faults: Fault[];
}

/** What a record leaves open, until somebody states it. */
export const blank: Omit<ProcedureContent, 'name' | 'fieldVi' | 'level' | 'agencyText' | 'competence'> = {
  decision: '',
  subjects: [],
  coordinating: [],
  conditions: [],
  channels: [],
  caseKinds: [],
  components: [],
  steps: [],
  results: [],
  legalBases: [],
  lifeEvents: [],
  templates: {},
  rules: { anyPlace: true },
};

import type { InputOf } from '../kit/contract.ts';
import type { enterDirective } from '../modules/directives/contract.ts';
import type { Section } from './sections.ts';

export interface DemoDocument {
  number: string;
  kind: InputOf<typeof enterDirective>['kind'];
  titleVi: string;
  titleEn: string;
  issuedOn: string;
  issuer: string;
  issuerUnitId?: string;
  owner?: string;
  /** File of its tasks in `tasks/`; documents that only stand above others have none. */
  file?: string;
  /** Tasks that came to it later. */
  later?: { file: string; day: string };
  /** The numbers it amends or implements; the first implemented one is also its parent. */
  amends?: string[];
  implements?: string[];
  summary?: string;
  sections?: readonly Section[];
  cycle?: 'halfYear' | 'month';
  /** When it was entered; the morning after its issue unless said otherwise. */
  enteredAt?: [day: string, clock: string];
}

/** What is said of documents that were not read themselves. */
export const undated = 'Chưa rõ ngày ban hành; tạm tính theo ngày của văn bản cấp trên.';
export const fromPress = 'Nội dung theo tin báo chí về văn bản, chưa đối chiếu với bản ký.';

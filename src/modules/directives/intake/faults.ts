/** A fault of an import file: where, what, how bad, said in both languages. */
import { faultTexts, warnings, type FaultCode } from './faultTexts.ts';

export type { FaultCode } from './faultTexts.ts';

export interface Fault {
  /** Line of the file, from 1; the line on which the row begins. */
  line: number;
  /** Column, from 1; absent when the whole row or file is meant. */
  column?: number;
  code: FaultCode;
  /** error: the file is refused; warning: it is imported as the text says. */
  severity: 'error' | 'warning';
  vi: string;
  en: string;
}

const SHOWN = 60;

/** Makes a fault; values are shown with at most 60 characters. */
export function fault(
  code: FaultCode,
  at: { line: number; column?: number },
  params: Record<string, string | number> = {},
): Fault {
  const fill = (text: string) =>
    text.replace(/\{(\w+)\}/g, (_, name: string) => shorten(String(params[name] ?? '')));
  const { line, column } = at;
  return {
    line,
    ...(column !== undefined && { column }),
    code,
    severity: warnings.has(code) ? 'warning' : 'error',
    vi: fill(faultTexts.vi[code]),
    en: fill(faultTexts.en[code]),
  };
}

const shorten = (text: string) => (text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text);

/** True when at least one fault refuses the file. */
export function refuses(faults: readonly Fault[]): boolean {
  return faults.some((one) => one.severity === 'error');
}

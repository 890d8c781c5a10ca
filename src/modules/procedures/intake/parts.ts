import type { LimitUnit, TimeLimit } from '../../calendar/contract.ts';
import type { Component, Fee, ProcedureContent, ProcedureLevel } from '../rules/model.ts';
import { foldWords } from '../rules/words.ts';

/** Parts of a procedure out of the words of a record. */

const units: readonly [RegExp, LimitUnit][] = [
  [/^(working hour|gio lam viec)/, 'workingHour'],
  [/^(working day|ngay lam viec|ngay cong)/, 'workingDay'],
  [/^(hour|gio)/, 'hour'],
  [/^(day|ngay)/, 'day'],
  [/^(month|thang)/, 'month'],
];

/** A value with its unit; without a unit, or with one that is none, only its text. */
export function limitOf(value: string, unit: string): { limit?: TimeLimit; limitText?: string } {
  const number = Number(value.trim().replace(',', '.'));
  const known = units.find(([words]) => words.test(foldWords(unit)))?.[1];
  const text = `${value} ${unit}`.trim();
  if (text === '') return {};
  return known && number > 0 ? { limit: { value: number, unit: known } } : { limitText: text };
}

/** Blank is unknown; 0 is free; what a text leaves to the province is that. */
export function feeOf(amount: string, text = ''): Fee {
  const digits = amount.replaceAll(/[.,\s]/g, '');
  const isLeft =
    /hoi dong nhan dan|hdnd|provincial people s council|province decides|dia phuong quy dinh/.test(
      foldWords(text),
    );
  if (digits === '') return isLeft ? { kind: 'province' } : { kind: 'unknown' };
  if (!/^\d+$/.test(digits)) return { kind: 'unknown' };
  return Number(digits) === 0
    ? isLeft
      ? { kind: 'province' }
      : { kind: 'free' }
    : { kind: 'amount', dong: Number(digits) };
}

const formWords = /^(to khai|don|giay de nghi|phieu|van ban de nghi|giay khai|giay yeu cau|ban khai)\b/;

/** A document by its name: a declaration is a form; what is only shown, looked up or asked at times says so. */
export function componentOf(
  name: string,
  index: number,
  counts?: { originals: number; copies: number },
): Component {
  const folded = foldWords(name);
  const isShown = /xuat trinh/.test(folded);
  const lookedUp = /\(\s*tra cứu (từ|trong)?\s*([^)]*)\)/iu.exec(name)?.[2];
  const kind = formWords.test(folded) ? 'form' : isShown ? 'shown' : 'paper';
  return {
    key: `part${index + 1}`,
    name: { vi: name },
    kind,
    originals: counts?.originals ?? (kind === 'shown' ? 0 : 1),
    copies: counts?.copies ?? 0,
    required: !/\bneu\b/.test(folded),
    ...(lookedUp ? { replacedBy: { database: lookedUp.trim(), legalPlace: '' } } : {}),
  };
}

/** "Giấy khai sinh (KQ.G15.000031)" is a result with its code. */
export function resultOf(text: string): ProcedureContent['results'][number] {
  const code = /\((KQ\.[A-Z0-9.]+)\)/.exec(text)?.[1];
  const name = text.replace(/\s*\(KQ\.[A-Z0-9.]+\)/, '').trim();
  return { ...(code ? { code } : {}), name: { vi: name || text }, electronic: false };
}

/** Who decides, by the level and the agency as published: departments begin with "Sở". */
export function competenceOf(level: ProcedureLevel, agencyText: string): ProcedureContent['competence'] {
  const isDepartment = /^sở\s/iu.test(agencyText.normalize('NFC'));
  const own = level === 'other' ? 'province' : level;
  return { level: own === 'province' && isDepartment ? 'department' : own, place: 'residence' };
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { LimitUnit, TimeFacts, TimeRule } from '../rules/model.ts';
import type { WalkCase } from './walk.ts';

/** One row of a table of cases. */
export interface Case extends WalkCase {
  group: string;
  line: string;
  start: string;
  due: string;
}

function optionsOf(text: string): Pick<WalkCase, 'same' | 'cut' | 'from' | 'pauses' | 'restart' | 'plus'> {
  const words = text.split(' ').filter(Boolean);
  const valueOf = (name: string) => words.find((w) => w.startsWith(`${name}=`))?.slice(name.length + 1);
  const cut = valueOf('cut')?.split('>') as [string, 'start' | 'due'] | undefined;
  const plus = /^([\d.]+)(\w+)$/.exec(valueOf('plus') ?? '');
  const from = valueOf('from');
  return {
    same: words.includes('same'),
    restart: valueOf('mode') === 'restart',
    pauses: words
      .filter((w) => w.startsWith('pause='))
      .map((w) => w.slice(6).split('..') as [string, string])
      .map(([since, to]) => ({ from: since, ...(to && { to }) })),
    ...(cut && { cut: { at: cut[0], effect: cut[1] } }),
    ...(from && { from }),
    ...(plus && { plus: { value: Number(plus[1]), unit: plus[2]! } }),
  };
}

/** The rows of a table of cases beside this file. */
export function readCases(name: string): Case[] {
  const lines = readFileSync(join(import.meta.dirname, name), 'utf8').split('\n');
  return lines
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [group, calendar, received, limit, options, start, due] = line.split('\t');
      const [value, unit] = limit!.split(' ') as [string, string];
      return {
        line,
        group: group!,
        calendar: calendar as 'N' | 'P',
        received: received!,
        value: Number(value),
        unit,
        ...optionsOf(options!),
        start: start!,
        due: due!,
      };
    });
}

export const at = (text: string): Date => new Date(`${text}:00+07:00`);
/** An instant as the tables write it. */
export const written = (instant: Date | undefined): string =>
  instant ? new Date(instant.getTime() + 7 * 3_600_000).toISOString().slice(0, 16) : '';

/** The same case for the rules. */
export function ruleAndFacts(one: WalkCase): { rule: TimeRule; facts: TimeFacts } {
  const { cut, from, plus } = one;
  return {
    rule: {
      limit: { value: one.value, unit: one.unit as LimitUnit },
      endsAt: one.same ? 'sameHour' : 'endOfDay',
      pause: one.restart ? 'restart' : 'subtract',
      legalBasis: 'căn cứ',
      ...(cut && {
        cutoff: {
          at: cut.at,
          effect: cut.effect === 'start' ? 'startNextWorkingDay' : 'dueNextWorkingDay',
          legalBasis: '',
          ...(from && { countsFrom: from }),
        },
      }),
    },
    facts: {
      receivedAt: at(one.received),
      channel: 'desk',
      pauses: one.pauses.map(({ from: since, to }) => ({
        from: at(since),
        ...(to && { to: at(to) }),
        reason: 'supplement',
        basis: 'phiếu',
      })),
      additions: plus
        ? [
            {
              limit: { value: plus.value, unit: plus.unit as LimitUnit },
              reasonVi: 'xã xa',
              reasonEn: 'remote commune',
              basis: '',
            },
          ]
        : [],
    },
  };
}

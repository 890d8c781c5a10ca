import { fieldProblem } from '../../../../kit/problems.ts';
import type { Cutoff } from '../../../calendar/contract.ts';
import { fieldsOf } from '../../form/read-value.ts';
import type { CaseKind, Channel, ChannelRow, ProcedureContent } from '../../rules/model.ts';
import { conditionBoxes, whenFrom } from './condition.ts';
import { boxes, type Flat, given, listBoxes, type Row, rowAt, rowsOf } from './flat.ts';
import { keyFor } from './keys.ts';
import { channelLimit, feeFrom, feeWords, limitFrom, limitWords } from './limits.ts';
import { editorMessages } from './messages.ts';

/** Channels with time and fee, kinds of case, and how time is counted. */
export const channelBoxes = (rows: readonly ChannelRow[] | undefined): Flat =>
  listBoxes('channels', rows, (row, at, index) =>
    boxes(at, {
      was: index,
      channel: row.channel,
      caseKind: row.caseKind,
      limit: limitWords(row.limit) ?? row.limitText,
      fee: feeWords(row.fee),
      per: row.fee.kind === 'amount' ? row.fee.per?.vi : undefined,
      remarkVi: row.remark?.vi,
      remarkEn: row.remark?.en,
    }),
  );

/** What was typed beside an empty box would be lost without it. */
const missingAt = (name: string, key: 'chooseChannel' | 'nameCase' | 'choosePause') =>
  fieldProblem(name, editorMessages.vi[key], editorMessages.en[key]);

const words = (vi: string, en: string) => (vi ? { vi, ...given({ en }) } : undefined);

function channelFrom(row: Row, was: ChannelRow | undefined): ChannelRow[] {
  const channel = row.text('channel') as Channel | '';
  if (!channel && !row.text('limit') && !row.text('fee')) return [];
  if (!channel) throw missingAt(`${row.at}.channel`, 'chooseChannel');
  const fee = feeFrom(row.text('fee'), `${row.at}.fee`);
  const before = was?.fee.kind === 'amount' ? was.fee.per : undefined;
  const per = before?.vi === row.text('per') ? before : words(row.text('per'), '');
  const remark = words(row.text('remarkVi'), row.text('remarkEn'));
  const limit = channelLimit(row.text('limit'));
  const isSame = row.text('limit') === limitWords(was?.limit);
  return [
    {
      channel,
      ...given({ caseKind: row.text('caseKind') }),
      ...(isSame && was?.limit ? { limit: was.limit, ...given({ limitText: was.limitText ?? '' }) } : limit),
      fee: fee.kind === 'amount' && per ? { ...fee, per } : fee,
      ...(remark ? { remark } : {}),
    },
  ];
}

export const channelsFrom = (values: Flat, was: readonly ChannelRow[] = []): ChannelRow[] =>
  rowsOf(values, 'channels').flatMap((row) =>
    channelFrom(row, row.text('was') ? was[Number(row.text('was'))] : undefined),
  );

const formFields = ({ form }: Partial<ProcedureContent>) => (form ? fieldsOf(form) : []);

export const kindBoxes = (c: Partial<ProcedureContent>): Flat =>
  listBoxes('caseKinds', c.caseKinds, (kind, at) => ({
    ...boxes(at, {
      was: kind.key,
      vi: kind.name.vi,
      en: kind.name.en,
      addition: limitWords(kind.addition),
      legalBasis: kind.legalBasis,
    }),
    ...conditionBoxes(`${at}.when`, kind.when, formFields(c)),
  }));

function kindsFrom(values: Flat, was: ProcedureContent): CaseKind[] {
  const taken = was.caseKinds.map(({ key }) => key);
  return rowsOf(values, 'caseKinds').flatMap((row): CaseKind[] => {
    const vi = row.text('vi');
    if (!vi && !row.text('addition') && !row.text('legalBasis')) return [];
    if (!vi) throw missingAt(`${row.at}.vi`, 'nameCase');
    const addition = limitFrom(row.text('addition'), `${row.at}.addition`);
    return [
      {
        key: row.text('was') || keyFor(vi, taken),
        name: { vi, ...given({ en: row.text('en') }) },
        ...whenFrom(values, `${row.at}.when`, formFields(was)),
        ...(addition ? { addition } : {}),
        ...given({ legalBasis: row.text('legalBasis') }),
      },
    ];
  });
}

export const timeBoxes = (time: ProcedureContent['time']): Flat =>
  boxes('time', {
    pause: time?.pause,
    cutoff: time?.cutoff && (time.cutoff.at === 'lastHour' ? 'lastHour' : 'hour'),
    cutoffAt: time?.cutoff?.at === 'lastHour' ? undefined : time?.cutoff?.at,
    cutoffEffect: time?.cutoff?.effect,
    cutoffBasis: time?.cutoff?.legalBasis,
    endsAt: time?.endsAt,
    autoCloseAfter: time?.autoCloseAfter,
    legalLimit: limitWords(time?.legalLimit),
    legalBasis: time?.legalBasis,
  });

function cutoffFrom({ text }: Row, was: Cutoff | undefined): Cutoff | undefined {
  if (!text('cutoff')) return undefined;
  return {
    ...(was?.countsFrom ? { countsFrom: was.countsFrom } : {}),
    at:
      text('cutoff') === 'lastHour'
        ? 'lastHour'
        : text('cutoffAt')
            .replace(/^(\d)[:h]/, '0$1:')
            .replace('h', ':'),
    effect: (text('cutoffEffect') || 'startNextWorkingDay') as Cutoff['effect'],
    legalBasis: text('cutoffBasis'),
  };
}

function timeFrom(values: Flat, was: ProcedureContent['time']): ProcedureContent['time'] {
  const row = rowAt(values, 'time');
  const { text } = row;
  const others = ['autoCloseAfter', 'cutoff', 'endsAt', 'legalLimit', 'legalBasis'];
  if (!text('pause') && others.some((name) => text(name))) throw missingAt('time.pause', 'choosePause');
  if (!text('pause')) return undefined;
  const cutoff = cutoffFrom(row, was?.cutoff);
  const legalLimit = limitFrom(text('legalLimit'), 'time.legalLimit');
  const endsAt = text('endsAt') as 'endOfDay' | 'sameHour' | '';
  return {
    ...(legalLimit ? { legalLimit } : {}),
    ...(cutoff ? { cutoff } : {}),
    ...(endsAt ? { endsAt } : {}),
    pause: text('pause') as 'restart' | 'subtract',
    ...(text('autoCloseAfter') ? { autoCloseAfter: Number(text('autoCloseAfter')) } : {}),
    legalBasis: text('legalBasis'),
  };
}

export const timesBoxes = (c: Partial<ProcedureContent>): Flat => ({
  ...channelBoxes(c.channels),
  ...kindBoxes(c),
  ...timeBoxes(c.time),
});

export const timesFrom = (values: Flat, was: ProcedureContent): Partial<ProcedureContent> => ({
  channels: channelsFrom(values, was.channels),
  caseKinds: kindsFrom(values, was),
  time: timeFrom(values, was.time),
});

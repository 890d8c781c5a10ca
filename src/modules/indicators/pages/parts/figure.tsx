import { FigureTile, LegendBar, type Segment } from '../../../../web/components/figure.tsx';
import { Grid } from '../../../../web/components/panel.tsx';
import { Chip, type ChipTone } from '../../../../web/components/state.tsx';
import { formatDay } from '../../../../web/format.ts';
import { useLang } from '../../../../web/language.tsx';
import type { FigureValue } from '../../contract/words.ts';
import { messages } from '../../messages.ts';
import { type ByClass, recordClasses, type RecordClass } from '../../rules/classes.ts';
import { classShort, classWords } from '../../rules/words.ts';
import { hrefWith, type ScopeQuery } from './scope.tsx';

export const tones: Record<RecordClass, Exclude<Segment['tone'], 'none'>> = {
  doneOnTime: 'good',
  doneAhead: 'good',
  doneLate: 'late',
  doneNoTerm: 'calm',
  inTerm: 'calm',
  overdue: 'bad',
  openNoTerm: 'idle',
  recurring: 'idle',
  cancelled: 'idle',
  merged: 'idle',
};
const icons = {
  doneOnTime: 'check',
  doneAhead: 'check',
  doneLate: 'checkLate',
  doneNoTerm: 'check',
  inTerm: 'clock',
  overdue: 'late',
  openNoTerm: 'empty',
  recurring: 'repeat',
  cancelled: 'cancel',
  merged: 'link',
} as const;

/** How one record stands, in the words of counting. */
export function ClassChip({ of }: { of: RecordClass }) {
  const tone: ChipTone = tones[of];
  return (
    <Chip tone={tone} icon={icons[of]}>
      {classShort[of][useLang()]}
    </Chip>
  );
}

/** All records of a scope as one bar; each count opens its records. */
export function ClassBar({ byClass, scope }: { byClass: ByClass; scope: ScopeQuery }) {
  const lang = useLang();
  const segments = recordClasses.flatMap((one) => {
    const value = byClass[one] ?? 0;
    const part = one === 'cancelled' || one === 'merged' ? 'excluded' : 'denominator';
    return value > 0
      ? [
          {
            value,
            tone: tones[one],
            label: classWords[one][lang],
            href: hrefWith('/figures/completionOfAll', scope, { part, class: one }),
          },
        ]
      : [];
  });
  return <LegendBar segments={segments} />;
}

interface TilesProps {
  figures: readonly FigureValue[];
  scope: ScopeQuery;
  asOf: string;
  counted: string;
  /** Marked as the default. */
  defaultCode?: string;
  /** The one whose page this is. */
  currentCode?: string;
}

const bad = new Set(['overdueShare', 'overdueOfDue']);

/** Figures side by side, each with both counts and the way to its records. */
export function FigureTiles({ figures, scope, asOf, counted, defaultCode, currentCode }: TilesProps) {
  const lang = useLang();
  const t = messages[lang].figures;
  return (
    <Grid>
      {figures.map((f) => (
        <FigureTile
          key={f.code}
          name={f.name[lang]}
          numerator={f.numerator}
          denominator={f.denominator}
          digits={f.rounding.decimals}
          rounding={f.rounding.mode}
          counted={counted}
          asOf={formatDay(asOf)}
          href={hrefWith(`/figures/${f.code}`, scope)}
          {...(bad.has(f.code) && f.numerator > 0 ? { tone: 'bad' as const } : {})}
          note={
            [f.code === defaultCode && t.default, f.code === currentCode && t.current]
              .filter(Boolean)
              .join(', ') || undefined
          }
        />
      ))}
    </Grid>
  );
}

/** With more names the rest is counted. */
const MOST_NAMES = 3;

interface NamedUnit {
  name: string;
  nameEn?: string | undefined;
}
/** A unit as the reader of the page calls it. */
export const nameIn = (lang: 'vi' | 'en', unit: NamedUnit): string =>
  (lang === 'en' && unit.nameEn) || unit.name;

/** Names of agencies in one line; of many only the first, and how many more. */
export function Names({ of, total }: { of: readonly NamedUnit[]; total: number }) {
  const lang = useLang();
  const t = messages[lang].late;
  const rest = total - MOST_NAMES;
  return (
    <>
      {of
        .slice(0, rest === 1 ? MOST_NAMES + 1 : MOST_NAMES)
        .map((a) => nameIn(lang, a))
        .join('; ')}
      {rest > 1 && ` ${t.andMore(rest)}`}
    </>
  );
}

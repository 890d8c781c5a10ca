import { type Day, dayOf } from '../../kit/day.ts';
import type { Tx } from '../../kit/db.ts';
import { calendarToken, loadCalendarFinder } from '../calendar/index.ts';
import { loadMandates } from '../mandates/index.ts';
import { treeRevision } from '../organisations/index.ts';
import { type AnnouncementSpan, noteAnnouncements, type Noted, tellAnnouncements } from './announced.ts';
import { laidOver } from './rules/effective.ts';
import type { ProcedureContent } from './rules/model.ts';
import { getRevision } from './store/plan.ts';
import type { PublishedVersion } from './store/published.ts';
import { competencesOn, loadWorld, turningDays } from './world.ts';

/** What a procedure in the competence of a unit adds to figures. */
export interface ProcedureFact {
  unitId: string;
  procedure: string;
  field: string;
  level: ProcedureContent['competence']['level'];
  serviceLevel: NonNullable<ProcedureContent['serviceLevel']> | null;
  hasFees: boolean;
  contentComplete: boolean;
  forCitizens: boolean;
  writtenResult: boolean;
  electronicResult: boolean;
  anyPlace: boolean;
  effective: Day;
  published: Day | null;
  forms: number;
  components: number;
}
export interface ProcedureSpan {
  from: Day;
  to?: Day;
  fact: ProcedureFact;
}

/** Name, order of steps, manner, papers, time limit, subjects and agency (Decree 63/2010). */
const isComplete = (c: ProcedureContent): boolean =>
  c.name.vi !== '' &&
  c.steps.length > 0 &&
  c.channels.length > 0 &&
  c.channels.every(({ limit, limitText }) => limit !== undefined || limitText !== undefined) &&
  c.components.length > 0 &&
  c.subjects.length > 0 &&
  c.agencyText !== '';

const factOf = (unitId: string, version: PublishedVersion, c: ProcedureContent): ProcedureFact => ({
  unitId,
  procedure: version.code,
  field: c.fieldVi,
  level: c.competence.level,
  serviceLevel: c.serviceLevel ?? null,
  hasFees: c.channels.some(({ fee }) => fee.kind === 'amount' && fee.dong > 0),
  contentComplete: isComplete(c),
  forCitizens: c.subjects.includes('citizen'),
  writtenResult: c.results.length > 0,
  electronicResult: c.results.some(({ electronic }) => electronic),
  anyPlace: c.rules.anyPlace,
  effective: version.validFrom,
  published: version.publishedAt && dayOf(version.publishedAt),
  forms: c.form?.sections.reduce((sum, section) => sum + section.fields.length, 0) ?? 0,
  components: c.components.length,
});

/** Another one with each release that tells something else of the same state. */
const TELLING = '2';

/** Names the state of everything that these facts follow from; equal tokens, equal facts. */
export async function procedureFactsToken(tx: Tx): Promise<string> {
  const [revision, book, tree, calendar] = await Promise.all([
    getRevision(tx),
    loadMandates(tx),
    treeRevision(tx),
    calendarToken(tx),
  ]);
  return `${TELLING} ${revision} ${book.token} ${tree.token} ${calendar}`;
}

export interface PublishedFacts {
  /** One record per published procedure and unit in whose competence it is, over the days on which it is. */
  procedures: Map<string, ProcedureSpan[]>;
  /** One record per announced version or rules of a province and unit, from the day on which it was published here. */
  announcements: Map<string, AnnouncementSpan[]>;
}

/**
 * What the catalogue and the mandates say for figures, for the parts of the country in which this installation has people;
 * days to come are told as they are stated now.
 */
export async function publishedFacts(tx: Tx): Promise<PublishedFacts> {
  const world = await loadWorld(tx);
  const calendarOf = await loadCalendarFinder(tx);
  const days = turningDays(world);
  const procedures: PublishedFacts['procedures'] = new Map();
  const noted: Noted = new Map();
  for (const [at, day] of days.entries()) {
    const next = days[at + 1];
    const facts = new Map<string, ProcedureFact>();
    for (const one of competencesOn(world, day)) {
      const { unitId, version, overlay } = one;
      const content = laidOver(version.content, overlay?.content);
      facts.set(`${version.code}@${unitId}`, factOf(unitId, version, content));
      noteAnnouncements(noted, one, (place) => calendarOf(world.snapshot, place));
    }
    for (const [id, fact] of facts) {
      const list = procedures.get(id) ?? [];
      procedures.set(id, list);
      const last = list.at(-1);
      const goesOn = last?.to === day && JSON.stringify(last.fact) === JSON.stringify(fact);
      const from = goesOn ? list.pop()!.from : day;
      list.push({ from, ...(next && { to: next }), fact });
    }
  }
  return { procedures, announcements: tellAnnouncements(noted) };
}

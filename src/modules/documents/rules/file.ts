import type { Classification } from '../../../kit/actor.ts';

export type FileState = 'notScanned' | 'clean' | 'infected' | 'rejected';

/** A file as its events tell it; its bytes lie in the file store under `hash`. */
export interface FileFacts {
  unitId: string;
  hash: string;
  name: string;
  type: string;
  size: number;
  classification: Classification;
  state: FileState;
  uploadedBy: { id: string; name: string };
  /** ISO 8601. */
  uploadedAt: string;
  /** Records it belongs to, such as `report:0199…`, with the unit whose people see it there. */
  links: FileLink[];
}

export interface FileLink {
  record: string;
  unitId: string;
}

/** Why a file that belonged to nothing but one unfinished record is gone with it. */
export type WhyDeleted = 'takenOff' | 'thrownAway' | 'expired' | 'notHandedIn';

export type FileEvent =
  | { kind: 'file.uploaded'; payload: Omit<FileFacts, 'links'> }
  | { kind: 'file.scanned'; payload: { state: FileState; engine: string; finding?: string } }
  | { kind: 'file.linked'; payload: FileLink }
  | { kind: 'file.unlinked'; payload: FileLink }
  | { kind: 'file.deleted'; payload: { record: string; why: WhyDeleted } };

const same = (a: FileLink, b: FileLink): boolean => a.record === b.record && a.unitId === b.unitId;

/** The file after one more event; undefined once it is deleted. Throws when the first event is not its upload. */
export function evolve(file: FileFacts | undefined, event: FileEvent): FileFacts | undefined {
  if (event.kind === 'file.uploaded') return { ...event.payload, links: [] };
  if (!file) throw new Error('a file begins with its upload');
  if (event.kind === 'file.deleted') return undefined;
  if (event.kind === 'file.scanned') return { ...file, state: event.payload.state };
  const others = file.links.filter((link) => !same(link, event.payload));
  return { ...file, links: event.kind === 'file.linked' ? [...others, event.payload] : others };
}

/** Whether the bytes may leave: never when something was found, and not before a scanner that is set up has looked. */
export function availability(state: FileState, scannerSetUp: boolean): 'available' | 'waits' | 'locked' {
  if (state === 'infected' || state === 'rejected') return 'locked';
  return state === 'notScanned' && scannerSetUp ? 'waits' : 'available';
}

const shownInBrowser = new Set(['application/pdf', 'image/png', 'image/jpeg']);
/** Only kinds that cannot run anything in the page are shown in the browser; all others are saved. */
export const isInline = (type: string): boolean => shownInBrowser.has(type);

import type { Context } from '../../../kit/context.ts';
import type { FileReply, ParsedOf, ReplyOf } from '../../../kit/contract.ts';
import { Problem } from '../../../kit/problems.ts';
import type { FileMeta } from '../../documents/contract/files.ts';
import { listFilesOf } from '../../documents/index.ts';
import { loadSnapshot, type Snapshot, unitAround } from '../../organisations/index.ts';
import type { EffectiveVersion } from '../../procedures/contract.ts';
import { getCaseAction } from '../actions/get.ts';
import { pinnedVersion } from '../actions/grounds.ts';
import { getCase } from '../contract.ts';
import type { CaseState } from '../rules/model.ts';
import { getCaseRow } from '../store/caseFile.ts';
import { packCase } from './archive.ts';
import { type exportPackage, packageTooLarge } from './contract.ts';
import { FORMAT, packageCase, VERSION } from './format.ts';
import { hashesOf } from './store.ts';

const MOST_BYTES = 100 * 1024 * 1024;
type Seen = ReplyOf<typeof getCase>;

/** The name a unit bears today, or bore last: who reads the package does not know our ids. */
function unitFor(snapshot: Snapshot, id: string, day: string) {
  const found = unitAround(snapshot, id, day);
  return { id, ...(found?.code && { code: found.code }), name: found?.nameVi ?? id };
}

/** Values by the stable identity of their field, in the order of the form; what the form no longer has comes last. */
function valuesOf(seen: Seen, version: EffectiveVersion, unit: (id: string) => { name: string }) {
  const fields = version.content.form?.sections.flatMap((section) => section.fields) ?? [];
  const { values = {}, provenance = {} } = seen.content ?? {};
  const keys = [...new Set([...fields.map(({ key }) => key), ...Object.keys(values)])];
  return keys
    .filter((key) => values[key] !== undefined)
    .map((key) => {
      const field = fields.find((one) => one.key === key);
      const place = field?.type === 'place' || field?.type === 'unit';
      return {
        key,
        ...(field && { term: field.term, type: field.type, label: field.label }),
        value: values[key],
        ...(place && { name: unit(String(values[key])).name }),
        ...(provenance[key] && { provenance: provenance[key] }),
      };
    });
}

/** Papers as received, with the digests of their files. */
function componentsOf(seen: Seen, version: EffectiveVersion, files: readonly FileMeta[]) {
  const hashes = new Map(files.map((file) => [file.id, file.hash]));
  return (seen.content?.components ?? []).map(({ component, form, count, fileIds }) => {
    const name = version.content.components.find((one) => one.key === component)?.name ?? { vi: component };
    const own = fileIds.flatMap((id) => hashes.get(id) ?? []);
    return { component, ...name, form, count, files: own };
  });
}

/** Where each file lies in the archive; of what may not be opened only the entry stays. */
function placed(files: readonly FileMeta[]): { file: FileMeta; path?: string }[] {
  const paths = new Map<string, string>();
  return files.map((file, i) => {
    if (!file.available) return { file };
    const path = paths.get(file.hash) ?? `files/${String(i + 1).padStart(2, '0')}-${file.name}`;
    paths.set(file.hash, path);
    return { file, path };
  });
}

async function bytesOf(ctx: Context, files: ReturnType<typeof placed>): Promise<Map<string, Uint8Array>> {
  const sent = new Map(files.flatMap(({ file, path }) => (path ? [[path, file] as const] : [])));
  const size = [...sent.values()].reduce((sum, file) => sum + file.size, 0);
  if (size > MOST_BYTES) throw new Problem(packageTooLarge);
  const bytes = new Map<string, Uint8Array>();
  for (const [path, { hash }] of sent) bytes.set(path, await ctx.app.files.get(hash));
  return bytes;
}

/** The parts of case.json that are told as the page of the case tells them. */
function factsOf(seen: Seen, hashes: ReadonlyMap<number, string>) {
  const { applicant, representative, coApplicants = [], delivery } = seen.content ?? {};
  const { id, code, handling, statusCode, channel, caseKind, submittedAt, receivedAt } = seen;
  const { minutesLeft: _, ...due } = seen.due;
  const { procedure, onTime, decision, supplements, consultations, duty, receipts } = seen;
  return {
    case: { id, code, handling, statusCode, channel, caseKind, submittedAt, receivedAt },
    procedure,
    applicant,
    representative,
    coApplicants,
    delivery,
    due,
    onTime,
    decision,
    supplements,
    consultations,
    duty,
    receipts,
    events: seen.timeline.map((one) => ({ ...one, hash: hashes.get(one.seq) ?? '' })),
  };
}

/** The four places and the one that decides who is competent, by the names they bear. */
const placesOf = (
  { help, reception, place, decision, returnTo }: CaseState['places'],
  unit: (id: string) => ReturnType<typeof unitFor>,
) => ({
  ...(help && { help: unit(help) }),
  reception: unit(reception),
  ...(place && { place: unit(place) }),
  ...(decision && { decision: unit(decision) }),
  returnTo: unit(returnTo),
});

const filesOf = (lying: ReturnType<typeof placed>) =>
  lying.map(({ file: { name, type, size, hash, state, uploadedAt }, path }) => ({
    name,
    type,
    size,
    sha256: hash,
    state,
    uploadedAt,
    ...(path && { path }),
  }));

/** A case with its files as one archive that proves itself part by part; for whoever may see the case. */
export async function exportPackageAction(
  ctx: Context,
  { id }: ParsedOf<typeof exportPackage>,
): Promise<FileReply> {
  const { state } = await getCaseRow(ctx.tx, ctx.actor, id);
  const record = `case:${id}`;
  const seen = getCase.reply.parse(await getCaseAction(ctx, { id }));
  const [version, snapshot, hashes, found] = await Promise.all([
    pinnedVersion(ctx.tx, state),
    loadSnapshot(ctx.tx),
    hashesOf(ctx.tx, record),
    listFilesOf(ctx, [record]),
  ]);
  const files = found.get(record) ?? [];
  const lying = placed(files);
  const unit = (unitId: string) => unitFor(snapshot, unitId, ctx.today);
  const content = packageCase.parse({
    format: FORMAT,
    version: VERSION,
    exportedAt: ctx.now.toISOString(),
    from: unit(state.atUnitId),
    ...factsOf(seen, hashes),
    places: placesOf(state.places, unit),
    values: valuesOf(seen, version, unit),
    components: componentsOf(seen, version, files),
    files: filesOf(lying),
  });
  const body = packCase(content, await bytesOf(ctx, lying), ctx.now);
  return { body, type: 'application/zip', name: `ho-so-${state.code ?? id}.zip` };
}

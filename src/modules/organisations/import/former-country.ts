import type { ImportFile } from '../contract/imports.ts';
import type { OrganisationFacts } from '../rules/model.ts';
import { buildSnapshot } from '../rules/snapshot.ts';
import type { ImportOptions } from './draft.ts';
import { planImport, type Plan } from './plan.ts';

const nothing: OrganisationFacts = { units: [], versions: [], successions: [] };

/**
 * The country of the mapping as it stood until the day of change: its units under their former names, without what
 * became of them. What an installation held that was in use before. Importing the same files later states the rest.
 */
export function formerCountry(
  files: Partial<Record<ImportFile, Uint8Array>>,
  options: ImportOptions,
): Pick<Plan, 'facts' | 'faults'> {
  const { facts, faults } = planImport(files, { facts: nothing, snapshot: buildSnapshot(nothing) }, options);
  const versions = facts.versions.filter((version) => version.validFrom === options.formerFrom);
  const former = new Set(versions.map((version) => version.unitId));
  const units = facts.units.filter((unit) => former.has(unit.id));
  return { facts: { units, versions, successions: [] }, faults };
}

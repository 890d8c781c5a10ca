import { type Day, holdersOf, type Snapshot, unitAround } from '../../organisations/index.ts';

/** Ministries, also those that have ended, by their signs in decisions; each leads to who holds its duties on the day. */
export function signsOf(snapshot: Snapshot, day: Day): Map<string, string> {
  const signs = new Map<string, string>();
  for (const { id, level } of snapshot.units.values()) {
    if (level !== 'ministry') continue;
    const holding = holdersOf(snapshot, id, day);
    const holder = 'holder' in holding ? holding.holder : id;
    for (const { shortName, code, aliases } of snapshot.versions.get(id) ?? [])
      for (const sign of [shortName, code, ...aliases])
        if (sign && /^[\p{Lu}Đ]{2,}$/u.test(sign)) signs.set(sign.normalize('NFC').toUpperCase(), holder);
  }
  return signs;
}

/** The names of a ministry on a day. */
export function ministryName(snapshot: Snapshot, id: string, day: Day): { vi: string; en: string } {
  const unit = unitAround(snapshot, id, day);
  return { vi: unit?.nameVi ?? id, en: unit?.nameEn ?? id };
}

import type { Text } from '../../../kit/i18n.ts';
import { checkFile, faultText } from '../../documents/index.ts';
import type { EffectiveVersion, FormField } from '../../procedures/contract.ts';
import { readForm, validateForm } from '../../procedures/index.ts';
import type { Unpacked } from './archive.ts';

/** One line of what a package holds: taken over, or not and why. */
export interface Line {
  what: 'value' | 'component' | 'file';
  key: string;
  label: Text;
  isTaken: boolean;
  reason?: Text;
}
/** What of a package the version in force takes. */
export interface Fit {
  lines: Line[];
  values: Record<string, unknown>;
  components: { component: string; form: string; count: number; files: string[] }[];
}

const reasons = {
  noField: {
    vi: 'Tờ khai đang có hiệu lực không hỏi mục này.',
    en: 'The form in force does not ask for this.',
  },
  notShown: {
    vi: 'Với các câu trả lời còn lại, tờ khai không hỏi mục này.',
    en: 'With the other answers the form does not ask for this.',
  },
  noUnit: { vi: 'Hệ thống này không có đơn vị đó.', en: 'There is no such unit here.' },
  noComponent: {
    vi: 'Thành phần hồ sơ đang có hiệu lực không có giấy tờ này.',
    en: 'The list of documents in force does not have this.',
  },
  noBytes: {
    vi: 'Gói không mang nội dung tệp này.',
    en: 'The package does not carry the bytes of this file.',
  },
  noOwner: {
    vi: 'Giấy tờ do cơ quan phát hành, ở lại với hồ sơ cũ.',
    en: 'Issued by the office; it stays with the former case.',
  },
} satisfies Record<string, Text>;

const line = (what: Line['what'], key: string, label: Text, reason?: Text): Line => ({
  what,
  key,
  label,
  isTaken: reason === undefined,
  ...(reason && { reason }),
});
const both = (vi: string, en = vi): Text => ({ vi, en });

type Told = Unpacked['content']['values'][number];

/** The field of the form in force for a datum: the one of its term; where several have it, the one of its key. */
function fieldFor(fields: readonly FormField[], { key, term }: Told): FormField | undefined {
  if (!term) return undefined;
  const same = fields.filter((field) => field.term === term);
  return same.find((field) => field.key === key) ?? (same.length === 1 ? same[0] : undefined);
}

function fitValues(of: Unpacked, version: EffectiveVersion, by: By): Pick<Fit, 'lines' | 'values'> {
  const { form } = version.content;
  const fields = form?.sections.flatMap((section) => section.fields) ?? [];
  const given: Record<string, unknown> = {};
  const told = of.content.values.map((one) => {
    const field = fieldFor(fields, one);
    if (field) given[field.key] = one.value;
    return { one, field };
  });
  const faults = form ? validateForm(form, given, { today: by.today }) : {};
  const isPlace = (field: FormField) => field.type === 'place' || field.type === 'unit';
  const faultOf = (field: FormField | undefined, one: Told): Text | undefined => {
    if (!field) return reasons.noField;
    if (isPlace(field) && !by.hasUnit(String(one.value))) return reasons.noUnit;
    return faults[field.key];
  };
  for (const { one, field } of told) if (field && faultOf(field, one)) delete given[field.key];
  const values = form ? readForm(form, given) : {};
  const lines = told.map(({ one, field }) => {
    const reason = faultOf(field, one) ?? (values[field!.key] === undefined ? reasons.notShown : undefined);
    const label = field?.label ?? one.label ?? { vi: one.key };
    return line('value', one.key, both(label.vi, label.en ?? label.vi), reason);
  });
  return { lines, values };
}

/** Why a file of the package cannot be kept here: the checks that every upload goes through. */
function fileFault({ files }: Unpacked, file: Unpacked['content']['files'][number]): Text | undefined {
  const bytes = files.get(file.sha256);
  if (!bytes) return reasons.noBytes;
  const checked = checkFile(file.name, bytes);
  return 'fault' in checked ? faultText[checked.fault] : undefined;
}

function fitPapers(of: Unpacked, version: EffectiveVersion): Pick<Fit, 'lines' | 'components'> {
  const known = new Set(version.content.components.map(({ key }) => key));
  const isKnown = ({ component }: { component: string }): boolean => known.has(component);
  const { components, files } = of.content;
  const owned = new Set(components.filter(isKnown).flatMap((one) => one.files));
  const reasonFor = (file: (typeof files)[number]): Text | undefined =>
    owned.has(file.sha256) ? fileFault(of, file) : reasons.noOwner;
  const fine = new Set(files.filter((file) => !reasonFor(file)).map((file) => file.sha256));
  return {
    lines: [
      ...components.map((one) =>
        line(
          'component',
          one.component,
          both(one.vi, one.en ?? one.vi),
          isKnown(one) ? undefined : reasons.noComponent,
        ),
      ),
      ...files.map((file) => line('file', file.sha256, both(file.name), reasonFor(file))),
    ],
    components: components.filter(isKnown).map(({ component, form, count, files: own }) => ({
      component,
      form,
      count,
      files: own.filter((one) => fine.has(one)),
    })),
  };
}

interface By {
  today: string;
  hasUnit: (id: string) => boolean;
}

/** Line by line what the version in force takes of a package, and why not the rest. */
export function fitPackage(of: Unpacked, version: EffectiveVersion, by: By): Fit {
  const { lines, values } = fitValues(of, version, by);
  const papers = fitPapers(of, version);
  return { lines: [...lines, ...papers.lines], values, components: papers.components };
}

/** Whether a line that is not taken is a loss: papers of the former office are none. */
export const isLoss = ({ isTaken, reason }: Line): boolean => !isTaken && reason !== reasons.noOwner;

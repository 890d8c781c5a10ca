import type { InputOf } from '../../../../kit/contract.ts';
import {
  type Fields,
  type FormHandler,
  type PageContext,
  textOf,
  type Upload,
} from '../../../../kit/page.ts';
import { typedFields } from '../../../../kit/parse.ts';
import { pickedHandler } from '../../../organisations/index.ts';
import { competentPlace, formPicksFrom } from '../../../procedures/index.ts';
import { keepIntake, keepIntakeFile, receiveCase } from '../../contract.ts';
import { coRows } from './receive-form.tsx';
import { type Intake, twinsOf, valuesIn } from './receive-load.ts';
import { drawIntake, drawReceived, intakeOf } from './receive.tsx';

const isUpload = (value: Fields[string] | undefined): value is Upload =>
  typeof value === 'object' && !Array.isArray(value) && 'bytes' in value;

const typedIn = (fields: Fields): Record<string, string | string[]> =>
  Object.fromEntries(Object.entries(fields).filter((e): e is [string, string | string[]] => !isUpload(e[1])));
/** What can be kept of it: the token of the page is nobody's datum. */
const keptOf = (fields: Fields) =>
  Object.fromEntries(
    Object.entries(typedIn(fields)).filter(
      ([name, value]) => !['csrf', 'form'].includes(name) && String(value).length <= 20_000,
    ),
  );

/** Stores what was chosen in the boxes for files and puts their ids in their place, so that a refusal does not lose them. */
async function storeFiles(p: PageContext, fields: Fields, { id, unitId }: Intake): Promise<void> {
  let stored = 0;
  for (const [name, value] of Object.entries(fields)) {
    if (!isUpload(value)) continue;
    delete fields[name];
    if (value.bytes.length === 0) continue;
    const made = await p.call(keepIntakeFile, {
      id,
      unitId,
      name: value.filename,
      content: value.bytes.toString('base64'),
    });
    fields[name.replace(/^file\./, 'fileId.')] = made.id;
    fields[name.replace(/^file\./, 'fileName.')] = made.name;
    stored += 1;
  }
  // An intake that holds files is kept, so that it goes with them when nobody ever receives it.
  if (stored > 0) await p.call(keepIntake, { id, content: keptOf(fields) });
}

/** The papers that were ticked, with their files; what a database replaces is named as looked up. */
function componentsIn(intake: Intake, fields: Fields) {
  return intake.checklist.flatMap(({ key, replacedBy }) => {
    if (replacedBy) return [{ component: key, form: 'database', count: '0' }];
    if (textOf(fields, `got.${key}`) !== 'true') return [];
    const fileId = textOf(fields, `fileId.${key}`);
    return [
      {
        component: key,
        form: textOf(fields, `as.${key}`) || 'original',
        count: textOf(fields, `count.${key}`) || '1',
        ...(fileId && { fileIds: [fileId] }),
      },
    ];
  });
}

const group = (fields: Fields, name: string): Record<string, string> =>
  Object.fromEntries(
    Object.keys(fields)
      .filter((key) => key.startsWith(`${name}.`) && textOf(fields, key).trim() !== '')
      .map((key) => [key.slice(name.length + 1), textOf(fields, key)]),
  );

function inputOf(p: PageContext, intake: Intake, fields: Fields): InputOf<typeof receiveCase> {
  const values = valuesIn(intake.version, fields);
  const by = p.actor.personId ? { by: p.actor.personId } : {};
  const origin = { source: 'official', at: p.now.toISOString(), ...by };
  const place = competentPlace(intake.version.content, values) ?? textOf(fields, 'placeUnitId');
  const { consent, ...named } = group(fields, 'representative');
  const representative = {
    ...named,
    ...(consent === 'true' && named['fullName'] && { consentAt: p.now.toISOString() }),
  };
  const { values: _, ...rest } = typedFields(receiveCase, {
    id: intake.id,
    procedureCode: intake.code,
    channel: textOf(fields, 'channel'),
    receptionUnitId: intake.unitId,
    placeUnitId: place,
    returnUnitId: textOf(fields, 'returnUnitId'),
    helpUnitId: textOf(fields, 'helpUnitId'),
    applicant: group(fields, 'applicant'),
    ...(Object.keys(representative).length > 0 && { representative }),
    coApplicants: coRows
      .map((i) => group(fields, `coApplicants.${i}`))
      .filter((one) => Object.keys(one).length > 0),
    components: componentsIn(intake, fields),
  });
  return {
    ...rest,
    values,
    provenance: Object.fromEntries(Object.keys(values).map((key) => [key, origin])),
  } as unknown as InputOf<typeof receiveCase>;
}

/** The page once more with what was typed; nothing is refused. */
const again = (p: PageContext, fields: Fields): void => {
  p.form = {
    form: 'receive',
    values: typedIn(fields),
    errors: {},
    problem: { code: '', title: '', remedy: '' },
  };
};

const receive =
  (intake: Intake, typed: Fields): FormHandler =>
  async (p, fields) => {
    if (textOf(fields, 'continue')) {
      again(p, typed);
      return drawIntake(p);
    }
    const twins = await twinsOf(p, intake.code, textOf(fields, 'applicant.personalId'));
    if (twins.length > 0 && textOf(fields, 'twinsSeen') !== 'true') {
      again(p, typed);
      return drawIntake(p, twins);
    }
    const made = await p.call(receiveCase, inputOf(p, intake, fields));
    await p.call(keepIntake, { id: intake.id, content: {}, remove: true });
    return drawReceived(p, intake, made);
  };

/** Takes the intake in: files first, then the twins are asked about, then the case is received. */
export const receiveHandler: FormHandler = async (p, fields) => {
  again(p, fields);
  const intake = await intakeOf(p);
  delete p.form;
  if (!intake) return drawIntake(p);
  await storeFiles(p, fields, intake);
  const { form } = intake.version.content;
  const picks = { ...(form && formPicksFrom(form)), placeUnitId: { levels: ['commune' as const] } };
  return pickedHandler(receive({ ...intake, checklist: intake.checklist }, fields), picks)(p, fields);
};

import type { Text } from '../../../kit/i18n.ts';
import type { FormField, ProcedureForm } from '../rules/model.ts';
import { checkCondition, variablesOf } from './conditions.ts';
import { inBoth } from './messages.ts';
import { fieldsOf } from './read-value.ts';

export interface FormFault {
  /** Key of the field or section; absent where it concerns the whole form. */
  key?: string;
  rule: 'key' | 'duplicateKey' | 'duplicateTerm' | 'term' | 'label' | 'options' | 'condition' | 'empty';
  message: Text;
}

const keyShape = /^[a-z][A-Za-z0-9]{0,59}$/;
// Names that objects have anyway: as keys they would be lost on the way.
const taken = ['constructor', 'prototype', 'hasOwnProperty', 'toString', 'valueOf'];

/** Everything that keeps a form from being saved; none for a good one. Nobody may be asked for the same datum twice. */
export function checkForm(form: ProcedureForm): FormFault[] {
  const fields = fieldsOf(form);
  return [
    ...repeated(form.sections.map(({ key }) => key)).map((key) =>
      faultOf(
        'duplicateKey',
        key,
        inBoth((text) => text.form.duplicateSection(key)),
      ),
    ),
    ...form.sections
      .filter((section) => section.fields.length === 0)
      .map(({ key }) =>
        faultOf(
          'empty',
          key,
          inBoth((text) => text.form.sectionEmpty(key)),
        ),
      ),
    ...repeated(fields.map(({ key }) => key)).map((key) =>
      faultOf(
        'duplicateKey',
        key,
        inBoth((text) => text.form.duplicateKey(key)),
      ),
    ),
    ...termFaults(fields),
    ...fields.flatMap((field, position) => fieldFaults(field, fields.slice(0, position), fields)),
  ];
}

const faultOf = (rule: FormFault['rule'], key: string, message: Text): FormFault => ({ rule, key, message });
const repeated = (keys: readonly string[]): string[] => [
  ...new Set(keys.filter((key, position) => keys.indexOf(key) !== position)),
];

function termFaults(fields: readonly FormField[]): FormFault[] {
  const twice = repeated(fields.map(({ term }) => term).filter(Boolean));
  return twice.map((term) => {
    const second = fields.filter((field) => field.term === term)[1]!;
    return faultOf(
      'duplicateTerm',
      second.key,
      inBoth((text) => text.form.duplicateTerm(term)),
    );
  });
}

function fieldFaults(field: FormField, before: readonly FormField[], all: readonly FormField[]): FormFault[] {
  const { key, label, term } = field;
  const isKey = keyShape.test(key) && !taken.includes(key);
  const isLabelled = label.vi.trim() !== '' && (label.en ?? '').trim() !== '';
  return [
    ...(isKey
      ? []
      : [
          faultOf(
            'key',
            key,
            inBoth((text) => text.form.badKey(key)),
          ),
        ]),
    ...(isLabelled
      ? []
      : [
          faultOf(
            'label',
            key,
            inBoth((text) => text.form.labelMissing(key)),
          ),
        ]),
    ...(term.trim()
      ? []
      : [
          faultOf(
            'term',
            key,
            inBoth((text) => text.form.termMissing(key)),
          ),
        ]),
    ...optionFaults(field),
    ...conditionFaults(field, before, all),
  ];
}

function optionFaults({ key, type, options = [] }: FormField): FormFault[] {
  const values = options.map((option) => option.value);
  const few =
    type === 'choice' && options.length < 2 ? [inBoth((text) => text.form.optionsMissing(key))] : [];
  const twice = repeated(values).map((value) => inBoth((text) => text.form.duplicateOption(key, value)));
  return [...few, ...twice].map((message) => faultOf('options', key, message));
}

// A condition looks back only: then there is no circle, and people fill a form from top to bottom.
function conditionFaults(
  field: FormField,
  before: readonly FormField[],
  all: readonly FormField[],
): FormFault[] {
  const known = new Set(before.map(({ key }) => key));
  const later = variablesOf(field.when).filter(
    (key) => !known.has(key) && all.some((other) => other.key === key),
  );
  return [
    ...checkCondition(field.when, all),
    ...later.map((key) => inBoth((text) => text.condition.later(key))),
  ].map((message) => faultOf('condition', field.key, message));
}

/** A form as JSON Schema 2020-12: what `validateForm` accepts of `readForm`, this accepts. */
import type { FormField, ProcedureForm } from '../rules/model.ts';
import { conditionSchema, type JsonSchema } from './condition-schema.ts';
import { fieldsOf } from './read-value.ts';
import { defaultLength, patterns } from './validate.ts';

/**
 * The schema of a form's typed values. Every property carries its dictionary term (`x-term`), its section, its label in
 * English and where its value is looked up; conditions become if/then/else, so that a field not asked for is refused.
 */
export function formSchema(form: ProcedureForm): JsonSchema {
  const fields = new Map(fieldsOf(form).map((field) => [field.key, field]));
  const properties = form.sections.flatMap((section) =>
    section.fields.map((field) => [field.key, propertyOf(field, section.key)] as const),
  );
  const conditions = [...fields.values()].filter(({ when }) => when !== undefined);
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    type: 'object',
    properties: Object.fromEntries(properties),
    required: [...fields.values()]
      .filter(({ required, when }) => required && when === undefined)
      .map(({ key }) => key),
    ...(conditions.length > 0 && {
      allOf: conditions.map((field) => ({
        if: conditionSchema(field.when, fields),
        then: field.required ? { required: [field.key] } : {},
        else: { not: { required: [field.key] } },
      })),
    }),
    additionalProperties: false,
  };
}

function propertyOf(field: FormField, section: string): JsonSchema {
  return {
    title: field.label.vi,
    ...(field.hint && { description: field.hint.vi }),
    ...shapeOf(field),
    'x-term': field.term,
    'x-section': section,
    ...(field.label.en && { 'x-title-en': field.label.en }),
    ...(field.source && { 'x-source': field.source }),
    ...(field.fromAccount && { 'x-from-account': field.fromAccount }),
    ...(field.notAfterToday && { 'x-not-after-today': true }),
  };
}

function shapeOf(field: FormField): JsonSchema {
  const { type, min, max } = field;
  switch (type) {
    case 'text':
    case 'longText':
      return { type: 'string', minLength: 1, maxLength: field.maxLength ?? defaultLength[type] };
    case 'day':
      return { type: 'string', format: 'date', pattern: patterns.day };
    case 'money':
      return { type: 'integer', minimum: Math.max(0, min ?? 0), maximum: max ?? Number.MAX_SAFE_INTEGER };
    case 'number':
      return {
        type: 'number',
        ...(min !== undefined && { minimum: min }),
        ...(max !== undefined && { maximum: max }),
      };
    case 'choice':
      return { type: 'string', enum: (field.options ?? []).map(({ value }) => value) };
    case 'yesNo':
      return { type: 'boolean' };
    case 'place':
    case 'unit':
      return { type: 'string', pattern: patterns.unit, 'x-unit': type === 'place' ? 'commune' : 'any' };
    case 'email':
      return { type: 'string', maxLength: 254, pattern: patterns.email };
    case 'personalId':
    case 'phone':
      return { type: 'string', pattern: patterns[type] };
  }
}

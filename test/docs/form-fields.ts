import type { FactForm } from '#engine';

type Schema = FactForm['form'];

const isSchema = (part: unknown): part is Schema => typeof part === 'object' && part !== null && !Array.isArray(part);

const schemas = (parts: unknown): readonly Schema[] => (Array.isArray(parts) ? parts.filter(isSchema) : []);

/** A choice as people see it; the codes stand beside the labels where there are labels. */
const choicesOf = (schema: Schema): string | undefined => {
  const { enum: codes, 'x-labels': labels } = schema;
  if (!codes) return schema.const === undefined ? undefined : `\`${String(schema.const)}\``;
  const known = isSchema(labels) ? (labels as Readonly<Record<string, unknown>>) : {};
  return codes
    .map((code) => {
      const label = known[String(code)];
      return typeof label === 'string' ? `${label} \`${String(code)}\`` : `\`${String(code)}\``;
    })
    .join(', ');
};

const kindOf = (schema: Schema): string => {
  const choices = choicesOf(schema);
  if (choices !== undefined) return choices;
  const options = schemas(schema.anyOf ?? schema.oneOf);
  if (options.length > 0) return options.map(kindOf).join(' hoặc ');
  if (schema.type === 'array') return isSchema(schema.items) ? `nhiều: ${kindOf(schema.items)}` : 'nhiều';
  if (schema.properties) return `(${membersOf(schema).join('; ')})`;
  if (schema.format === 'date') return 'ngày';
  if (schema.format === 'date-time') return 'thời điểm';
  if (schema.type === 'boolean') return 'có/không';
  if (schema.type === 'integer' || schema.type === 'number') return 'số';
  const widget = schema['x-widget'];
  return typeof widget === 'string' ? (widgets[widget] ?? 'chữ') : 'chữ';
};

const widgets: Readonly<Record<string, string>> = {
  person: 'cán bộ',
  unit: 'đơn vị',
  file: 'hồ sơ',
  charge: 'tội danh',
  textarea: 'đoạn chữ',
};

const membersOf = ({ properties = {}, required = [] }: Schema): readonly string[] =>
  Object.entries(properties).flatMap(([name, schema]) =>
    isSchema(schema)
      ? [`${schema.title ?? name} \`${name}\`${required.includes(name) ? ' (bắt buộc)' : ''}: ${kindOf(schema)}`]
      : [],
  );

/** The fields of a form as list items: title, name, whether it must be filled in, and what goes in. */
export const fieldsText = (form: Schema): readonly string[] =>
  schemas(form.oneOf ?? form.anyOf).length > 0
    ? [`- Trường: ${kindOf(form)}`]
    : ['- Trường:', ...membersOf(form).map((member) => `  - ${member}`)];

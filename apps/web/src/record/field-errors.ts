import { ProblemError } from '../api/client.js';
import type { Schema } from './schema-field.js';

type Path = (string | number)[];

/** data.accused.0.charges → ['accused', 0, 'charges'] */
const pathOf = (field: string): Path =>
  field
    .replace(/^data\./, '')
    .split('.')
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part));

/** What the server found wrong, field by field, as the form marks it. */
export const fieldErrors = (error: unknown): { name: Path; errors: string[] }[] => {
  if (!(error instanceof ProblemError)) return [];
  const { field, errors } = error.problem;
  const named = errors ?? (field ? [{ field, detail: error.message }] : []);
  return named.map((one) => ({ name: pathOf(one.field), errors: [one.detail] }));
};

/** How the form calls a field that the server names. */
export const titleAt = (schema: Schema | undefined, field: string): string | undefined => {
  let part = schema;
  for (const step of pathOf(field)) part = typeof step === 'number' ? part?.items : part?.properties?.[step];
  return part?.title;
};

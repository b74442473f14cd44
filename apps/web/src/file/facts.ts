import type { RegisterCard } from '../api/types.js';
import { showDay } from '../format/day.js';
import type { Schema } from '../record/schema-field.js';

export interface ShownField {
  readonly label: string;
  readonly text: string;
}

const shown = (value: unknown, schema: Schema | undefined): string => {
  if (value === true) return 'Có';
  if (value === false) return 'Không';
  if (Array.isArray(value)) return value.map((part) => shown(part, schema?.items)).join('; ');
  if (value !== null && typeof value === 'object')
    return Object.entries(value)
      .map(([key, part]) => {
        const inner = schema?.properties?.[key];
        return `${(inner?.title ?? key).toLowerCase()} ${shown(part, inner)}`;
      })
      .join(', ');
  const text = String(value);
  if (schema?.format === 'date' || schema?.format === 'date-time') return showDay(text);
  return schema?.['x-labels']?.[text] ?? text;
};

export const formOf = (card: RegisterCard, type: string): Schema | undefined =>
  card.facts.find((fact) => fact.type === type)?.form as Schema | undefined;

export const labelOf = (card: RegisterCard, type: string): string =>
  card.facts.find((fact) => fact.type === type)?.label.vi ?? type;

/** A fact's data as a person reads it: titles from the catalogue, days the Vietnamese way. */
export const fieldsOf = (
  card: RegisterCard,
  type: string,
  data: Readonly<Record<string, unknown>>,
): readonly ShownField[] => {
  const form = formOf(card, type);
  return Object.entries(data)
    .filter(([key]) => key !== 'on')
    .map(([key, value]) => ({
      label: form?.properties?.[key]?.title ?? key,
      text: shown(value, form?.properties?.[key]),
    }));
};

import type { RegisterCard } from '../api/types.js';
import { chargeText, type Charge } from '../format/charge.js';
import { showDay } from '../format/day.js';
import type { Schema } from '../record/schema-field.js';

export interface ShownField {
  readonly label: string;
  readonly text: string;
}

/** What people call the things that a fact points at by code; the code itself where nothing is known. */
export interface Names {
  readonly person: (id: string) => string;
  readonly unit: (code: string) => string;
  readonly file: (stream: string) => string;
  readonly accused: (id: string) => string;
}

const pointers = ['person', 'unit', 'file', 'accused'] as const;

const shown = (value: unknown, schema: Schema | undefined, names: Names): string => {
  if (value === true) return 'Có';
  if (value === false) return 'Không';
  if (Array.isArray(value)) return value.map((part) => shown(part, schema?.items, names)).join('; ');
  if (value !== null && typeof value === 'object') {
    if (schema?.['x-widget'] === 'charge') return chargeText(value as Charge);
    return Object.entries(value)
      .map(([key, part]) => {
        const inner = schema?.properties?.[key];
        return `${(inner?.title ?? key).toLowerCase()} ${shown(part, inner, names)}`;
      })
      .join(', ');
  }
  const text = String(value);
  const pointer = pointers.find((one) => one === schema?.['x-widget']);
  if (pointer) return names[pointer](text);
  if (schema?.format === 'date' || schema?.format === 'date-time') return showDay(text);
  return schema?.['x-labels']?.[text] ?? text;
};

export const formOf = (card: RegisterCard, type: string): Schema | undefined =>
  card.facts.find((fact) => fact.type === type)?.form as Schema | undefined;

export const labelOf = (card: RegisterCard, type: string): string =>
  card.facts.find((fact) => fact.type === type)?.label.vi ?? type;

/** A fact as it is read: its form's titles and labels, and names for what it points at. */
export interface Reading {
  readonly card: RegisterCard;
  readonly type: string;
  readonly names: Names;
}

type Data = Readonly<Record<string, unknown>>;

/** A fact's data as a person reads it: titles from the catalogue, days the Vietnamese way. */
export const fieldsOf = ({ card, type, names }: Reading, data: Data): readonly ShownField[] => {
  const form = formOf(card, type);
  return Object.entries(data)
    .filter(([key]) => key !== 'on')
    .map(([key, value]) => ({
      label: form?.properties?.[key]?.title ?? key,
      text: shown(value, form?.properties?.[key], names),
    }));
};

export interface Difference {
  readonly label: string;
  readonly before?: string;
  readonly after?: string;
}

/** What a correction changes, field by field; the day as well. */
export const differences = (reading: Reading, before: Data, after: Data): readonly Difference[] => {
  const form = formOf(reading.card, reading.type);
  const text = (data: Data, key: string) =>
    data[key] === undefined ? undefined : shown(data[key], form?.properties?.[key], reading.names);
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((key) => {
    const [old, now] = [text(before, key), text(after, key)];
    if (old === now) return [];
    return [
      {
        label: form?.properties?.[key]?.title ?? key,
        ...(old === undefined ? {} : { before: old }),
        ...(now === undefined ? {} : { after: now }),
      },
    ];
  });
};

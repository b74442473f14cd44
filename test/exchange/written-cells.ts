import type { FieldSchema } from '../../libs/exchange/src/workbook/layout.js';
import { sheetLayouts } from '../../libs/exchange/src/workbook/layout.js';

type Charge = { readonly article: string; readonly clause?: number; readonly point?: string };
type Verdict = {
  readonly charged: Charge;
  readonly result: string;
  readonly convictedOf?: Charge;
  readonly relation?: 'same' | 'lighter' | 'equal' | 'heavier';
  readonly penalty?: string;
  readonly suspended?: boolean;
};

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
const chargeText = ({ article, clause, point }: Charge) => [article, clause, point].filter(Boolean).join('/');
const relations = { same: 'cùng tội', lighter: 'nhẹ hơn', equal: 'tội khác', heavier: 'nặng hơn' } as const;

const verdictText = ({ charged, result, convictedOf, relation, penalty, suspended }: Verdict) => {
  if (result === 'acquitted') return `${chargeText(charged)} = không phạm tội`;
  return [
    `${chargeText(charged)} = ${convictedOf ? chargeText(convictedOf) : ''}`,
    ...(relation ? [`(${relations[relation]})`] : []),
    ...(penalty === undefined ? [] : [quoted(penalty)]),
    ...(suspended === undefined ? [] : [suspended ? '(án treo)' : '(không án treo)']),
  ].join(' ');
};

const dayText = (day: string) => day.split('-').reverse().join('/');

const fileText = (stream: string) => {
  const dash = stream.indexOf('-');
  const sheet = sheetLayouts.find(({ register }) => register === stream.slice(0, dash))?.sheet;
  return `${sheet}: ${stream.slice(dash + 1)}`;
};

const itemText = (item: unknown, schema: FieldSchema): string => {
  const { charges, verdicts, accusedId } = item as { charges?: Charge[]; verdicts?: Verdict[]; accusedId?: string };
  if (charges) return `${accusedId}: ${charges.map(chargeText).join(', ')}`;
  if (verdicts) return `${accusedId}: ${verdicts.map(verdictText).join(', ')}`;
  const written = String(cellOf(item, schema));
  return schema.enum || schema['x-widget'] ? written : quoted(written);
};

/** A field's value as a person would write it in a cell. */
export const cellOf = (value: unknown, schema: FieldSchema): string | number | Date => {
  if (Array.isArray(value)) return value.map((item) => itemText(item, schema.items ?? {})).join('; ');
  if (schema['x-widget'] === 'charge') return chargeText(value as Charge);
  if (schema['x-widget'] === 'file') return fileText(String(value));
  if (typeof value === 'boolean') return value ? 'Có' : 'Không';
  if (typeof value === 'number') return value;
  const text = String(value);
  if (schema.format === 'date') return dayText(text);
  if (schema.format === 'date-time') return `${text.slice(11, 19)} ${dayText(text.slice(0, 10))}`;
  return schema.enum ? (schema['x-labels']?.[text] ?? text) : text;
};

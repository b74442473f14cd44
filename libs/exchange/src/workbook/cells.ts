import type { RegisterName } from '#casework';
import { CellProblem, dayFrom, instantFrom, isEmpty, numberFrom, textOf, yesNoFrom, type Cell } from './cell.js';
import { layoutNamed, nameKey, sheetLayouts, type FieldSchema } from './layout.js';
import { splitList, unquoted } from './lists.js';
import { accusedFrom, chargeFrom, verdictFrom } from './offence-cells.js';

/** How the names that people write stand for what the facts hold. Each throws a CellProblem where it can't. */
export interface CellContext {
  /** The stream of a file by its register and number. */
  readonly fileOf: (register: RegisterName, number: string) => string;
  /** The code of a unit by its code or name. */
  readonly unitOf: (text: string) => string;
  /** The id of a person by the id or the name. */
  readonly personOf: (text: string) => string;
}

const codeFrom = ({ enum: codes = [], 'x-labels': labels = {} }: FieldSchema, written: string): string => {
  const key = nameKey(written);
  const found = codes.find((code) => code === written || nameKey(labels[code] ?? code) === key);
  if (found === undefined)
    throw new CellProblem(
      `“${written}” không có trong danh mục: ${codes.map((code) => labels[code] ?? code).join('; ')}`,
    );
  return found;
};

const fileFrom = (written: string, { fileOf }: CellContext): string => {
  const colon = written.indexOf(':');
  const layout = colon < 1 ? undefined : layoutNamed(written.slice(0, colon));
  const number = written.slice(colon + 1).trim();
  if (!layout || number === '')
    throw new CellProblem(`“${written}”: ghi tên sổ và số hồ sơ, ví dụ ${sheetLayouts[1]?.sheet ?? ''}: 12/2026/HS`);
  return fileOf(layout.register, number);
};

/** A list as JSON: for what the short forms can't say. */
const listInJson = (written: string): unknown => {
  if (!/^\[\s*(\{|"|\])/.test(written)) return undefined;
  try {
    return JSON.parse(written);
  } catch {
    return undefined;
  }
};

const listFrom = (cell: Cell, { items = {} }: FieldSchema, context: CellContext): unknown => {
  const written = textOf(cell);
  const given = listInJson(written);
  if (given !== undefined) return given;
  if (items['x-widget'] === 'charge') return splitList(written, ';,\n').map(chargeFrom);
  const inner = items.properties ?? {};
  if ('charges' in inner)
    return accusedFrom(written, chargeFrom).map(({ accusedId, of }) => ({ accusedId, charges: of }));
  if ('verdicts' in inner)
    return accusedFrom(written, verdictFrom).map(({ accusedId, of }) => ({ accusedId, verdicts: of }));
  return splitList(written, ';\n').map((part) => valueFrom(unquoted(part), items, context));
};

/**
 * A field's value from a cell, as its schema asks.
 * @returns nothing for an empty cell
 * @throws {CellProblem} in Vietnamese
 */
export const valueFrom = (cell: Cell, schema: FieldSchema, context: CellContext): unknown => {
  if (isEmpty(cell)) return undefined;
  if (schema.type === 'array') return listFrom(cell, schema, context);
  if (schema.enum) return codeFrom(schema, textOf(cell));
  if (schema.format === 'date') return dayFrom(cell);
  if (schema.format === 'date-time') return instantFrom(cell);
  if (schema.type === 'boolean') return yesNoFrom(cell);
  if (schema.type === 'integer' || schema.type === 'number') return numberFrom(cell);
  switch (schema['x-widget'] ?? '') {
    case 'charge':
      return chargeFrom(textOf(cell));
    case 'file':
      return fileFrom(textOf(cell), context);
    case 'unit':
      return context.unitOf(textOf(cell));
    case 'person':
      return context.personOf(textOf(cell));
    default:
      return textOf(cell);
  }
};

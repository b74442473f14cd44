import { describeCatalogue, type FactForm } from '#engine';
import { isLinkFact, registerNamed, registers, type RegisterName } from '#casework';

/** The part of JSON Schema that the catalogue's forms are made of. */
export interface FieldSchema {
  readonly type?: string;
  readonly title?: string;
  readonly format?: string;
  readonly enum?: readonly string[];
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, FieldSchema>>;
  readonly items?: FieldSchema;
  readonly 'x-widget'?: string;
  readonly 'x-labels'?: Readonly<Record<string, string>>;
}

/** A field of one kind of fact. */
interface Field {
  readonly name: string;
  readonly schema: FieldSchema;
}

export interface Column {
  readonly heading: string;
  /** The field that the column carries, by the kind of fact that has it. */
  readonly fields: Readonly<Record<string, Field>>;
}

export interface SheetLayout {
  readonly register: RegisterName;
  readonly sheet: string;
  readonly facts: readonly FactForm[];
  readonly columns: readonly Column[];
}

/** The headings before the fields, the same on every sheet. */
export const FIXED = { file: 'Số hồ sơ', fact: 'Mốc', unit: 'Đơn vị', on: 'Ngày' } as const;

/** A sheet that tells people things and holds no rows. */
export const GUIDE = 'Hướng dẫn';

/** A column a title: facts share it where their fields are called the same, so that a sheet stays narrow. */
const columnsOf = (facts: readonly FactForm[]): readonly Column[] => {
  const columns = new Map<string, Record<string, Field>>();
  for (const { type, form } of facts)
    for (const [name, schema] of Object.entries((form as FieldSchema).properties ?? {})) {
      if (name === 'on') continue;
      const free = (heading: string) =>
        !Object.values<string>(FIXED).includes(heading) && columns.get(heading)?.[type] === undefined;
      const title = schema.title ?? name;
      const heading = free(title) ? title : `${title} (${name})`;
      columns.set(heading, { ...columns.get(heading), [type]: { name, schema } });
    }
  return [...columns].map(([heading, fields]) => ({ heading, fields }));
};

/** Excel takes 31 characters: a longer label ends at its last comma before. */
const sheetName = (label: string) =>
  label.length <= 31 ? label : label.slice(0, Math.max(label.lastIndexOf(',', 31), 0) || 31).trim();

/**
 * One sheet a register, named by its Vietnamese label; the columns are read from its catalogue. What a file keeps of
 * another one that came from it has no rows: it is written with that one.
 */
export const sheetLayouts: readonly SheetLayout[] = (Object.keys(registers) as RegisterName[]).map((register) => {
  const { label, catalogue } = registerNamed(register);
  const facts = describeCatalogue(catalogue).filter(({ type }) => !isLinkFact(type));
  return { register, sheet: sheetName(label.vi), facts, columns: columnsOf(facts) };
});

/** How names are compared: NFC, without case, invisible characters or doubled spaces. */
export const nameKey = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[\u200B-\u200D\u2060\uFEFF]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();

/** The layout of a sheet by its name, which may be the register's code. */
export const layoutNamed = (name: string): SheetLayout | undefined =>
  sheetLayouts.find(({ sheet, register }) => [sheet, register].some((known) => nameKey(known) === nameKey(name)));

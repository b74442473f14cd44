import { z } from 'zod';
import { registerNamed, type RegisterName } from '#casework';
import { canonicalJson, strictly, type Fact } from '#engine';
import { CellProblem, dayFrom, isEmpty, textOf } from './cell.js';
import { valueFrom } from './cells.js';
import type { fileFinder, Mention } from './files.js';
import { layOut, type LaidOut } from './laid-out.js';
import { FIXED } from './layout.js';
import type { namesIn } from './names.js';
import { problemOf, type Place, type RowProblem } from './problems.js';
import type { Sheet } from './read.js';

/** A row that says what happened to which file. */
export interface RowCommand {
  readonly place: Place;
  readonly register: RegisterName;
  readonly stream: string;
  readonly unit: string;
  readonly fact: Fact;
  /** Tells this milestone from every other of the file: what it is, its day, its document. */
  readonly identity: string;
  readonly headingOf: (field: string) => string;
}

/** A row that can't be read: what comes after it in the same files can't be judged. */
export interface UnreadRow {
  readonly place: Place;
  readonly on?: string;
  readonly blocks: readonly string[];
}

const OTHER_MARKS = ['accusedId', 'returnId', 'about', 'prosecutor', 'nth', 'provision'];

/** What a milestone is known by in its file: the kind of fact, its day, and the numbers of its documents. */
export const identityOf = ({ type, data }: Fact): string => {
  const marks = Object.entries(data)
    .filter(([field, value]) => value !== undefined && (field.endsWith('No') || OTHER_MARKS.includes(field)))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `${type}/${data.on}/${canonicalJson(Object.fromEntries(marks))}`;
};

/** What people write in the cells, told in the log's codes. */
export interface Reading {
  readonly names: ReturnType<typeof namesIn>;
  /** Makes the finder of files, once every row is known. */
  readonly finder: (mentions: readonly Mention[]) => ReturnType<typeof fileFinder>;
  /** The unit of rows that name none. */
  readonly unit?: string | undefined;
}

const tried = <T>(read: () => T): T | undefined => {
  try {
    return read();
  } catch (error) {
    if (error instanceof CellProblem) return undefined;
    throw error;
  }
};

const dayOrNothing = ({ cell }: LaidOut) =>
  tried(() => (isEmpty(cell(FIXED.on)) ? undefined : dayFrom(cell(FIXED.on))));

const unitIn = (row: LaidOut, { names, unit }: Reading): string => {
  const written = textOf(row.cell(FIXED.unit));
  if (written !== '') return names.unitOn(written, dayOrNothing(row));
  if (unit === undefined) throw new CellProblem('Thiếu đơn vị (ghi vào cột này, hoặc chọn đơn vị chung bằng --unit)');
  return unit;
};

const vietnamese = z.locales.vi().localeError;

const readRow = (row: LaidOut, reading: Reading, find: ReturnType<typeof fileFinder>) => {
  const { layout, place, cell, form } = row;
  const { register } = layout;
  const problems: RowProblem[] = [];
  const read = <T>(heading: string, value: () => T): T | undefined => {
    try {
      return value();
    } catch (error) {
      problems.push(problemOf(place, error, heading));
      return undefined;
    }
  };
  const needed = (heading: string, what: string) => {
    const written = textOf(cell(heading));
    if (written === '') throw new CellProblem(what);
    return written;
  };
  const number = read(FIXED.file, () => needed(FIXED.file, 'Thiếu số hồ sơ'));
  const named = read(FIXED.fact, () => needed(FIXED.fact, 'Thiếu tên mốc'));
  if (named !== undefined && !form)
    problems.push({ ...place, field: FIXED.fact, reason: `Sổ “${layout.sheet}” không có mốc “${named}”` });
  const unit = read(FIXED.unit, () => unitIn(row, reading));
  const on = read(FIXED.on, () => {
    if (isEmpty(cell(FIXED.on))) throw new CellProblem('Thiếu ngày');
    return dayFrom(cell(FIXED.on));
  });
  const stream =
    number === undefined || unit === undefined ? undefined : read(FIXED.file, () => find(register, number, unit));
  const linked: string[] = [];
  const context = {
    unitOf: (text: string) => reading.names.unitOn(text, on),
    personOf: reading.names.personOf,
    fileOf: (of: RegisterName, other: string) => {
      const found = find(of, other, unit ?? '');
      linked.push(found);
      return found;
    },
  };
  const data: Record<string, unknown> = { on };
  for (const { heading, fields } of form ? layout.columns : []) {
    const field = fields[form?.type ?? ''];
    if (field) data[field.name] = read(heading, () => valueFrom(cell(heading), field.schema, context));
    else if (!isEmpty(cell(heading)))
      problems.push({ ...place, field: heading, reason: `Mốc “${form?.label.vi ?? ''}” không có cột này` });
  }
  const headingOf = (field: string) =>
    field === 'on'
      ? FIXED.on
      : (layout.columns.find(({ fields }) => fields[form?.type ?? '']?.name === field)?.heading ?? field);
  const definition = registerNamed(register).catalogue[form?.type ?? ''];
  const given = Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined));
  const parsed = definition && strictly(definition).safeParse(given, { error: vietnamese });
  if (parsed && !parsed.success) {
    const complained = new Set(problems.map(({ field }) => field));
    for (const { path, message } of parsed.error.issues) {
      const heading = headingOf(String(path[0]));
      if (complained.has(heading)) continue;
      complained.add(heading);
      const reason = given[String(path[0])] === undefined ? 'Thiếu, mà mốc này bắt buộc có' : message;
      problems.push({ ...place, field: heading, reason });
    }
  }
  if (problems.length > 0 || !parsed?.success || !form || unit === undefined || stream === undefined) {
    // One that moves the file on leaves what follows without ground; any other can be missing.
    const moves = !form || form.to !== undefined;
    const blocks = moves ? [...(stream === undefined ? [] : [stream]), ...linked] : [];
    return { problems, unread: { place, ...(on === undefined ? {} : { on }), blocks } };
  }
  const fact: Fact = { type: form.type, data: parsed.data as Fact['data'] };
  return { problems, command: { place, register, stream, unit, fact, identity: identityOf(fact), headingOf } };
};

/** Reads each row into the milestone it stands for, with every reason why one can't be. */
export const commandsIn = (sheets: readonly Sheet[], reading: Reading) => {
  const { rows, problems } = layOut(sheets);
  const mentions = rows.flatMap((row): readonly Mention[] => {
    const number = tried(() => textOf(row.cell(FIXED.file))) ?? '';
    const unit = tried(() => unitIn(row, reading));
    if (number === '' || unit === undefined) return [];
    return [{ register: row.layout.register, number, unit, opens: row.form?.from.includes('new') ?? false }];
  });
  const find = reading.finder(mentions);
  const read = rows.map((row) => readRow(row, reading, find));
  return {
    rows: rows.length,
    problems: [...problems, ...read.flatMap((one) => one.problems)],
    commands: read.flatMap(({ command }): readonly RowCommand[] => (command ? [command] : [])),
    unread: read.flatMap(({ unread }): readonly UnreadRow[] => (unread ? [unread] : [])),
  };
};

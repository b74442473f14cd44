import { searchQuery } from '../words.js';
import { placeholders, rowsOf, type Db } from './statement.js';
import { inScope, mayBeNamed, pageSql, type Page, type PageOptions, type Viewer } from './viewer.js';

export interface FileSummary {
  readonly stream: string;
  readonly register: string;
  readonly number: string;
  readonly title: string;
  readonly unit: string;
  readonly status: string;
  readonly assignee?: string;
  readonly confidentiality: number;
  readonly revision: number;
  readonly position: string;
  /** The earliest due date of its open items. */
  readonly dueOn?: string;
  readonly breaches: number;
  readonly lateEntries: number;
  readonly pendingCorrections: number;
}

interface Row extends Omit<FileSummary, 'assignee' | 'dueOn'> {
  readonly assignee: string | null;
  readonly dueOn: string | null;
}

const dueOn = `(SELECT min(i.due_on) FROM read_models.docket_item i
  WHERE i.file = f.stream AND i.closed_on IS NULL AND i.done_on IS NULL)`;

const columns = `f.stream, f.register, f.number, f.title, f.unit, f.status, f.assignee, f.confidentiality, f.revision,
  f.position, ${dueOn} AS "dueOn", f.breaches, f.late_entries AS "lateEntries", f.pending AS "pendingCorrections"`;

const summaryOf = ({ assignee, dueOn, ...row }: Row): FileSummary => ({
  ...row,
  ...(assignee === null ? {} : { assignee }),
  ...(dueOn === null ? {} : { dueOn }),
});

export interface FileFilter extends PageOptions {
  /** Words of the number or the title, in any order, with or without diacritics; each may be cut short. */
  readonly q?: string;
  readonly register?: string;
  readonly units?: readonly string[];
  readonly status?: string;
  readonly assignee?: string;
}

/** Files, the last touched first. Sealed ones are left out for who may not see them. */
export const files = async (db: Db, viewer: Viewer, filter: FileFilter = {}): Promise<Page<FileSummary>> => {
  const { q = '', register, units, status, assignee } = filter;
  const words = searchQuery(q);
  const parameters = placeholders();
  const { add, values } = parameters;
  const where = [
    inScope(viewer, 'f.unit', parameters),
    mayBeNamed(viewer, parameters),
    ...(words === undefined ? [] : [`f.words @@ ${add(words)}::tsquery`]),
    ...(register === undefined ? [] : [`f.register = ${add(register)}`]),
    ...(units === undefined ? [] : [`f.unit = ANY(${add(units)}::text[])`]),
    ...(status === undefined ? [] : [`f.status = ${add(status)}`]),
    ...(assignee === undefined ? [] : [`f.assignee = ${add(assignee)}`]),
  ].join(' AND ');
  const from = `FROM read_models.file f WHERE ${where}`;
  const [counted] = await rowsOf<{ total: number }>(db, `SELECT count(*)::int AS total ${from}`, [...values]);
  const page = pageSql(filter, parameters);
  const rows = await rowsOf<Row>(db, `SELECT ${columns} ${from} ORDER BY f.position DESC ${page}`, values);
  return { total: counted?.total ?? 0, rows: rows.map(summaryOf) };
};

/** The summaries of some files, by stream; those outside the scope, or sealed, are missing. */
export const filesNamed = async (
  db: Db,
  viewer: Viewer,
  streams: readonly string[],
): Promise<ReadonlyMap<string, FileSummary>> => {
  const parameters = placeholders();
  const named = parameters.add(streams);
  const where = `${inScope(viewer, 'f.unit', parameters)} AND ${mayBeNamed(viewer, parameters)}`;
  const rows = await rowsOf<Row>(
    db,
    `SELECT ${columns} FROM read_models.file f WHERE f.stream = ANY(${named}::text[]) AND ${where}`,
    parameters.values,
  );
  return new Map(rows.map((row) => [row.stream, summaryOf(row)]));
};

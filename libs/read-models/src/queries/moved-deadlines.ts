import type { DocketName } from '#casework';
import { published } from './published.js';
import { placeholders, rowsOf, type Db, type Placeholders } from './statement.js';
import { inScope, mayBeNamed, pageSql, type Page, type PageOptions, type Viewer } from './viewer.js';

/** A due date that a change of the law moved. Of a sealed file only what is counted may be seen. */
export interface MovedDeadline {
  readonly position: string;
  readonly event: string;
  readonly recordedAt: Date;
  readonly unit: string;
  readonly docket: DocketName;
  readonly kind?: string;
  /** Absent where there was none before. */
  readonly from?: string;
  /** Absent where there is none any more. */
  readonly to?: string;
  /** The article of the term. */
  readonly basis?: string;
  /** The file may not be named: what follows is empty. */
  readonly sealed: boolean;
  readonly item: string;
  readonly stream: string;
  readonly number: string;
  readonly title: string;
  readonly subject?: string;
  readonly assignee?: string;
}

/** A reference event that moved due dates. */
export interface MovingEvent {
  readonly event: string;
  readonly position: string;
  readonly type: string;
  readonly data: unknown;
  readonly recordedAt: Date;
  /** How many due dates, in how many files. */
  readonly moved: number;
  readonly files: number;
}

export interface MovedFilter extends PageOptions {
  readonly units?: readonly string[];
  /** The reference event. */
  readonly event?: string;
  /** The stream of a file. */
  readonly file?: string;
}

interface Row {
  readonly position: string;
  readonly event: string;
  readonly recordedAt: Date;
  readonly unit: string;
  readonly docket: DocketName;
  readonly kind: string | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly basis: string | null;
  readonly named: boolean;
  readonly item: string;
  readonly stream: string;
  readonly number: string | null;
  readonly title: string | null;
  readonly subject: string | null;
  readonly assignee: string | null;
}

const moved = ({ named, item, stream, number, title, subject, assignee, ...row }: Row): MovedDeadline => {
  const { kind, from, to, basis, ...counted } = row;
  const shown = {
    ...counted,
    ...(kind === null ? {} : { kind }),
    ...(from === null ? {} : { from }),
    ...(to === null ? {} : { to }),
    ...(basis === null ? {} : { basis }),
  };
  if (!named) return { ...shown, sealed: true, item: '', stream: '', number: '', title: '' };
  return {
    ...shown,
    sealed: false,
    item,
    stream,
    number: number ?? '',
    title: title ?? '',
    ...(subject === null ? {} : { subject }),
    ...(assignee === null ? {} : { assignee }),
  };
};

const conditions = (viewer: Viewer, { units, event, file }: MovedFilter, parameters: Placeholders) =>
  [
    published('m.position'),
    inScope(viewer, 'm.unit', parameters),
    ...(units === undefined ? [] : [`m.unit = ANY(${parameters.add(units)}::text[])`]),
    ...(event === undefined ? [] : [`c.event = ${parameters.add(event)}`]),
    // Who asks for a file by its name must be allowed to know it.
    ...(file === undefined ? [] : [`m.file = ${parameters.add(file)} AND ${mayBeNamed(viewer, parameters)}`]),
  ].join(' AND ');

const from = `FROM read_models.deadline_move m JOIN read_models.law_change c ON c.position = m.position
  LEFT JOIN read_models.file f ON f.stream = m.file`;

/** Due dates that changes of the law moved, the latest change first, within it by the new date. */
export const movedDeadlines = async (
  db: Db,
  viewer: Viewer,
  filter: MovedFilter = {},
): Promise<Page<MovedDeadline>> => {
  const parameters = placeholders();
  const { values } = parameters;
  const where = conditions(viewer, filter, parameters);
  const [counted] = await rowsOf<{ total: number }>(db, `SELECT count(*)::int AS total ${from} WHERE ${where}`, [
    ...values,
  ]);
  const named = `coalesce(${mayBeNamed(viewer, parameters)}, false)`;
  const rows = await rowsOf<Row>(
    db,
    `SELECT chosen.*, d.attributes->>'basis' AS basis FROM (
       SELECT m.position, c.event, c.recorded_at AS "recordedAt", m.unit, m.docket, m.kind, m.due_from AS "from",
              m.due_to AS "to", ${named} AS named, m.item, m.file AS stream, f.number, f.title, m.subject, f.assignee
       ${from} WHERE ${where} ORDER BY m.position DESC, m.due_to, m.item ${pageSql(filter, parameters)}) chosen
     LEFT JOIN read_models.docket_item_detail d ON d.id = chosen.item AND d.known_from = chosen.position
     ORDER BY chosen.position DESC, chosen."to", chosen.item`,
    values,
  );
  return { total: counted?.total ?? 0, rows: rows.map(moved) };
};

/** The changes of the law that moved due dates, the latest first. */
export const movingEvents = (
  db: Db,
  viewer: Viewer,
  filter: Pick<MovedFilter, 'units'> = {},
): Promise<readonly MovingEvent[]> => {
  const parameters = placeholders();
  const where = conditions(viewer, filter, parameters);
  return rowsOf<MovingEvent>(
    db,
    `SELECT c.event, c.position, c.type, c.data, c.recorded_at AS "recordedAt", counted.moved, counted.files
     FROM (SELECT m.position, count(*)::int AS moved, count(DISTINCT m.file)::int AS files
           FROM read_models.deadline_move m WHERE ${where} GROUP BY m.position) counted
     JOIN read_models.law_change c ON c.position = counted.position ORDER BY c.position DESC LIMIT 200`,
    parameters.values,
  );
};

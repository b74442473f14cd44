import { placeholders, rowsOf, type Db } from './statement.js';
import { inScope, mayBeNamed, pageSql, type Page, type PageOptions, type Viewer } from './viewer.js';

export interface OversightFilter extends PageOptions {
  readonly units?: readonly string[];
  /** Whose files; everybody's when absent. */
  readonly assignee?: string;
}

interface FileName {
  readonly stream: string;
  readonly register: string;
  readonly number: string;
  readonly title: string;
  readonly unit: string;
}

const fileName = 'f.stream, f.register, f.number, f.title';

/** A page of rows that hang on files (alias f), with their total. */
const pageOf = async <Row extends object>(
  db: Db,
  viewer: Viewer,
  filter: OversightFilter,
  query: {
    readonly select: string;
    readonly from: string;
    readonly unit: string;
    readonly order: string;
    readonly only?: string;
    readonly also?: (add: (value: unknown) => string) => string;
  },
): Promise<Page<Row>> => {
  const parameters = placeholders();
  const { add, values } = parameters;
  const where = [
    query.only ?? 'true',
    query.also?.(add) ?? 'true',
    inScope(viewer, query.unit, parameters),
    mayBeNamed(viewer, parameters),
    ...(filter.units === undefined ? [] : [`${query.unit} = ANY(${add(filter.units)}::text[])`]),
    ...(filter.assignee === undefined ? [] : [`f.assignee = ${add(filter.assignee)}`]),
  ].join(' AND ');
  const body = `FROM ${query.from} WHERE ${where}`;
  const [counted] = await rowsOf<{ total: number }>(db, `SELECT count(*)::int AS total ${body}`, [...values]);
  const page = pageSql(filter, parameters);
  const rows = await rowsOf<Row>(db, `SELECT ${query.select} ${body} ORDER BY ${query.order} ${page}`, values);
  return { total: counted?.total ?? 0, rows };
};

export interface BreachRow extends FileName {
  readonly id: string;
  readonly code: string;
  readonly text: string;
  readonly basis: string;
  readonly detail: string;
  /** The event of the fact. */
  readonly fact: string;
  readonly on: string;
  readonly assignee: string | null;
}

/** Breaches, the latest first. */
export const breachList = (db: Db, viewer: Viewer, filter: OversightFilter = {}): Promise<Page<BreachRow>> =>
  pageOf<BreachRow>(db, viewer, filter, {
    select: `i.id, ${fileName}, i.unit, i.kind AS code, d.attributes->>'text' AS text, d.attributes->>'basis' AS basis,
      d.attributes->>'detail' AS detail, d.evidence[1] AS fact, i.opened_on AS "on", f.assignee`,
    from: `read_models.docket_item i JOIN read_models.file f ON f.stream = i.file
      JOIN read_models.docket_item_detail d ON d.id = i.id AND d.known_from = i.known_from`,
    only: `i.docket = 'breach'`,
    unit: 'i.unit',
    order: 'i.opened_on DESC, i.id',
  });

export interface LateEntryItem extends FileName {
  readonly id: string;
  readonly type: string;
  readonly on: string;
  readonly recordedAt: Date;
  readonly days: number;
  readonly actor: string;
  readonly position: string;
}

/** Facts recorded after their day, the latest recorded first. */
export const lateEntries = (db: Db, viewer: Viewer, filter: OversightFilter = {}): Promise<Page<LateEntryItem>> =>
  pageOf<LateEntryItem>(db, viewer, filter, {
    select: `l.id, ${fileName}, l.unit, l.type, l.on_day AS "on", l.recorded_at AS "recordedAt", l.days, l.actor, l.position`,
    from: 'read_models.late_entry l JOIN read_models.file f ON f.stream = l.file',
    unit: 'l.unit',
    order: 'l.position DESC, l.id',
  });

export interface PendingItem extends FileName {
  readonly id: string;
  readonly requestedBy: string;
  readonly recordedAt: Date;
  /** The request as it was recorded: day, changes, reason. */
  readonly data: unknown;
}

export interface PendingFilter extends OversightFilter {
  /** Who asked; everybody's requests when absent. */
  readonly requestedBy?: string;
}

/** Corrections that wait for a decision, the oldest first. */
export const pendingCorrections = (db: Db, viewer: Viewer, filter: PendingFilter = {}): Promise<Page<PendingItem>> =>
  pageOf<PendingItem>(db, viewer, filter, {
    ...(filter.requestedBy === undefined ? {} : { also: (add) => `p.requested_by = ${add(filter.requestedBy)}` }),
    select: `p.id, ${fileName}, p.unit, p.requested_by AS "requestedBy", p.recorded_at AS "recordedAt", p.data`,
    from: 'read_models.pending_correction p JOIN read_models.file f ON f.stream = p.file',
    unit: 'p.unit',
    order: 'p.recorded_at, p.id',
  });

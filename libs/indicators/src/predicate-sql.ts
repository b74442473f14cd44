import type { Count } from './indicator.js';
import type { Predicate, Window } from './predicate.js';

/** Values by placeholder: the same value is sent once. */
export interface Parameters {
  readonly values: readonly string[];
  /** @returns its placeholder, `$n` */
  readonly add: (value: string) => string;
}

/** @param first the number of the first placeholder, where the statement has some of its own before */
export const parameters = (first = 1): Parameters => {
  const values: string[] = [];
  return {
    values,
    add: (value) => {
      const known = values.indexOf(value);
      return `$${(known < 0 ? values.push(value) - 1 : known) + first}`;
    },
  };
};

/** How the table keeps its days. */
export interface SqlOptions {
  readonly dates?: 'date' | 'text';
}

/**
 * The predicate as an SQL condition (never NULL) over a table of narrow columns: docket, unit, opened_on, due_on,
 * closed_on, done_on, outcome, on_time, kind, file, subject, and dues (jsonb: an array of {from, due}, oldest first,
 * NULL or empty when the due date never changed). It means what `holds` means, the view as of the window's day included.
 */
export const predicateSql = (
  predicate: Predicate,
  window: Window,
  parameter: Parameters,
  { dates = 'text' }: SqlOptions = {},
): string => {
  const day = (value: string) => `${parameter.add(value)}::${dates}`;
  const viewed = window.day;
  const ended = () =>
    viewed === undefined ? 'closed_on is not null' : `(closed_on is not null and closed_on <= ${day(viewed)})`;
  const endedBy = (at: string, compare: '<' | '<=') => `(${ended()} and closed_on ${compare} ${day(at)})`;
  const { from, to, end } = window;
  const dueAtEnd = () =>
    `case when dues is null or dues = '[]'::jsonb then due_on else coalesce((select (d->>'due')::${dates} from jsonb_array_elements(dues) with ordinality as decided(d, nth) where (d->>'from')::${dates} <= ${day(end)} order by nth desc limit 1), (dues->0->>'due')::${dates}, due_on) end`;
  const oneOf = (column: string, values: readonly string[]) =>
    values.length === 0 ? 'false' : `coalesce(${column} in (${values.map(parameter.add).join(', ')}), false)`;

  const sql = (part: Predicate): string => {
    switch (part.is) {
      case 'all':
        return part.of.length === 0 ? 'true' : `(${part.of.map(sql).join(' and ')})`;
      case 'any':
        return part.of.length === 0 ? 'false' : `(${part.of.map(sql).join(' or ')})`;
      case 'not':
        return `(not ${sql(part.of)})`;
      case 'outcomeIn':
        return viewed === undefined
          ? oneOf('outcome', part.values)
          : `(${ended()} and ${oneOf('outcome', part.values)})`;
      case 'kindIn':
        return oneOf('kind', part.values);
      case 'onTime':
        return viewed === undefined
          ? 'coalesce(on_time, false)'
          : `(coalesce(on_time, false) and coalesce(coalesce(done_on, closed_on) <= ${day(viewed)}, false))`;
      case 'timed':
        return '(due_on is not null)';
      case 'closed':
        return `(${ended()})`;
      case 'openedIn':
        return `(opened_on >= ${day(from)} and opened_on <= ${day(to)})`;
      case 'closedIn':
        return `(${ended()} and closed_on >= ${day(from)} and closed_on <= ${day(to)})`;
      case 'openAt':
        return part.at === 'start'
          ? `(opened_on < ${day(from)} and not ${endedBy(from, '<')})`
          : `(opened_on <= ${day(end)} and not ${endedBy(end, '<=')})`;
      case 'liveDuring':
        return `(opened_on <= ${day(to)} and not ${endedBy(from, '<')})`;
      case 'overdueAtEnd':
        return `(opened_on <= ${day(end)} and not ${endedBy(end, '<=')} and coalesce((${dueAtEnd()}) < ${day(end)}, false))`;
    }
  };
  const condition = sql(predicate);
  return viewed === undefined ? condition : `(opened_on <= ${day(viewed)} and ${condition})`;
};

const counted = { file: 'distinct file', subject: "distinct file || '/' || coalesce(subject, '')" } as const;

/** The count as an SQL aggregate, to stand beside others in one statement over the same table. */
export const countSql = (
  { docket, where, distinct }: Count,
  window: Window,
  parameter: Parameters,
  options?: SqlOptions,
): string =>
  `count(${distinct ? counted[distinct] : '*'}) filter (where docket = ${parameter.add(docket)} and ${predicateSql(where, window, parameter, options)})`;

import type { Position } from '#engine';
import { supersededVersions } from './published.js';
import type { Placeholders } from './statement.js';

const columns = `id, docket, file, unit, opened_on, due_on, closed_on, done_on, outcome, on_time, kind, subject, assignee,
  breaches, dues, rests_terms, rests_from, rests_to, known_from`;

/**
 * The items as they were known at a position: those known now, and those superseded since.
 * @param position the latest when absent
 */
export const versionsAt = (position: Position | undefined, { add }: Placeholders): string => {
  if (position === undefined) return 'read_models.docket_item';
  const at = add(position);
  return `(SELECT ${columns} FROM read_models.docket_item WHERE known_from <= ${at}
    UNION ALL
    SELECT ${columns} FROM ${supersededVersions} superseded WHERE known_from <= ${at} AND known_to > ${at})`;
};

import type { DocketName } from '#casework';
import { supersededVersions } from './published.js';
import { placeholders, rowsOf, type Db } from './statement.js';
import { inScope, type Viewer } from './viewer.js';

/** An open due date of one person. */
export interface OwnDeadline {
  readonly item: string;
  readonly stream: string;
  readonly docket: DocketName;
  readonly unit: string;
  readonly dueOn: string;
  /** How often what is known of the item has changed. */
  readonly changes: number;
  /** When it changed last. */
  readonly changedAt: Date;
}

/** What a calendar can show without growing out of hand; the soonest come first. */
const MOST = 1_000;

/** The open due dates of a person, the soonest first. */
export const ownDeadlines = (
  db: Db,
  viewer: Pick<Viewer, 'scope' | 'maySeeSealed'> & { readonly person: string },
): Promise<readonly OwnDeadline[]> => {
  const parameters = placeholders();
  const where = `${inScope(viewer, 'i.unit', parameters)} AND i.assignee = ${parameters.add(viewer.person)}`;
  return rowsOf<OwnDeadline>(
    db,
    `SELECT i.id AS item, i.file AS stream, i.docket, i.unit, i.due_on AS "dueOn",
            (SELECT count(*)::int FROM ${supersededVersions} h WHERE h.id = i.id) AS changes,
            coalesce((SELECT m.second FROM read_models.moment m WHERE m.position >= i.known_from
                       ORDER BY m.position LIMIT 1), 'epoch') AS "changedAt"
     FROM read_models.docket_item i
     WHERE i.closed_on IS NULL AND i.done_on IS NULL AND i.due_on IS NOT NULL AND i.docket <> 'breach' AND ${where}
     ORDER BY i.due_on, i.id LIMIT ${MOST}`,
    parameters.values,
  );
};

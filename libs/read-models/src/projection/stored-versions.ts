import type { ClientBase } from 'pg';
import type { Item } from '#indicators';
import type { Version } from '../tables.js';
import { tableOf, type Suffix } from './write.js';

export interface VersionRow {
  readonly id: string;
  readonly docket: Item['docket'];
  readonly file: string;
  readonly unit: string;
  readonly opened_on: string;
  readonly due_on: string | null;
  readonly closed_on: string | null;
  readonly done_on: string | null;
  readonly outcome: string | null;
  readonly on_time: boolean | null;
  readonly kind: string | null;
  readonly subject: string | null;
  readonly assignee: string | null;
  readonly breaches: number;
  readonly dues: Item['dues'];
  readonly rests_terms: string[] | null;
  readonly rests_from: string | null;
  readonly rests_to: string | null;
  readonly known_from: string;
  readonly attributes: Item['attributes'];
  readonly evidence: string[];
}

/** The columns of an item and its detail, as aliases i and d. */
export const versionColumns = `i.id, i.docket, i.file, i.unit, i.opened_on, i.due_on, i.closed_on, i.done_on, i.outcome, i.on_time,
  i.kind, i.subject, i.assignee, i.breaches, i.dues, i.rests_terms, i.rests_from, i.rests_to, i.known_from, d.attributes, d.evidence`;

export const itemOf = (row: VersionRow): Item => ({
  docket: row.docket,
  id: row.id,
  file: row.file,
  unit: row.unit,
  openedOn: row.opened_on,
  ...(row.due_on === null ? {} : { dueOn: row.due_on }),
  ...(row.closed_on === null ? {} : { closedOn: row.closed_on }),
  ...(row.done_on === null ? {} : { doneOn: row.done_on }),
  ...(row.outcome === null ? {} : { outcome: row.outcome }),
  ...(row.on_time === null ? {} : { onTime: row.on_time }),
  ...(row.kind === null ? {} : { kind: row.kind }),
  ...(row.subject === null ? {} : { subject: row.subject }),
  ...(row.assignee === null ? {} : { assignee: row.assignee }),
  dues: row.dues,
  ...(row.rests_terms === null
    ? {}
    : {
        restsOn: {
          terms: row.rests_terms,
          ...(row.rests_from === null ? {} : { from: row.rests_from }),
          ...(row.rests_to === null ? {} : { to: row.rests_to }),
        },
      }),
  breaches: row.breaches,
  attributes: row.attributes,
  evidence: row.evidence,
});

/** The items of some files as the tables have them now, by file. */
export const storedVersions = async (
  client: ClientBase,
  files: readonly string[],
  suffix: Suffix,
): Promise<ReadonlyMap<string, ReadonlyMap<string, Version>>> => {
  const byFile = new Map<string, Map<string, Version>>(files.map((file) => [file, new Map()]));
  if (files.length === 0) return byFile;
  const { rows } = await client.query<VersionRow>({
    name: `stored_versions${suffix}`,
    text: `SELECT ${versionColumns} FROM ${tableOf('docket_item', suffix)} i
           JOIN ${tableOf('docket_item_detail', suffix)} d ON d.id = i.id AND d.known_from = i.known_from
           WHERE i.file = ANY($1::text[])`,
    values: [files],
  });
  for (const row of rows) byFile.get(row.file)?.set(row.id, { item: itemOf(row), knownFrom: row.known_from });
  return byFile;
};

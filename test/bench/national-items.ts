import type { ClientBase } from 'pg';

/** The dockets, how their items end, and how many of a hundred they are. */
const dockets = [
  { docket: 'crimeReport', outcomes: ['initiated', 'notInitiated', 'transferred', 'suspended'], share: 18 },
  { docket: 'investigation', outcomes: ['concluded', 'terminated', 'suspended', 'transferred'], share: 14 },
  { docket: 'prosecution', outcomes: ['prosecuted', 'returned', 'terminated', 'suspended', 'transferred'], share: 14 },
  { docket: 'court', outcomes: ['judged', 'returned', 'withdrawn', 'terminated'], share: 13 },
  { docket: 'accused', outcomes: ['sameClause', 'otherClause', 'lighterOffence', 'acquitted'], share: 16 },
  { docket: 'return', outcomes: ['grounded', 'ungrounded'], share: 3 },
  { docket: 'protest', outcomes: ['accepted', 'partlyAccepted', 'rejected', 'withdrawn'], share: 2 },
  { docket: 'recommendation', outcomes: ['accepted', 'partlyAccepted', 'rejected'], share: 5 },
  { docket: 'petition', outcomes: ['resolved', 'forwarded', 'filed', 'withdrawn'], share: 10 },
  { docket: 'breach', outcomes: [], share: 5 },
];

/** How many are put in by one statement. */
const AT_ONCE = 500_000;

const secondary = `SELECT indexrelid::regclass::text AS name, pg_get_indexdef(indexrelid) AS definition FROM pg_index
  WHERE indrelid = 'read_models.docket_item'::regclass AND NOT indisprimary`;

/**
 * Invented items of five years, spread over units: one in twenty is open, one in ten closed late, one in seven of a
 * file that has another in the same docket. The same number gives the same items.
 */
export const inventItems = async (client: ClientBase, items: number, units: readonly string[]): Promise<void> => {
  const slots = dockets.flatMap(({ docket, outcomes, share }) =>
    Array.from({ length: share }, () => ({ docket, outcomes: outcomes.join(' ') })),
  );
  const { rows: indexes } = await client.query<{ name: string; definition: string }>(secondary);
  for (const { name } of indexes) await client.query(`DROP INDEX ${name}`);
  for (let from = 0; from < items; from += AT_ONCE)
    await client.query(
      `INSERT INTO read_models.docket_item (id, docket, file, unit, opened_on, due_on, closed_on, outcome, on_time, kind,
         subject, breaches, dues, known_from)
       SELECT 'invented-' || n, docket, file, unit, opened::text, CASE WHEN docket <> 'breach' THEN due::text END,
         closed::text, CASE WHEN closed IS NOT NULL THEN outcomes[1 + n % cardinality(outcomes)] END,
         CASE WHEN closed IS NOT NULL THEN closed <= due END,
         CASE docket WHEN 'return' THEN (ARRAY['procuracy', 'presidingJudge', 'panel'])[1 + n % 3] WHEN 'accused' THEN '173' END,
         CASE docket WHEN 'accused' THEN 'accused-' || n % 3 END, 0, '[]', lpad('1', 20, '0')
       FROM (SELECT n, slot.docket, string_to_array(slot.outcomes, ' ') AS outcomes,
               'invented-' || CASE n % 7 WHEN 0 THEN n - 7 ELSE n END AS file,
               ($4::text[])[1 + hashint8(n) % $5 + CASE WHEN hashint8(n) % $5 < 0 THEN $5 ELSE 0 END] AS unit,
               opened, opened + 60 AS due,
               CASE WHEN n % 20 = 0 OR slot.outcomes = '' THEN NULL
                    ELSE opened + CASE WHEN n % 10 = 1 THEN 75 ELSE (10 + n % 50)::int END END AS closed
             FROM generate_series($1::bigint, $2::bigint) AS n
             CROSS JOIN LATERAL (SELECT date '2021-12-01' + ((n * 7919) % 1815)::int AS opened) AS dated
             CROSS JOIN LATERAL (SELECT ($3::text[])[1 + n % 100] AS docket, ($6::text[])[1 + n % 100] AS outcomes) AS slot) AS made`,
      [
        from + 1,
        Math.min(from + AT_ONCE, items),
        slots.map(({ docket }) => docket),
        units,
        units.length,
        slots.map(({ outcomes }) => outcomes),
      ],
    );
  for (const { definition } of indexes) await client.query(definition);
  await client.query('ANALYZE read_models.docket_item');
};

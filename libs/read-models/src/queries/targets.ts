import type { Position } from '#engine';
import { evolveTargets, noTargets, targetCatalogue, type TargetFact, type Targets } from '#indicators';
import { schemaOf } from '#engine';
import { rowsOf, type Db } from './statement.js';

const targetFact = schemaOf(targetCatalogue);

/** Every target assigned by a position; all of them when it is absent. */
export const targetsAt = async (db: Db, position: Position | undefined): Promise<Targets> => {
  const rows = await rowsOf<{ stream: string; type: string; data: unknown }>(
    db,
    `SELECT stream, type, data FROM read_models.target WHERE $1::text IS NULL OR position <= $1 ORDER BY position`,
    [position ?? null],
  );
  return rows.reduce((targets: Targets, { stream, type, data }) => {
    const fact: TargetFact = targetFact.parse({ type, data });
    return evolveTargets(targets, stream, fact);
  }, noTargets);
};

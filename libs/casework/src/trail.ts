import { changed, type Fact, type Recorded } from '#engine';
import type { Severity } from '#law';
import type { FileState, Mark } from './file.js';

interface Standing {
  readonly status: string;
  readonly unit: string;
  readonly assignee?: string | undefined;
  readonly severity?: Severity | undefined;
}

const markOf = ({ id, fact, metadata }: Recorded, { status, unit, assignee, severity }: Standing): Mark => ({
  id,
  fact,
  reference: metadata.reference,
  historical: metadata.historicalImport === true,
  status,
  unit,
  assignee,
  severity,
});

/** A register's fold that also keeps the way the file has come: each fact with how the file stood after it. */
export const trailing =
  <S extends FileState, F extends Fact>(evolve: (state: S, recorded: Recorded<F>) => S) =>
  (before: S, recorded: Recorded<F>): S => {
    const after = evolve(before, recorded);
    return changed(after, { trail: [...(before.trail ?? []), markOf(recorded, after)] });
  };

import type { StoredEvent } from '#engine';
import type { Item } from '#indicators';
import type { DeadlineMoveRow, LawChangeRow } from '../law-change-tables.js';
import type { Difference } from './versions.js';

/** The due dates that a reference event moved in one file. */
export const deadlineMoves = (
  { position }: StoredEvent,
  { made, superseded }: Pick<Difference, 'made' | 'superseded'>,
): readonly DeadlineMoveRow[] => {
  const before = new Map(superseded.map(({ item }) => [item.id, item]));
  const after = new Map(made.map(({ item }) => [item.id, item]));
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((id) => {
    const [was, is] = [before.get(id), after.get(id)];
    const item: Item | undefined = is ?? was;
    if (!item || was?.dueOn === is?.dueOn) return [];
    const { file, unit, docket, kind, subject } = item;
    return [
      {
        position,
        item: id,
        file,
        unit,
        docket,
        ...(kind === undefined ? {} : { kind }),
        ...(subject === undefined ? {} : { subject }),
        ...(was?.dueOn === undefined ? {} : { from: was.dueOn }),
        ...(is?.dueOn === undefined ? {} : { to: is.dueOn }),
      },
    ];
  });
};

export const lawChangeRow = ({ id, position, stream, type, data, metadata }: StoredEvent): LawChangeRow => ({
  event: id,
  position,
  stream,
  type,
  data,
  recordedAt: metadata.recordedAt,
});

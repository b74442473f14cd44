import { usePeople, useUnits } from '../api/queries.js';
import type { FileView } from '../api/types.js';
import { withinFile } from '../record/within-file.js';
import type { Names } from './facts.js';

/** The names that a file's facts need. */
export const useNames = (file: FileView): Names => {
  const people = usePeople();
  const units = useUnits();
  const { accused, files } = withinFile(file);
  return {
    person: (id) =>
      people.data?.find(({ personId }) => personId === id)?.name ??
      file.timeline.find(({ actor }) => actor === id)?.actorName ??
      id,
    unit: (code) => units.data?.find((unit) => unit.code === code)?.name ?? code,
    file: (stream) => files.find(({ id }) => id === stream)?.label ?? stream,
    accused: (id) => {
      const name = accused.find((one) => one.id === id)?.label;
      return name ? `${name} (${id})` : id;
    },
  };
};

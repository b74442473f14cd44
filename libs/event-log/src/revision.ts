import { RevisionConflict, type Expected, type Revision } from '#engine';

const asExpected = (revision: Revision): Expected => (revision === -1 ? 'noStream' : revision);

/** -1, inside the engines, stands for a stream that isn't there. */
export const conflictOf = (stream: string, expected: Revision, actual: Revision): RevisionConflict =>
  new RevisionConflict(stream, asExpected(expected), asExpected(actual));

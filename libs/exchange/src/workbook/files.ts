import { registerNamed, registers, type RegisterName } from '#casework';
import { derivedId, effectiveHistory, START, type Digest, type EventLog } from '#engine';
import { CellProblem } from './cell.js';
import { nameKey } from './layout.js';

/** A file of the log, by what people know it by. */
interface KnownFile {
  readonly stream: string;
  readonly unit: string;
  /** As its first fact has it; empty for one that began mid-life. */
  readonly number: string;
}

/** The files of a log when it was read. */
export interface FilesInLog {
  readonly has: (stream: string) => boolean;
  readonly numbered: (register: RegisterName, number: string) => readonly KnownFile[];
}

const names = Object.keys(registers) as RegisterName[];

/** Reads which files a log holds: the first fact of each. */
export const filesInLog = async (log: EventLog, onProgress?: (files: number) => void): Promise<FilesInLog> => {
  const streams = new Set<string>();
  const byNumber = new Map<string, KnownFile[]>();
  const streamPrefixes = names.map((name) => `${name}-`);
  for (let after = START, caughtUp = false; !caughtUp;) {
    const page = await log.readAll({ after, limit: 5000, filter: { streamPrefixes } });
    for (const event of page.events.filter(({ revision }) => revision === 0)) {
      const { stream } = event;
      const register = stream.slice(0, stream.indexOf('-')) as RegisterName;
      const { initial, evolve } = registerNamed(register);
      const { number, unit } = effectiveHistory([event]).reduce(evolve, initial);
      streams.add(stream);
      const key = `${register}/${nameKey(number)}`;
      byNumber.set(key, [...(byNumber.get(key) ?? []), { stream, unit, number }]);
    }
    ({ next: after, caughtUp } = page);
    onProgress?.(streams.size);
  }
  return {
    has: (stream) => streams.has(stream),
    numbered: (register, number) => byNumber.get(`${register}/${nameKey(number)}`) ?? [],
  };
};

/** Where a number is written: the register, the number, and the unit of the row. */
export interface Mention {
  readonly register: RegisterName;
  readonly number: string;
  readonly unit: string;
  /** The row opens the file. */
  readonly opens: boolean;
}

/**
 * The stream of a file by its register, unit and number: the same on every run.
 * Two units may use the same number; a file keeps the stream of the unit that opened it.
 */
const streamFor = (digest: Digest, register: RegisterName, unit: string, number: string): string =>
  `${register}-${derivedId(digest, `file/${register}/${unit}/${nameKey(number)}`)}`;

/**
 * Finds the file that a row means. Numbers belong to units: a number stands for the file of the row's unit, else for
 * the only file so numbered, in the log or opened by these rows.
 * @param mentions every row, in reading order
 * @returns a function that throws a CellProblem where several units use the number and none is the row's
 */
export const fileFinder = (digest: Digest, log: FilesInLog, mentions: readonly Mention[]) => {
  const opened = new Map<string, Set<string>>();
  const mentioned = new Map<string, Set<string>>();
  const note = (map: Map<string, Set<string>>, key: string, unit: string) =>
    map.set(key, (map.get(key) ?? new Set()).add(unit));
  const keyOf = (register: RegisterName, number: string) => `${register}/${nameKey(number)}`;
  for (const { register, number, unit, opens } of mentions) {
    note(mentioned, keyOf(register, number), unit);
    if (opens) note(opened, keyOf(register, number), unit);
  }
  return (register: RegisterName, number: string, unit: string): string => {
    const key = keyOf(register, number);
    note(mentioned, key, unit);
    const own = (of: string) => streamFor(digest, register, of, number);
    const streams = new Map(log.numbered(register, number).map((file) => [file.stream, file.unit]));
    for (const one of mentioned.get(key) ?? []) if (log.has(own(one))) streams.set(own(one), one);
    const held = new Set(streams.values());
    for (const one of opened.get(key) ?? []) if (!held.has(one)) streams.set(own(one), one);
    const candidates = [...streams];
    const ofUnit = candidates.filter(([, of]) => of === unit);
    const [found, other] = ofUnit.length > 0 ? ofUnit : candidates;
    if (found && !other) return found[0];
    if (found)
      throw new CellProblem(
        `Có nhiều hồ sơ số “${number}” (${[...new Set(candidates.map(([, of]) => of))].join(', ')}); hãy ghi đúng đơn vị`,
      );
    const [first = unit] = mentioned.get(key) ?? [];
    return own(first);
  };
};

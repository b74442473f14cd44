import type { ClientBase } from 'pg';
import { loadStream, type EventLog, type Fact, type Position, type Register, type StoredEvent } from '#engine';
import type { FileState } from '#casework';
import type { FileRows } from './file-rows.js';
import { fileRows } from './file-rows.js';
import { categoryOf } from './category.js';
import type { Domain, Timeline } from './domain.js';
import { foldEvent, unfolded, type FileFold } from './fold.js';
import { storedVersions } from './stored-versions.js';
import { difference, type Difference, type Versions } from './versions.js';
import type { Suffix } from './write.js';

/** A file and its items, up to the last event taken in. */
export interface Dossier {
  readonly fold: FileFold;
  readonly versions: Versions;
}

const HALF_A_PAIR = /\p{Surrogate}/u;
/** Hardly any text has one of these; only then is it worth looking for halves that stand alone. */
const SUSPECT = /[\0\ud800-\udfff]/;

const isText = (text: string) => !SUSPECT.test(text) || (!text.includes('\0') && !HALF_A_PAIR.test(text));

/** PostgreSQL's text can't hold a zero or half of a surrogate pair, though JSON can. */
const isStorable = (value: unknown): boolean => {
  if (typeof value === 'string') return isText(value);
  if (typeof value !== 'object' || value === null) return true;
  if (Array.isArray(value)) return value.every(isStorable);
  const fields = value as Readonly<Record<string, unknown>>;
  for (const key in fields) if (!isText(key) || !isStorable(fields[key])) return false;
  return true;
};

/** How many streams are asked for at a time; the log may read them together. */
const AT_ONCE = 64;

const wholeStreams = async (log: EventLog, streams: readonly string[]) => {
  const found = new Map<string, readonly StoredEvent[]>();
  for (let i = 0; i < streams.length; i += AT_ONCE)
    await Promise.all(
      streams.slice(i, i + AT_ONCE).map(async (stream) => found.set(stream, await loadStream(log, stream))),
    );
  return found;
};

/** Folds files, and keeps those last used. */
export const dossiers = <R>(
  domain: Domain<R>,
  log: EventLog,
  timeline: Timeline<R>,
  suffix: Suffix,
  cachedEvents: number,
) => {
  const held = new Map<string, Dossier>();
  let events = 0;

  // What was recorded has happened: a rule that came later, or is not kept any more, must not make a file disappear.
  const accepting = new Map(
    Object.entries(domain.registers).map(([name, register]) => [name, { ...register, impossible: [] }]),
  );
  const registerOf = (stream: string): Register<FileState, Fact, R> => {
    const register = accepting.get(categoryOf(stream));
    if (!register) throw new Error(`${stream} belongs to no register`);
    return register;
  };

  const hold = (stream: string, dossier: Dossier) => {
    events += dossier.fold.raw.length - (held.get(stream)?.fold.raw.length ?? 0);
    held.delete(stream);
    held.set(stream, dossier);
  };

  const folded = (stream: string, raw: readonly StoredEvent[]) =>
    raw.reduce((fold, event) => foldEvent(registerOf(stream), fold, event, timeline.at), unfolded(registerOf(stream)));

  return {
    belongs: (stream: string) => domain.registers[categoryOf(stream)] !== undefined,

    /** The file as held; nothing when it must be loaded first. */
    held: (stream: string): Dossier | undefined => held.get(stream),

    empty: (stream: string): Dossier => ({ fold: unfolded(registerOf(stream)), versions: new Map() }),

    /**
     * Files as they stood before a position: events from the log, items from the tables.
     * @returns by stream, or the reason why its events can't be applied
     */
    load: async (client: ClientBase, streams: readonly string[], before: Position) => {
      const [versions, events] = await Promise.all([
        storedVersions(client, streams, suffix),
        wholeStreams(log, streams),
      ]);
      const loaded = new Map<string, Dossier | Error>();
      for (const stream of streams) {
        const raw = (events.get(stream) ?? []).filter(({ position }) => position < before);
        loaded.set(
          stream,
          attempt(() => ({ fold: folded(stream, raw), versions: versions.get(stream) ?? new Map() })),
        );
      }
      return loaded;
    },

    hold,

    /** The file after its next event, and what that changed. */
    advance: (
      stream: string,
      { fold, versions }: Dossier,
      event: StoredEvent,
    ): { dossier: Dossier; change: Difference } => {
      if (!isStorable(event.data)) throw new Error('the event carries characters that no table can hold');
      const next = foldEvent(registerOf(stream), fold, event, timeline.at);
      const items = domain.itemsOf(stream, next.judgement, timeline.at, event.position);
      const change = difference(versions, items, event.position);
      return { dossier: { fold: next, versions: change.versions }, change };
    },

    /** The file's items under the law of a later position. */
    rejudge: (
      stream: string,
      { fold, versions }: Dossier,
      position: Position,
    ): { dossier: Dossier; change: Difference } => {
      const items = domain.itemsOf(stream, fold.judgement, timeline.at, position);
      const change = difference(versions, items, position);
      return { dossier: { fold, versions: change.versions }, change };
    },

    rows: (stream: string, { fold }: Dossier): FileRows => fileRows(stream, fold),

    /** Drops what was used least recently, down to the bound. */
    trim: () => {
      for (const [stream, { fold }] of held) {
        if (events <= cachedEvents) break;
        events -= fold.raw.length;
        held.delete(stream);
      }
    },

    drop: (stream: string) => {
      events -= held.get(stream)?.fold.raw.length ?? 0;
      held.delete(stream);
    },
  };
};
export type Dossiers = ReturnType<typeof dossiers>;

const attempt = <T>(work: () => T): T | Error => {
  try {
    return work();
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
};

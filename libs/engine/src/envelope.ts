/** Where an event stands in the whole log: 20 digits, compared as text. Opaque but for its order. */
export type Position = string;

/** Before the first event. */
export const START: Position = '0'.padStart(20, '0');

/** The number of an event in its stream, from 0. */
export type Revision = number;

/** Who did it, for whom, when the server wrote it down, and what makes a second try harmless. */
export interface Metadata {
  readonly actor: string;
  readonly onBehalfOf?: string;
  /** The unit in whose name the actor wrote: the unit whose register the fact belongs to. */
  readonly unit: string;
  /** The server's clock, an instant in UTC. */
  readonly recordedAt: string;
  readonly commandId: string;
  readonly commandHash: string;
  readonly correlationId: string;
  readonly causationId?: string;
  /** 0: others may view and edit; 1: view only; 2: neither. */
  readonly confidentiality: 0 | 1 | 2;
  readonly traceparent?: string;
  /** The log position of the reference data (law, calendar, units) at which it was decided. */
  readonly reference: Position;
  /** Loaded from older registers under supervision: exempt from the rules, and marked as such for ever. */
  readonly historicalImport?: true;
  /**
   * What the command has for other streams, on its last event in the first one. Only where the log takes one stream at a
   * time: there it is appended afterwards, by whoever comes first.
   */
  readonly also?: readonly OtherHalf[];
}

/** The part of a command's facts that belongs to another stream. */
export interface OtherHalf {
  readonly stream: string;
  /** The last revision of that stream when it was decided; -1 where there was none. */
  readonly seen: Revision;
  readonly facts: readonly Fact[];
}

/** A fact as a register's catalogue names it. `on` is the legal day or instant, chosen by the person. */
export interface Fact {
  readonly type: string;
  readonly data: { readonly on: string };
}

export interface NewEvent {
  readonly id: string;
  readonly type: string;
  readonly schemaVersion: number;
  readonly data: unknown;
  readonly metadata: Metadata;
}

export interface StoredEvent extends NewEvent {
  readonly stream: string;
  readonly revision: Revision;
  readonly position: Position;
}

/** The calendar day of a legal date or instant (instants carry the local offset, so their first ten characters are the day). */
export const dayOf = ({ data: { on } }: Pick<Fact, 'data'>): string => on.slice(0, 10);

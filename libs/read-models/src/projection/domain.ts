import type { Fact, Judgement, Position, ReferenceAt, Register, StoredEvent } from '#engine';
import {
  REFERENCE_STREAMS,
  referenceTimeline,
  registers,
  unitsUnder,
  worksOn,
  type FileState,
  type Reference,
} from '#casework';
import { itemsOf, type Item } from '#indicators';
import type { Nodes } from '../roll-ups/nodes.js';
import { reachOfChange, type Reach } from './reach.js';

/** The law, units and people as they stood at any position; fed with the log's reference events in order. */
export interface Timeline<R> {
  /** @throws when the event can't be applied */
  readonly apply: (event: StoredEvent) => void;
  readonly at: ReferenceAt<R>;
}

/** What the projection has to know of the cases: how files are judged and what items they give. All pure. */
export interface Domain<R = unknown> {
  /** By the category of their streams. */
  readonly registers: Readonly<Record<string, Register<FileState, Fact, R>>>;
  readonly referenceStreams: readonly string[];
  readonly timeline: () => Timeline<R>;
  /** Which open items may have changed when the reference data did. */
  readonly reachOf: (before: R, after: R) => Reach;
  /** Prefixes of the streams that the unit tree is made of. */
  readonly treeStreams: readonly string[];
  /** The units that figures are told for on a day, each with those whose items it counts. */
  readonly nodesOn: (reference: R, day: string) => Nodes;
  /** The items of a file under the law of a position. */
  readonly itemsOf: (
    file: string,
    judgement: Judgement<FileState>,
    referenceAt: ReferenceAt<R>,
    position: Position,
  ) => readonly Item[];
}

/** The five registers, their law and their dockets. */
export const casework: Domain<Reference> = {
  // Each register is typed by its own facts; the projection hands it only events of its own streams.
  registers: registers as unknown as Domain<Reference>['registers'],
  referenceStreams: REFERENCE_STREAMS,
  timeline: referenceTimeline,
  reachOf: (before, after) => reachOfChange(before.law, after.law),
  treeStreams: ['unit-'],
  nodesOn: ({ units }, day) =>
    new Map(
      [...units.values()]
        .filter((unit) => worksOn(unit, day))
        .map(({ code }) => [code, [...unitsUnder(units, code, day)]]),
    ),
  itemsOf,
};

import type { ClientBase } from 'pg';
import { contribute, type Contribution, type Item, type Window } from '#indicators';
import { keptPlan } from './definitions.js';
import { nodesByUnit, type Nodes } from './nodes.js';
import { addToRollUps, dropWindows, makeReady, registerWindows, takeUpWindows, type KeptWindow } from './stored.js';

/** The items of one file. */
type Items = Iterable<Item>;

/** What changes something. */
const moving = (sums: ReadonlyMap<number, Contribution>): ReadonlyMap<number, Contribution> =>
  new Map(
    [...sums].map(([id, contribution]) => [
      id,
      new Map([...contribution].filter(([, counts]) => counts.some((n) => n !== 0))),
    ]),
  );

/** Roll-ups as the one projection that writes them holds them. All that writes joins the caller's transaction. */
export interface RollUps {
  readonly windows: () => readonly KeptWindow[];
  /** Takes in what a batch changed of a file. */
  readonly note: (before: Items, after: Items) => void;
  /** Writes what was noted since the last time. */
  readonly write: () => Promise<void>;
  /** Drops all windows: what they were counted by holds no more. */
  readonly clear: () => Promise<void>;
  /** Begins to count windows: of no file yet. */
  readonly register: (windows: readonly Window[], today: string, nodes: Nodes) => Promise<readonly KeptWindow[]>;
  /**
   * Goes on counting some windows for more files, from their rows as they stand now.
   * @param upTo the last of these files; all files when absent
   * @returns the windows that are still kept
   */
  readonly reach: (windows: readonly KeptWindow[], upTo: string | undefined) => readonly KeptWindow[];
  /** Adds what had been counted before the files of a window were reached: it answers from now on. */
  readonly complete: (counted: ReadonlyMap<number, Contribution>) => Promise<void>;
}

/**
 * Takes up the windows that are whole.
 * @param nodesOn the nodes of the unit tree on a day
 */
export const takeUpRollUps = async (client: ClientBase, nodesOn: (today: string) => Nodes): Promise<RollUps> => {
  let kept = await takeUpWindows(client);
  let nodes: Nodes = new Map();
  let byUnit = nodesByUnit(nodes);
  let sums = new Map<number, Contribution>();
  /** By window, the last of the files that it counts; all of them where it has none. */
  const reached = new Map<number, string>();

  const takeNodes = (given: Nodes) => {
    nodes = given;
    byUnit = nodesByUnit(given);
  };
  const [first] = kept;
  if (first) takeNodes(nodesOn(first.today));

  const nodesOf = (unit: string) => byUnit.get(unit) ?? [];
  const add = (items: Items, times: 1 | -1) => {
    for (const { id, window } of kept) {
      const upTo = reached.get(id);
      const counts = upTo === undefined ? items : [...items].filter(({ file }) => file <= upTo);
      const into: Contribution = sums.get(id) ?? new Map();
      contribute(into, counts, window, keptPlan, nodesOf, times);
      sums.set(id, into);
    }
  };
  const clear = async () => {
    sums = new Map();
    reached.clear();
    if (kept.length === 0) return;
    await dropWindows(
      client,
      kept.map(({ id }) => id),
    );
    kept = [];
  };

  return {
    windows: () => kept,
    note: (before, after) => {
      if (kept.length === 0) return;
      add(before, -1);
      add(after, 1);
    },
    write: async () => {
      const written = moving(sums);
      sums = new Map();
      await addToRollUps(client, written, nodes);
    },
    clear,
    register: async (windows, today, given) => {
      if (kept.some((one) => one.today !== today)) await clear();
      takeNodes(given);
      const registered = await registerWindows(client, windows, today);
      kept = [...kept, ...registered];
      for (const { id } of registered) reached.set(id, '');
      return registered;
    },
    reach: (windows, upTo) => {
      const still = windows.filter(({ id }) => kept.some((one) => one.id === id));
      for (const { id } of still)
        if (upTo === undefined) reached.delete(id);
        else reached.set(id, upTo);
      return still;
    },
    complete: async (counted) => {
      const ready = await makeReady(client, [...counted.keys()]);
      const still = new Map([...counted].filter(([id]) => ready.includes(id)));
      await addToRollUps(client, still, nodes);
    },
  };
};

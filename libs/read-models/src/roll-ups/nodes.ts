import { createHash } from 'node:crypto';

/** Nodes of the unit tree, each with the units whose items are counted for it. */
export type Nodes = ReadonlyMap<string, readonly string[]>;

/** What the members of a node are compared by: the same units in any order give the same key. */
export const membersKey = (members: Iterable<string>): string =>
  createHash('sha1')
    .update([...new Set(members)].sort().join(' '))
    .digest('hex');

/** By unit, the nodes that count its items. */
export const nodesByUnit = (nodes: Nodes): ReadonlyMap<string, readonly string[]> => {
  const found = new Map<string, string[]>();
  for (const [node, members] of nodes)
    for (const unit of new Set(members)) {
      const known = found.get(unit);
      if (known) known.push(node);
      else found.set(unit, [node]);
    }
  return found;
};

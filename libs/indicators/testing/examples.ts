import type { ExampleItems, WorkedExample } from '../src/indicator.js';
import type { Item } from '../src/item.js';

/** The unit that worked examples lie in. */
export const EXAMPLE_UNIT = 'vi-du';

const expanded = ({ times = 1, file, ...item }: ExampleItems, group: number): readonly Item[] =>
  Array.from({ length: times }, (_, i) => ({
    ...item,
    id: `${file ?? `${item.docket}-${group}`}/${group}-${i}`,
    file: file ?? `${item.docket}-${group}-${i}`,
    unit: EXAMPLE_UNIT,
    dues: [],
    breaches: 0,
    attributes: {},
    evidence: [],
  }));

/** The items that a worked example counts. */
export const exampleItems = ({ items }: WorkedExample): readonly Item[] => items.flatMap(expanded);

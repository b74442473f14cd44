import { all, predicateSql, type Predicate, type Window } from '#indicators';
import { sqlParameters, type Placeholders } from './statement.js';

/** Conditions to a column: PostgreSQL's integer keeps its sign for itself. */
const WIDTH = 30;

/** Which conditions hold, by column. */
export type Masks = readonly number[];
export type Test = (masks: Masks) => boolean;

/**
 * Conditions packed into integers, so that rows are grouped by which of them hold: each is worked out once a row,
 * however many figures ask for it.
 */
export const packing = () => {
  const conditions: string[] = [];
  return {
    /** @returns whether the condition holds for rows with these masks */
    add: (sql: string): Test => {
      const known = conditions.indexOf(sql);
      const at = known < 0 ? conditions.push(sql) - 1 : known;
      const [column, bit] = [Math.floor(at / WIDTH), 1 << (at % WIDTH)];
      return (masks) => ((masks[column] ?? 0) & bit) !== 0;
    },
    /** The integers as SQL, one a column; at least one. */
    columns: (): readonly string[] =>
      Array.from({ length: Math.max(1, Math.ceil(conditions.length / WIDTH)) }, (_, column) =>
        [
          '0',
          ...conditions.slice(column * WIDTH, (column + 1) * WIDTH).map((sql, bit) => `((${sql})::int << ${bit})`),
        ].join(' | '),
      ),
  };
};
export type Packing = ReturnType<typeof packing>;

/** A predicate over items packed by the conditions it is made of. */
export const packedTest = (predicate: Predicate, window: Window, packed: Packing, parameters: Placeholders): Test => {
  const condition = (part: Predicate) =>
    packed.add(predicateSql(part, window, sqlParameters(parameters), { dates: 'text' }));
  const test = (part: Predicate): Test => {
    if (part.is === 'not') {
      const holds = test(part.of);
      return (masks) => !holds(masks);
    }
    if (part.is !== 'all' && part.is !== 'any') return condition(part);
    const tests = part.of.map(test);
    return part.is === 'all'
      ? (masks) => tests.every((holds) => holds(masks))
      : (masks) => tests.some((holds) => holds(masks));
  };
  const holds = test(predicate);
  if (window.day === undefined) return holds;
  // What had not been opened by the day of the view counts for nothing, whatever is denied of it.
  const inView = condition(all());
  return (masks) => inView(masks) && holds(masks);
};

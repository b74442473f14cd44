import type { ClientBase } from 'pg';
import type { Position } from '#engine';
import type { Count, Figure, Indicator, Window } from '#indicators';
import { rolledUp } from './rolled-up.js';
import { tallies, type Asked, type UnitGroup } from './tallies.js';

/**
 * What was asked, from roll-ups where they serve and else from the items.
 * @returns for each group, in order, a function from what was asked to its count
 */
const answered = async (
  client: ClientBase,
  groups: readonly UnitGroup[],
  asked: readonly Asked[],
  position: Position | undefined,
): Promise<readonly ((one: Asked) => number)[]> => {
  if (position !== undefined) return tallies(client, groups, asked, position);
  const ready = new Map<Window, readonly ((count: Count) => number)[]>();
  for (const window of new Set(asked.map((one) => one.window))) {
    const counts = asked.flatMap((one) => (one.window === window ? [one.count] : []));
    const answers = await rolledUp(client, groups, counts, window);
    if (answers) ready.set(window, answers);
  }
  const left = asked.filter(({ window }) => !ready.has(window));
  const counted = left.length === 0 ? [] : await tallies(client, groups, left, undefined);
  return groups.map((_, n) => (one) => ready.get(one.window)?.[n]?.(one.count) ?? counted[n]?.(one) ?? 0);
};

/** Numerators and denominators, without the list of items behind them. */
export type CountedFigure = Omit<Figure, 'items'>;

type Declared = Pick<Indicator, 'code' | 'numerator' | 'denominator' | 'beside'>;

/**
 * Figures of indicators for groups of units, each in one or more windows: the same as `evaluate` gives over the items.
 * @returns figures by group, by window, by indicator, in the order given
 */
export const countFigures = async (
  client: ClientBase,
  groups: readonly UnitGroup[],
  table: readonly Declared[],
  windows: readonly Window[],
  position: Position | undefined,
): Promise<readonly (readonly (readonly CountedFigure[])[])[]> => {
  const asked = windows.map((window) =>
    table.map(({ numerator, denominator, beside }) => ({
      numerator: { count: numerator, window },
      denominator: denominator && { count: denominator, window },
      beside: beside.map((one) => ({
        numerator: { count: one.numerator, window },
        denominator: one.denominator && { count: one.denominator, window },
      })),
    })),
  );
  const all = asked.flatMap((figures) =>
    figures.flatMap(({ numerator, denominator, beside }) =>
      [numerator, denominator, ...beside.flatMap((one) => [one.numerator, one.denominator])].flatMap(
        (one) => one ?? [],
      ),
    ),
  );
  const answers = await answered(client, groups, all, position);
  return answers.map((countOf) =>
    asked.map((figures) =>
      figures.map(({ numerator, denominator, beside }, i) => ({
        code: table[i]?.code ?? '',
        numerator: countOf(numerator),
        ...(denominator ? { denominator: countOf(denominator) } : {}),
        beside: beside.map((one, j) => ({
          code: table[i]?.beside[j]?.code ?? '',
          label: table[i]?.beside[j]?.label ?? '',
          numerator: countOf(one.numerator),
          ...(one.denominator ? { denominator: countOf(one.denominator) } : {}),
        })),
      })),
    ),
  );
};

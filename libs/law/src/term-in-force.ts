import type { Clock, Length, Severity } from './clock.js';
import { dayOfMoment } from './dates.js';
import type { Law } from './law.js';
import type { Readings } from './settings.js';
import type { ExtensionRule, Lengths, TermRow } from './term.js';

/** No row of the table gives this clock a length: wrong code or kind, severity missing, or no law at that time. */
export class UnknownTerm extends Error {
  override readonly name = 'UnknownTerm';
  constructor({ term, kind, severity, trigger }: Clock) {
    super(`no term ${[term, kind, severity].filter(Boolean).join('/')} in force on ${trigger}`);
  }
}

const UNITS = ['hours', 'days', 'workingDays', 'months', 'years'] as const;

type AnyLength = { readonly [unit in keyof Length]?: Length[unit] | undefined };

const isOneForAll = (lengths: Lengths): lengths is AnyLength => UNITS.some((unit) => unit in lengths);

/** The length for a severity; undefined where the law gives that class none. */
export const lengthFor = (lengths: Lengths, severity: Severity | undefined): Length | undefined => {
  if (isOneForAll(lengths)) return lengths as Length;
  return severity === undefined
    ? undefined
    : ((lengths as Record<Severity, Length | undefined>)[severity] ?? undefined);
};

const read = (row: TermRow, readings: Readings): TermRow => {
  let result = row;
  for (const { point, reading, lengths, counting, rolls, extensions } of row.readings ?? [])
    if ((readings.get(point) ?? 1) === reading)
      result = {
        ...result,
        lengths: lengths ?? result.lengths,
        counting: counting ?? result.counting,
        rolls: rolls ?? result.rolls,
        extensions: extensions ?? result.extensions,
      };
  return result;
};

/** The row that stood on the day the clock began, as the settled readings have it, if there is one. */
export const termFor = (law: Law, clock: Clock, readings: Readings): TermRow | undefined => {
  const day = dayOfMoment(clock.trigger);
  let fallback: TermRow | undefined;
  for (const row of law.terms.get(clock.term) ?? []) {
    if (row.validFrom > day || (row.validTo !== undefined && row.validTo <= day)) continue;
    if (row.kind === clock.kind) return row.readings ? read(row, readings) : row;
    if (row.kind === undefined) fallback ??= row;
  }
  return fallback?.readings ? read(fallback, readings) : fallback;
};

/**
 * The row that stood on the day the clock began, as the settled readings have it.
 * @throws UnknownTerm when there is none
 */
export const termInForce = (law: Law, clock: Clock, readings: Readings): TermRow => {
  const row = termFor(law, clock, readings);
  if (!row) throw new UnknownTerm(clock);
  return row;
};

export interface AvailableExtension {
  readonly rule: ExtensionRule;
  readonly max: Length;
}

/** The extensions the law offers to a class, in the order they are taken up. */
export const extensionsFor = (row: TermRow, severity: Severity | undefined): readonly AvailableExtension[] =>
  (row.extensions ?? []).flatMap((rule) => {
    const max = lengthFor(rule.max, severity);
    return max ? [{ rule, max }] : [];
  });

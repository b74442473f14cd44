import type { Length } from './clock.js';
import { lastDayToAsk } from './last-day-to-ask.js';
import type { Law } from './law.js';
import type { Run } from './running.js';
import { extensionsFor } from './term-in-force.js';
import type { ExtensionRule } from './term.js';

/** The extension that may still be granted, the most it may add, and the last day to ask for it. */
export const extensionLeft = (
  law: Law,
  { row, way, readings, severity, taken, ceiling, nominal }: Run,
): { readonly rule: ExtensionRule; readonly max: Length; readonly requestBy?: string } | undefined => {
  const available = extensionsFor(row, severity)[taken];
  if (!available) return undefined;
  // Of one that may be used in parts, what the parts so far have left.
  const rest = ceiling === undefined ? undefined : (ceiling - nominal) / way.shift(0, 1);
  if (rest !== undefined && rest <= 0) return undefined;
  const left = rest === undefined ? available : { ...available, max: { days: rest } };
  const { requestDaysBefore } = available.rule;
  return requestDaysBefore === undefined
    ? left
    : { ...left, requestBy: lastDayToAsk({ law, way, readings }, nominal, requestDaysBefore) };
};

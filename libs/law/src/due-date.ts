import type { Clock, Length } from './clock.js';
import { dayOfMoment, isInTime } from './dates.js';
import type { Law } from './law.js';
import { extensionLeft } from './extension-left.js';
import { run, type Judged, type Run } from './running.js';
import { readingsOn, type Readings } from './settings.js';
import type { ExtensionRule } from './term.js';

/** The due date of a clock that stands still: it sorts after every real day. */
export const STANDING_STILL = '9999-12-31';

/** The day after all that can be decided. */
export const FOREVER = '9999-12-31T23:59:59+07:00';

/** One extension as the law judges it. */
export interface JudgedExtension {
  /** The event that recorded it. */
  readonly fact: string;
  readonly decidedOn: string;
  /** The lawful part: `{ days: 0 }` when it was late or none was left. */
  readonly accepted: Length;
  /** Decided after the term had ended: it moves nothing. */
  readonly late: boolean;
  /** Days granted beyond what the law allows; they move nothing. */
  readonly overCeilingBy: number;
  /** Asked for later than the law says, though granted in time: it counts. */
  readonly requestedTooLate: boolean;
  readonly basis?: string;
}

export interface DueDate {
  /** A day, or an instant for terms in hours; `STANDING_STILL` while the clock stands still. */
  readonly due: string;
  /** The end before it is moved over days off. */
  readonly nominal: string;
  /** True while the calendar it rests on may still change. */
  readonly provisional: boolean;
  readonly extensions: readonly JudgedExtension[];
  readonly suspendedSince?: string;
  /** The article that sets the term. */
  readonly basis: string;
  /** False while the term's row awaits confirmation. */
  readonly confirmed: boolean;
}

const NO_EXTENSIONS: readonly JudgedExtension[] = [];

const judgement = ({ extension, accepted, late, overCeilingBy, requestedTooLate, rule }: Judged): JudgedExtension => ({
  fact: extension.fact,
  decidedOn: extension.decidedOn,
  accepted,
  late,
  overCeilingBy,
  requestedTooLate,
  ...(rule ? { basis: rule.basis } : {}),
});

/** The due date of a clock that has been run. */
export const dueOf = ({ due, nominal, way, row, judged, suspendedSince }: Run): DueDate => {
  const extensions = judged.length === 0 ? NO_EXTENSIONS : judged.map(judgement);
  const [end, { basis }, confirmed] = [way.text(nominal), row, row.status === 'confirmed'];
  if (suspendedSince !== undefined)
    return { due: STANDING_STILL, nominal: end, provisional: false, extensions, suspendedSince, basis, confirmed };
  const moved = due === nominal ? end : way.text(due);
  return { due: moved, nominal: end, provisional: way.provisional(), extensions, basis, confirmed };
};

/** The clock as the readings have it, where how it runs is itself open. */
const asRead = (clock: Clock, readings: Readings): Clock => {
  if (clock.otherwise === undefined) return clock;
  const { otherwise, ...read } = clock;
  return otherwise.reduce<Clock>(
    (result, { point, reading, trigger, suspension, extensions }) =>
      (readings.get(point) ?? 1) === reading
        ? {
            ...result,
            ...(trigger === undefined ? {} : { trigger }),
            ...(suspension === undefined ? {} : { suspensions: [...result.suspensions, suspension] }),
            ...(extensions === undefined ? {} : { extensions: [...extensions, ...result.extensions] }),
          }
        : result,
    read,
  );
};

/** The clock under its longer term, where that was decided by a day and before the shorter one had run out. */
const prolonged = (clock: Clock, law: Law, readings: Readings, until: string): Clock => {
  if (clock.prolongation === undefined) return clock;
  const { prolongation, ...shorter } = clock;
  if (prolongation.decidedOn > until) return shorter;
  const { decidedOn, term = shorter.term, kind = shorter.kind } = prolongation;
  const extensions = shorter.extensions.filter((extension) => extension.decidedOn < decidedOn);
  const { due, way } = run({ ...shorter, extensions }, law, readings, decidedOn);
  if (!isInTime(decidedOn, way.text(due))) return shorter;
  return { ...shorter, term, ...(kind === undefined ? {} : { kind }) };
};

/**
 * Runs a clock, longer term and all, through what had been decided by a day.
 * @param readings by default those settled on the day it began
 */
export const runUnderLaw = (
  clock: Clock,
  law: Law,
  until = FOREVER,
  readings = readingsOn(law.settings, dayOfMoment(clock.trigger)),
): Run => run(prolonged(asRead(clock, readings), law, readings, until), law, readings, until);

/**
 * The due date, and the last day to ask for the extension that the law still leaves (none where it leaves or says none,
 * or the clock stands still): both of one run. Nothing is remembered, so the law may be a watched one.
 * @throws UnknownTerm when no row of the law gives it a length
 */
export const dueAndAsking = (clock: Clock, law: Law): { readonly due: DueDate; readonly askBy: string | undefined } => {
  const standing = runUnderLaw(clock, law);
  const due = dueOf(standing);
  return { due, askBy: due.due === STANDING_STILL ? undefined : extensionLeft(law, standing)?.requestBy };
};

/** The last answer for a clock: rules and dockets ask for the same one again and again. */
const answered = new WeakMap<Clock, { readonly law: Law; readonly due: DueDate }>();

/**
 * The due date of a clock with all that has been decided about it.
 * @throws UnknownTerm when no row of the law gives it a length
 */
export const dueDate = (clock: Clock, law: Law): DueDate => {
  const known = answered.get(clock);
  if (known?.law === law) return known.due;
  const due = dueOf(runUnderLaw(clock, law));
  answered.set(clock, { law, due });
  return due;
};

/**
 * The due date from what had been decided by the end of a day.
 * @throws UnknownTerm when no row of the law gives it a length
 */
export const dueOnAt = (clock: Clock, law: Law, day: string): DueDate =>
  dueOf(runUnderLaw(clock, law, `${dayOfMoment(day)}T23:59:59+07:00`));

/**
 * Every due date the clock has had, from the day it was known to hold, oldest first; the first runs from the trigger.
 * @throws UnknownTerm when no row of the law gives it a length
 */
export const dueHistory = (clock: Clock, law: Law): readonly { readonly from: string; readonly due: string }[] => {
  const begun = dayOfMoment(clock.trigger);
  const changes = new Set<string>();
  for (const { decidedOn } of clock.extensions) changes.add(dayOfMoment(decidedOn));
  for (const { from, to } of clock.suspensions) {
    changes.add(dayOfMoment(from));
    if (to !== undefined) changes.add(dayOfMoment(to));
  }
  for (const { on } of clock.reclassifications ?? []) changes.add(on);
  if (clock.prolongation) changes.add(clock.prolongation.decidedOn);
  const history = [{ from: begun, due: dueOnAt(clock, law, begun).due }];
  for (const from of [...changes].filter((day) => day > begun).sort()) {
    const { due } = dueOnAt(clock, law, from);
    if (due !== history.at(-1)?.due) history.push({ from, due });
  }
  return history;
};

/**
 * The extension that may still be granted: under which rule, the most it may add, and the last day to ask; undefined when
 * the law leaves none.
 * @throws UnknownTerm when no row of the law gives the clock a length
 */
export const nextExtension = (
  clock: Clock,
  law: Law,
): { readonly rule: ExtensionRule; readonly max: Length; readonly requestBy?: string } | undefined =>
  extensionLeft(law, runUnderLaw(clock, law));

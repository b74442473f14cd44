import type { Recorded } from '#engine';
import type { Clock, Severity } from '#law';
import type { Charge } from '../fields.js';
import type { DocketName, Spell } from '../file.js';
import { clockOf, openSpell, withChanged, withClosed, withOpened } from '../spells.js';
import type { CaseFile, CriminalCase, Details } from './state.js';
import type { CriminalCaseStatus } from './statuses.js';

/** The dockets that a case is in one at a time. */
export const stageDockets = ['investigation', 'prosecution', 'court'] as const;
export type StageDocket = (typeof stageDockets)[number];

const docketOf: Partial<Record<CriminalCaseStatus, StageDocket>> = {
  investigating: 'investigation',
  supplementary: 'investigation',
  prosecution: 'prosecution',
  atCourt: 'court',
};

/** How a stage ended when the file shows only that it went on, as in one loaded in mid-life. */
const usualOutcome = { investigation: 'concluded', prosecution: 'prosecuted', court: 'judged' } as const;

export const dayOn = (recorded: Recorded): string => recorded.fact.data.on.slice(0, 10);

/** Offences against national security are those of chapter XIII of the criminal code, Điều 108–122. */
const againstNationalSecurity = ({ article }: Charge) => parseInt(article, 10) >= 108 && parseInt(article, 10) <= 122;

/** The clock of Điều 172: the class of the offence sets it, and for national security one extension more. */
export const investigationClock = (from: string, severity: Severity, charges: readonly Charge[]): Clock =>
  clockOf('investigation', from, {
    severity,
    ...(charges.some(againstNationalSecurity) ? { kind: 'nationalSecurity' } : {}),
  });

/** The case in another status; stages it has thereby left are closed. */
export const moved = <S extends CriminalCaseStatus>(
  file: CaseFile,
  recorded: Recorded,
  status: S,
  current: Details<S>,
): CriminalCase => {
  const spells = stageDockets
    .filter((docket) => docket !== docketOf[status])
    .reduce((left, docket) => withClosed(left, recorded, docket, usualOutcome[docket]), file.spells);
  // The compiler doesn't follow that status and details belong together.
  return { ...file, spells, status, current } as CriminalCase;
};

/** The case with something changed that its status doesn't depend on. */
export const changed = (file: CriminalCase, change: Partial<Omit<CaseFile, 'status'>>): CriminalCase => ({
  ...file,
  ...change,
});

/** The file with a stage entered: one spell at a time; a second entry gives the open one a new clock. */
export const entered = <F extends CaseFile>(
  file: F,
  recorded: Recorded,
  docket: StageDocket,
  kind: string,
  clock?: Clock,
): F => {
  const timed = clock === undefined ? {} : { clock };
  if (openSpell(file.spells, docket))
    return {
      ...file,
      spells: withChanged(file.spells, docket, (spell) => ({
        ...spell,
        ...timed,
        evidence: [...spell.evidence, recorded.id],
      })),
    };
  const assigned = file.assignee === undefined ? {} : { assignee: file.assignee };
  return {
    ...file,
    spells: withOpened(file.spells, recorded, { docket, unit: file.unit, kind, ...timed, ...assigned }),
  };
};

/** The file with a stage left. */
export const left = <F extends CaseFile>(file: F, recorded: Recorded, docket: StageDocket, outcome: string): F => ({
  ...file,
  spells: withClosed(file.spells, recorded, docket, outcome),
});

/** The spells with one of them, still open, closed by a fact. */
export const closedSpell = (
  spells: readonly Spell[],
  key: string,
  recorded: Recorded,
  outcome: string,
): readonly Spell[] =>
  spells.map((spell) =>
    spell.key === key && spell.closedOn === undefined
      ? {
          ...spell,
          closedOn: dayOn(recorded),
          outcome,
          closedUnder: recorded.metadata.reference,
          evidence: [...spell.evidence, recorded.id],
        }
      : spell,
  );

/** Every open stage closed in one unit and opened in another. The clock goes with it, unless the law starts it anew. */
export const handedOver = (
  file: CriminalCase,
  recorded: Recorded,
  toUnit: string,
  startsAnew: (docket: DocketName) => boolean,
): CriminalCase => {
  const { assignee: _, ...rest } = file;
  const spells = stageDockets.reduce((all: readonly Spell[], docket) => {
    const open = openSpell(all, docket);
    if (!open) return all;
    const closed = withClosed(all, recorded, docket, 'transferred');
    const { kind, clock, doneOn } = open;
    return withOpened(closed, recorded, {
      docket,
      unit: toUnit,
      ...(kind === undefined ? {} : { kind }),
      ...(clock === undefined || startsAnew(docket) ? {} : { clock }),
      ...(doneOn === undefined || startsAnew(docket) ? {} : { doneOn }),
    });
  }, file.spells);
  return { ...rest, unit: toUnit, spells } as CriminalCase;
};

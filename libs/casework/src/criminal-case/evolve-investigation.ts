import type { Recorded } from '#engine';
import { clockOf, extended, openSpell, triggeredOn, withClock } from '../spells.js';
import { inScope, isActive, resumedFor, stoppedFor, toResume, withAccused, withActive } from './accused.js';
import type { investigationFacts } from './facts-investigation.js';
import { wholeInvestigation } from './juvenile.js';
import { changed, entered, left, moved } from './stages.js';
import type { Accused, CriminalCase } from './state.js';
import type { Steps } from './steps.js';

/** The investigation after a decision on some accused: it goes on while anyone is left in it. */
const settled = (
  file: CriminalCase,
  recorded: Recorded,
  day: string,
  whole: boolean,
  outcome: 'suspended' | 'terminated',
): CriminalCase => {
  if (!whole && file.accused.some(isActive)) return file;
  const done = left(file, recorded, 'investigation', outcome);
  const waits = outcome === 'suspended' || file.accused.some(({ status }) => status === 'suspended');
  return waits
    ? moved(done, recorded, 'investigationSuspended', { on: day })
    : moved(done, recorded, 'terminated', { on: day });
};

const withoutRequest = (file: CriminalCase): CriminalCase => {
  const { extensionRequest: _, ...rest } = file;
  return rest as CriminalCase;
};

const measured = (data: { kind: string; startsOn: string; endsOn?: string | undefined }) => ({
  kind: data.kind,
  startsOn: data.startsOn,
  ...(data.endsOn === undefined ? {} : { endsOn: data.endsOn }),
});

const withoutMeasure = (one: Accused): Accused => {
  const { measure: _, ...rest } = one;
  return rest;
};

/** Proposed for prosecution: the procuracy is to decide. */
const concludedWith = (file: CriminalCase, recorded: Recorded, accused: readonly ProposedAccused[]): CriminalCase =>
  accused.reduce(
    (all, { accusedId, charges }) =>
      withAccused(all, recorded, [accusedId], (one) => ({ ...one, status: 'concluded', proposed: charges })),
    file,
  );
type ProposedAccused = { readonly accusedId: string; readonly charges: Accused['charges'] };

export const investigationSteps: Steps<keyof typeof investigationFacts> = {
  PreventiveMeasureApplied: (file, data, recorded) =>
    withAccused(file, recorded, [data.accusedId], (one) => ({ ...one, measure: measured(data) })),
  PreventiveMeasureChanged: (file, data, recorded) =>
    withAccused(file, recorded, [data.accusedId], (one) => ({ ...one, measure: measured(data) })),
  PreventiveMeasureCancelled: (file, { accusedId }, recorded) =>
    withAccused(file, recorded, [accusedId], withoutMeasure),
  InvestigationRequirementIssued: (file, { items }) =>
    changed(file, { requirements: file.requirements + items.length }),
  AccusedInterrogatedByProsecutor: (file) => file,
  InvestigationExtensionRequested: (file, { nth }, _, day) => changed(file, { extensionRequest: { on: day, nth } }),
  InvestigationExtensionGranted: (file, { months, requestedOn }, recorded, day) => {
    const asked = requestedOn ?? file.extensionRequest?.on;
    const extension = {
      fact: recorded.id,
      decidedOn: day,
      ...(asked === undefined ? {} : { requestedOn: asked }),
      length: { months },
    };
    return withoutRequest(
      changed(file, {
        spells: withClock(file.spells, recorded, 'investigation', (clock) => extended(clock, extension)),
      }),
    );
  },
  InvestigationExtensionRefused: (file) => withoutRequest(file),
  DetentionExtensionRequested: (file) => file,
  DetentionExtensionGranted: (file, { accusedId, endsOn }, recorded) =>
    withAccused(file, recorded, [accusedId], (one) =>
      one.measure ? { ...one, measure: { ...one.measure, endsOn } } : one,
    ),
  DetentionExtensionRefused: (file) => file,
  SupervisionFindingRecorded: (file) => changed(file, { findings: file.findings + 1 }),
  WantedNoticeIssued: (file, { accusedId }, recorded, day) =>
    withAccused(file, recorded, [accusedId], (one) => ({ ...one, wantedOn: day })),
  InvestigationSuspended: (file, { accusedIds, ground }, recorded, day) => {
    const ids = inScope(file, accusedIds);
    const stopped = stoppedFor(file, recorded, ids, 'suspended', 'investigator', ground);
    return settled(stopped, recorded, day, accusedIds === undefined, 'suspended');
  },
  InvestigationTerminated: (file, { accusedIds, ground }, recorded, day) => {
    const ids = inScope(file, accusedIds);
    const stopped = stoppedFor(file, recorded, ids, 'terminated', 'investigator', ground);
    return settled(stopped, recorded, day, accusedIds === undefined, 'terminated');
  },
  InvestigationResumed: (file, { accusedIds, severity }, recorded, day) => {
    const back = resumedFor(file, recorded, toResume(file, accusedIds, 'investigator'), 'charged');
    if (openSpell(file.spells, 'investigation')) return back;
    const opened = entered(
      { ...back, severity },
      recorded,
      'investigation',
      'resumed',
      clockOf('investigation.resumed', day, { severity }),
    );
    return moved(opened, recorded, 'investigating', null);
  },
  InvestigationTerminationReviewed: (file, { accusedIds, result }, recorded, day) => {
    if (result !== 'annulledToProsecute') return file;
    const ids = accusedIds ?? toResume(file, undefined, 'investigator');
    return moved(resumedFor(file, recorded, ids, 'concluded'), recorded, 'concluded', { on: day });
  },
  InvestigationConcluded: (file, { accused }, recorded, day) => {
    const concluded = concludedWith(file, recorded, accused);
    return moved(left(concluded, recorded, 'investigation', 'concluded'), recorded, 'concluded', { on: day });
  },
  ReinvestigationStarted: (file, { severity }, recorded, day) => {
    const judged = file.accused.filter(({ status }) => status === 'convicted' || status === 'acquitted');
    const back = resumedFor(
      file,
      recorded,
      judged.map(({ id }) => id),
      'charged',
    );
    const clock = wholeInvestigation(back, day, severity);
    const opened = entered({ ...back, severity }, recorded, 'investigation', 'reinvestigation', clock);
    return moved(opened, recorded, 'investigating', null);
  },
  ReturnedFileDelivered: (file, { returnId }, recorded, day) =>
    changed(file, {
      returns: file.returns.map((one) => (one.id === returnId ? { ...one, deliveredOn: day } : one)),
      spells: withClock(file.spells, recorded, 'investigation', (clock) =>
        clock.term.startsWith('investigation.supplementary') ? triggeredOn(clock, day) : clock,
      ),
    }),
  SupplementaryInvestigationCompleted: (file, { returnId, accused }, recorded, day) => {
    const returns = file.returns.map((one) => (one.id === returnId ? { ...one, completedOn: day } : one));
    const concluded = concludedWith(withActive(changed(file, { returns }), 'concluded'), recorded, accused ?? []);
    return moved(left(concluded, recorded, 'investigation', 'concluded'), recorded, 'concluded', { on: day });
  },
};

import type { Clock, Severity } from '#law';
import type { FileLink } from '../file.js';
import { withLink } from '../links.js';
import { withAssignee, withClock } from '../spells.js';
import { stoppedFor, withAccused, withTitle } from './accused.js';
import type { initiationFacts } from './facts-initiation.js';
import { withJuvenileTerm } from './juvenile.js';
import { changed, entered, investigationClock, left, moved } from './stages.js';
import type { Accused, CriminalCase } from './state.js';
import type { Steps } from './steps.js';

const linked = (file: CriminalCase, links: readonly FileLink[]) =>
  changed(file, { links: links.reduce((all, one) => withLink(all, one.file, one.relation), file.links) });

/** The class of the offence changed in mid-term, where the term goes by it. */
const reclassified =
  (on: string, severity: Severity) =>
  (clock: Clock): Clock =>
    clock.severity === undefined
      ? clock
      : { ...clock, reclassifications: [...(clock.reclassifications ?? []), { on, severity }] };

/** A decision on the charge: of a first charge, or of a change to one. */
const approved = (one: Accused): Accused => {
  const { previousCharges: _, ...rest } = one;
  return { ...rest, approval: 'approved' };
};

export const initiationSteps: Steps<keyof typeof initiationFacts> = {
  CaseInitiated: (file, data, recorded, day) => {
    const named = withTitle({
      ...file,
      number: data.caseNo,
      initiatedOn: day,
      body: data.body,
      ...(data.bodyLevel === undefined ? {} : { bodyLevel: data.bodyLevel }),
      ...(data.summary === undefined ? {} : { summary: data.summary }),
      charges: data.charges,
      severity: data.severity,
    });
    const opened = entered(
      named,
      recorded,
      'investigation',
      'first',
      investigationClock(day, data.severity, data.charges),
    );
    const from = (data.sourceReportIds ?? []).map((source) => ({ file: source, relation: 'cameFrom' as const }));
    return linked(moved(opened, recorded, 'investigating', null), from);
  },
  InitiationChanged: (file, { charges, severity }, recorded, day) =>
    withTitle(
      changed(file, {
        charges,
        severity,
        spells: withClock(file.spells, recorded, 'investigation', reclassified(day, severity)),
      }),
    ),
  InitiationSupplemented: (file, { charges, severity }, recorded, day) =>
    changed(file, {
      charges: [...file.charges, ...charges],
      severity,
      spells: withClock(file.spells, recorded, 'investigation', reclassified(day, severity)),
    }),
  CaseInitiationAnnulled: (file, { ground }, recorded, day) => {
    const everyone = file.accused.map(({ id }) => id);
    const stopped = stoppedFor(file, recorded, everyone, 'annulled', 'procuracy', ground);
    return moved(left(stopped, recorded, 'investigation', 'annulled'), recorded, 'terminated', { on: day });
  },
  ProsecutorAssigned: (file, { prosecutor, role }) => {
    const prosecutors = [...new Set([...file.prosecutors, prosecutor])];
    return role === 'lead'
      ? changed(file, { prosecutors, assignee: prosecutor, spells: withAssignee(file.spells, prosecutor) })
      : changed(file, { prosecutors });
  },
  AccusedCharged: (file, data, recorded, day) =>
    withJuvenileTerm(
      withAccused(file, recorded, [data.accusedId], (one) => ({
        ...one,
        name: data.name,
        status: 'charged',
        chargedOn: day,
        charges: data.charges,
        isJuvenile: data.isJuvenile ?? false,
        isLegalEntity: data.isLegalEntity ?? false,
        approval: data.by === 'procuracy' ? 'approved' : 'pending',
      })),
      recorded,
    ),
  AccusedChargeApproved: (file, { accusedId }, recorded) => withAccused(file, recorded, [accusedId], approved),
  AccusedChargeRefused: (file, { accusedId, decisionNo }, recorded) =>
    withJuvenileTerm(
      withAccused(file, recorded, [accusedId], (one) =>
        one.previousCharges
          ? approved({ ...one, charges: one.previousCharges })
          : { ...one, status: 'annulled', ground: decisionNo },
      ),
      recorded,
    ),
  AccusedChargeEvidenceRequested: (file, { accusedId }, recorded) =>
    withAccused(file, recorded, [accusedId], (one) => ({ ...one, approval: 'evidenceRequested' })),
  ChargeChanged: (file, { accusedId, charges }, recorded) =>
    withAccused(file, recorded, [accusedId], (one) => ({
      ...one,
      charges,
      previousCharges: one.previousCharges ?? one.charges,
      approval: 'pending',
    })),
  ChargeAdded: (file, { accusedId, charges }, recorded) =>
    withAccused(file, recorded, [accusedId], (one) => ({
      ...one,
      charges: [...one.charges, ...charges],
      previousCharges: one.previousCharges ?? one.charges,
      approval: 'pending',
    })),
  DecisionReceived: (file) => file,
  ProtestLinked: (file, data) => linked(file, [{ file: data.file, relation: 'ledTo' }]),
  RecommendationLinked: (file, data) => linked(file, [{ file: data.file, relation: 'ledTo' }]),
  SourceReportLinked: (file, data) => linked(file, [{ file: data.file, relation: 'cameFrom' }]),
};

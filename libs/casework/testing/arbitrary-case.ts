import fc from 'fast-check';
import { criminalCaseFacts, type CriminalCaseFact } from '../src/criminal-case/facts.js';

type Type = CriminalCaseFact['type'];

const accusedId = fc.constantFrom('a1', 'a2', 'a3');
const accusedIds = fc.uniqueArray(accusedId, { minLength: 1 });
const scope = { accusedIds: fc.option(accusedIds, { nil: undefined }) };
const severity = fc.constantFrom('I', 'N', 'R', 'D');
const charge = fc.record({ article: fc.constantFrom('134', '173'), clause: fc.constantFrom(1, 2, 3) });
const charges = fc.array(charge, { minLength: 1, maxLength: 2 });
const returnId = fc.constantFrom('r1', 'r2', 'r3', 'r4');
const months = fc.integer({ min: 1, max: 5 });
const days = fc.integer({ min: 1, max: 40 });
const nth = fc.integer({ min: 1, max: 3 });
const text = fc.constant('x');
const signer = fc.constantFrom('vt-1', 'ksv-1');
const accused = fc.uniqueArray(fc.record({ accusedId, charges }), { minLength: 1, selector: (one) => one.accusedId });
const verdict = fc.record(
  {
    charged: charge,
    result: fc.constantFrom('convicted', 'acquitted'),
    convictedOf: charge,
    relation: fc.constantFrom('same', 'lighter', 'equal', 'heavier'),
  },
  { requiredKeys: ['charged', 'result'] },
);
const judged = fc.uniqueArray(fc.record({ accusedId, verdicts: fc.array(verdict, { minLength: 1, maxLength: 2 }) }), {
  minLength: 1,
  selector: (one) => one.accusedId,
});
const outcome = fc.constantFrom(
  'upheld',
  'amended',
  'annulledForReinvestigation',
  'annulledForRetrial',
  'annulledAndTerminated',
  'proceedingsTerminated',
);
const decisionNo = text;
const about = { decisionNo, accusedId };
const above = {
  judgmentNo: text,
  court: text,
  outcome,
  accused: fc.option(judged, { nil: undefined }),
};

/** What each kind of fact carries besides its day, at random but well formed. */
const fields: { readonly [T in Type]: Readonly<Record<string, fc.Arbitrary<unknown>>> } = {
  CaseInitiated: { decisionNo, caseNo: text, body: text, charges, severity },
  InitiationChanged: { decisionNo, charges, severity },
  InitiationSupplemented: { decisionNo, charges, severity },
  CaseInitiationAnnulled: { decisionNo, ground: text },
  ProsecutorAssigned: { decisionNo, prosecutor: fc.constantFrom('ksv-1', 'vt-1') },
  AccusedCharged: { ...about, name: text, charges },
  AccusedChargeApproved: about,
  AccusedChargeRefused: about,
  AccusedChargeEvidenceRequested: about,
  ChargeChanged: { ...about, charges },
  ChargeAdded: { ...about, charges },
  ProtestLinked: { file: fc.constant('protest-1') },
  RecommendationLinked: { file: fc.constant('recommendation-1') },
  SourceReportLinked: { file: fc.constant('crimeReport-1') },
  PreventiveMeasureApplied: { ...about, kind: fc.constant('detention'), startsOn: fc.constant('2026-01-01') },
  PreventiveMeasureChanged: { ...about, kind: fc.constant('bail'), startsOn: fc.constant('2026-01-01') },
  PreventiveMeasureCancelled: about,
  InvestigationRequirementIssued: { decisionNo, items: fc.constant(['x']) },
  AccusedInterrogatedByProsecutor: { accusedId },
  InvestigationExtensionRequested: { docNo: text, nth, months },
  InvestigationExtensionGranted: { decisionNo, nth, months },
  InvestigationExtensionRefused: { decisionNo, nth, reason: text },
  DetentionExtensionRequested: { docNo: text, accusedId, nth, months },
  DetentionExtensionGranted: { ...about, nth, months, endsOn: fc.constant('2026-09-01') },
  DetentionExtensionRefused: { ...about, nth, reason: text },
  SupervisionFindingRecorded: { body: text, provision: text, gravity: fc.constant('minor') },
  WantedNoticeIssued: about,
  InvestigationSuspended: { decisionNo, ...scope, ground: fc.constantFrom('229.1.b', '229.1.a.absconded') },
  InvestigationResumed: { decisionNo, ...scope, severity },
  InvestigationTerminated: { decisionNo, ...scope, ground: fc.constant('157.2') },
  InvestigationTerminationReviewed: {
    decisionNo,
    ...scope,
    receivedOn: fc.constant('2026-01-01'),
    result: fc.constantFrom('upheld', 'annulledToResume', 'annulledToProsecute'),
  },
  InvestigationConcluded: { conclusionNo: text, accused },
  ReinvestigationStarted: { severity },
  ReturnedFileDelivered: { returnId },
  SupplementaryInvestigationCompleted: { conclusionNo: text, returnId, kind: fc.constant('supplementary') },
  CaseFileReceived: { severity, folios: fc.constant(10), procedure: fc.constantFrom('ordinary', 'summary') },
  ProsecutionDeadlineExtended: { decisionNo, days, signer },
  CaseFileReturned: {
    decisionNo,
    returnId,
    by: fc.constantFrom('procuracy', 'presidingJudge', 'panel'),
    returnNo: nth,
    onCourtReturnId: fc.option(returnId, { nil: undefined }),
    reasons: fc.constant(['evidence']),
    toBody: text,
  },
  ReturnGroundsAssessed: { returnId, accepted: fc.boolean(), by: text },
  CourtReturnRefused: { docNo: text, returnId, reasons: text },
  IndictmentIssued: { indictmentNo: fc.constantFrom('1/CT', '2/CT'), accused, signer },
  SummaryProsecutionDecided: { indictmentNo: fc.constantFrom('1/CT', '2/CT'), accused, signer },
  IndictmentReplaced: {
    indictmentNo: fc.constantFrom('2/CT', '3/CT'),
    replaces: fc.constantFrom('1/CT', '2/CT'),
    accused,
    signer,
  },
  IndictmentMaintained: { docNo: text, reasons: text },
  CaseSuspendedByProcuracy: { decisionNo, ...scope, ground: fc.constantFrom('247.1.a', '247.1.b') },
  CaseTerminatedByProcuracy: { decisionNo, ...scope, ground: fc.constant('157.2') },
  CaseResumedByProcuracy: { decisionNo, ...scope, severity },
  IndictmentDelivered: { accusedId },
  CaseFileTransferredToCourt: { court: text },
  ProsecutionWithdrawn: { decisionNo, ...scope, charges: fc.option(charges, { nil: undefined }), ground: text },
  CaseTransferred: {
    decisionNo,
    toUnit: fc.constantFrom('kv-1', 'kv-2'),
    ground: fc.constantFrom('investigation', 'prosecution'),
  },
  TransferredCaseReceived: { severity },
  CourtCaseDocketed: { severity },
  TrialPreparationExtended: { decisionNo, days },
  TrialScheduled: { decisionNo, trialOn: fc.constant('2026-10-01') },
  TrialPostponed: { reason: text },
  TrialHeld: {},
  FirstInstanceJudgmentRecorded: { judgmentNo: text, court: text, accused: judged },
  JudgmentReviewed: { receivedOn: fc.constant('2026-01-01'), result: fc.constant('noViolation') },
  AppellateJudgmentRecorded: above,
  CassationDecisionRecorded: above,
  CourtCaseSuspended: { decisionNo, ...scope, ground: fc.constant('281.1.a') },
  CourtCaseResumed: { decisionNo, ...scope },
  CourtCaseTerminated: { decisionNo, ...scope, ground: fc.constant('157.7') },
  CaseClosed: { reason: text },
  CaseReopened: { reason: text },
};

const withoutAbsent = (data: object) =>
  Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined));

const types = Object.keys(fields) as Type[];

/** A fact of some kind on a day; its content is well formed and otherwise as it comes. */
export const arbitraryFactOf = (type: Type, on: string): fc.Arbitrary<CriminalCaseFact> =>
  fc
    .record(fields[type])
    .map(
      (data) =>
        ({ type, data: criminalCaseFacts[type].data.parse(withoutAbsent({ on, ...data })) }) as CriminalCaseFact,
    );

const dayFrom = (offset: number) => new Date(Date.UTC(2026, 0, 1 + offset)).toISOString().slice(0, 10);

/** Any fact of a criminal case, on any day of the first half of 2026. */
export const arbitraryCaseFact: fc.Arbitrary<CriminalCaseFact> = fc
  .tuple(fc.constantFrom(...types), fc.integer({ min: 0, max: 180 }))
  .chain(([type, offset]) => arbitraryFactOf(type, dayFrom(offset)));

/**
 * A run of facts that mostly follow one another: each is drawn from what its table allows next, some days after the last.
 */
export const arbitraryCaseFacts: fc.Arbitrary<readonly CriminalCaseFact[]> = fc
  .array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 9 })), { minLength: 5, maxLength: 40 })
  .chain((draws) => {
    let offset = 0;
    let status = 'new';
    const facts = draws.map(([choice, gap]) => {
      offset += gap;
      const allowed = types.filter((type) => (criminalCaseFacts[type].from as readonly string[]).includes(status));
      const type = allowed[choice % allowed.length] ?? 'CaseInitiated';
      const definition = criminalCaseFacts[type];
      if ('to' in definition) status = definition.to;
      return arbitraryFactOf(type, dayFrom(Math.min(offset, 300)));
    });
    return fc.tuple(...facts);
  });

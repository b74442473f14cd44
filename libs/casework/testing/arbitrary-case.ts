import fc from 'fast-check';
import { criminalCaseFacts, type CriminalCaseFact } from '../src/criminal-case/facts.js';
import type { CriminalCase } from '../src/criminal-case/state.js';
import { caseFact } from './criminal-case.js';

type Type = CriminalCaseFact['type'];

const accusedId = fc.constantFrom('a1', 'a2', 'a3');
const accusedIds = fc.uniqueArray(accusedId, { minLength: 1 });
const scope = { accusedIds: fc.option(accusedIds, { nil: undefined }) };
const severity = fc.constantFrom('I', 'N', 'R', 'D');
// Without a clause the catalogue of offences says nothing of the class, so any class may be stated.
const charge = fc.record({ article: fc.constantFrom('134', '173') });
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
  ProcuracyDecisionOverruled: {
    decisionNo,
    overruled: fc.constantFrom('indictment', 'return', 'suspension', 'termination'),
    reason: text,
  },
  IndictmentDelivered: { accusedId },
  DecisionReceived: { decisionNo },
  ProcuracyDecisionNotified: { decisionNo },
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
const arbitraryFactOf = (type: Type, on: string): fc.Arbitrary<CriminalCaseFact> =>
  fc
    .record(fields[type])
    .map(
      (data) =>
        ({ type, data: criminalCaseFacts[type].data.parse(withoutAbsent({ on, ...data })) }) as CriminalCaseFact,
    );

const dayFrom = (offset: number) => new Date(Date.UTC(2026, 0, 1 + Math.min(offset, 300))).toISOString().slice(0, 10);

/** Any fact of a criminal case, on any day of the first half of 2026. */
export const arbitraryCaseFact: fc.Arbitrary<CriminalCaseFact> = fc
  .tuple(fc.constantFrom(...types), fc.integer({ min: 0, max: 180 }))
  .chain(([type, offset]) => arbitraryFactOf(type, dayFrom(offset)));

/** What is drawn for one step of a walk: which kind of fact, how many days later, and the seed of its content. */
export interface Draw {
  readonly choice: number;
  readonly gap: number;
  readonly seed: number;
}

export const arbitraryDraws: fc.Arbitrary<readonly Draw[]> = fc.array(
  fc.record({ choice: fc.integer({ min: 0, max: 999 }), gap: fc.integer({ min: 0, max: 9 }), seed: fc.nat() }),
  { minLength: 12, maxLength: 36, size: 'max' },
);

/** Which kinds of fact take a case further; the others only add to it. */
const leading = types.filter((type) => 'to' in criminalCaseFacts[type] || type === 'AccusedCharged');

/** What ends a case early: left to the rarer draws, so that walks get far. */
const ending: readonly Type[] = [
  'CaseInitiationAnnulled',
  'InvestigationTerminated',
  'InvestigationTerminationReviewed',
  'CaseTerminatedByProcuracy',
  'ProsecutionWithdrawn',
  'CourtCaseTerminated',
  'CaseClosed',
];

/** The content that fits where the case stands, so that a walk gets further than chance would. */
const fitting = (file: CriminalCase, type: Type): Readonly<Record<string, unknown>> => {
  const active = file.accused.filter(({ status }) => ['charged', 'concluded', 'indicted'].includes(status));
  const named = active.map(({ id, indictedFor, charges: own }) => ({ accusedId: id, charges: indictedFor ?? own }));
  const last = file.returns.at(-1);
  const passesOn =
    file.status === 'courtReturned' && last ? { onCourtReturnId: last.id } : { onCourtReturnId: undefined };
  const shapes: Partial<Record<Type, Readonly<Record<string, unknown>>>> = {
    AccusedCharged: { accusedId: `a${file.accused.length + 1}` },
    InvestigationConcluded: { accused: named },
    IndictmentIssued: { accused: named.slice(0, 2) },
    SummaryProsecutionDecided: { accused: named },
    IndictmentReplaced: { accused: named, replaces: file.indictments.at(-1)?.no ?? '1/CT' },
    CaseFileReturned: {
      returnId: `r${file.returns.length + 1}`,
      by: file.status === 'atCourt' ? 'panel' : 'procuracy',
      ...passesOn,
    },
    SupplementaryInvestigationCompleted: { returnId: last?.id ?? 'r1' },
    CourtReturnRefused: { returnId: last?.id ?? 'r1' },
    ReturnGroundsAssessed: { returnId: last?.id ?? 'r1' },
    FirstInstanceJudgmentRecorded: {
      accused: named.map(({ accusedId: id, charges: all }) => ({
        accusedId: id,
        verdicts: all.map((charged) => ({ charged, result: 'convicted' })),
      })),
    },
    AppellateJudgmentRecorded: { accused: undefined },
    CassationDecisionRecorded: { accused: undefined },
  };
  return shapes[type] ?? {};
};

/** The next fact of a walk through a case, some days after the last: any that its table allows from where it stands. */
export const nextCaseFact = (file: CriminalCase, { choice, seed }: Draw, offset: number): CriminalCaseFact => {
  const allowed = types.filter((type) => (criminalCaseFacts[type].from as readonly string[]).includes(file.status));
  const onward = allowed.filter((type) => leading.includes(type) && !ending.includes(type));
  const pool = choice % 3 === 0 || onward.length === 0 ? allowed : onward;
  const type = pool[choice % pool.length] ?? 'CaseInitiated';
  const [drawn] = fc.sample(fc.record(fields[type]), { numRuns: 1, seed });
  const fit = Object.entries(fitting(file, type)).filter(([name]) => name in fields[type]);
  const data = withoutAbsent({ on: dayFrom(offset), ...drawn, ...Object.fromEntries(fit) });
  const parsed = criminalCaseFacts[type].data.safeParse(data);
  return parsed.success
    ? ({ type, data: parsed.data } as CriminalCaseFact)
    : caseFact('SupervisionFindingRecorded', { on: dayFrom(offset), body: 'x', provision: 'x', gravity: 'minor' });
};

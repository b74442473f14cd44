import type { Clock, Severity } from '#law';
import type { Charge } from '../fields.js';
import type { FileState } from '../file.js';
import type { Verdict } from './shapes.js';
import type { CriminalCaseStatus } from './statuses.js';

/** How far an accused has come. `concluded`: the procuracy is to decide; `annulled`: the charge was never approved. */
export type AccusedStatus =
  | 'charged'
  | 'concluded'
  | 'indicted'
  | 'suspended'
  | 'terminated'
  | 'annulled'
  | 'withdrawn'
  | 'convicted'
  | 'acquitted';

export const accusedStatuses: Readonly<Record<AccusedStatus, string>> = {
  charged: 'Đã khởi tố',
  concluded: 'Đã kết luận điều tra',
  indicted: 'Đã truy tố',
  suspended: 'Tạm đình chỉ',
  terminated: 'Đình chỉ',
  annulled: 'Hủy bỏ quyết định khởi tố bị can',
  withdrawn: 'Rút quyết định truy tố',
  convicted: 'Tòa án kết luận có tội',
  acquitted: 'Tòa án tuyên không phạm tội',
};

/** Who stopped the proceedings against an accused: the same body resumes them. */
export type StoppedBy = 'investigator' | 'procuracy' | 'court';

/** The verdict on an accused at one instance. */
interface AccusedVerdict {
  readonly instance: 'first' | 'appellate' | 'cassation';
  readonly on: string;
  readonly outcome: VerdictOutcome;
  readonly verdicts: readonly Verdict[];
}

/** A verdict against the charge, all charges rolled up: the worst match counts. */
export type VerdictOutcome =
  'sameClause' | 'otherClause' | 'lighterOffence' | 'heavierOffence' | 'acquitted' | 'partlyAcquitted';

interface Measure {
  readonly kind: string;
  readonly startsOn: string;
  readonly endsOn?: string;
}

export interface Accused {
  readonly id: string;
  readonly name: string;
  readonly status: AccusedStatus;
  readonly chargedOn: string;
  readonly isJuvenile: boolean;
  readonly isLegalEntity: boolean;
  /** As the investigator charges. */
  readonly charges: readonly Charge[];
  /** What stood before the last change, until the change is approved. */
  readonly previousCharges?: readonly Charge[];
  readonly approval: 'pending' | 'approved' | 'evidenceRequested';
  /** As the latest conclusion proposes. */
  readonly proposed?: readonly Charge[];
  /** As the latest indictment charges. */
  readonly indictedFor?: readonly Charge[];
  readonly indictmentNo?: string;
  readonly deliveredOn?: string;
  readonly measure?: Measure;
  readonly wantedOn?: string;
  readonly stoppedBy?: StoppedBy;
  readonly ground?: string;
  readonly verdicts: readonly AccusedVerdict[];
}

/** A return of the file for supplementary investigation. */
export interface FileReturn {
  readonly id: string;
  readonly on: string;
  readonly by: 'procuracy' | 'presidingJudge' | 'panel';
  /** The number of the return by the same body. */
  readonly nth: number;
  readonly reasons: readonly string[];
  /** The court's return that the procuracy passes on; both are one return, the court's (TTLT 02/2017 Điều 14 khoản 3). */
  readonly onCourtReturnId?: string;
  /** The key of its spell in the docket of returns. */
  readonly spell: string;
  readonly deliveredOn?: string;
  readonly completedOn?: string;
  readonly accepted?: boolean;
}

interface Indictment {
  readonly no: string;
  readonly on: string;
  readonly unit: string;
  readonly accusedIds: readonly string[];
  readonly replacedBy?: string;
}

interface Judgment {
  readonly instance: 'first' | 'appellate' | 'cassation';
  readonly no: string;
  readonly on: string;
  readonly outcome?: string;
}

/** What the file keeps whatever its status. */
export interface CaseFile extends FileState<CriminalCaseStatus> {
  readonly initiatedOn?: string;
  readonly body?: string;
  readonly bodyLevel?: string;
  readonly summary?: string;
  readonly charges: readonly Charge[];
  readonly severity?: Severity;
  readonly accused: readonly Accused[];
  readonly prosecutors: readonly string[];
  readonly returns: readonly FileReturn[];
  readonly indictments: readonly Indictment[];
  readonly judgments: readonly Judgment[];
  /** The court that has, or had, the file. */
  readonly court?: string;
  /** A request for more time to investigate that has no answer yet. */
  readonly extensionRequest?: { readonly on: string; readonly nth: number };
  readonly requirements: number;
  readonly findings: number;
}

/** What a status knows that the others don't. */
interface StatusDetails {
  readonly new: null;
  readonly investigating: null;
  readonly investigationSuspended: { readonly on: string };
  readonly concluded: { readonly on: string };
  readonly prosecution: { readonly procedure: 'ordinary' | 'summary' };
  readonly prosecutionSuspended: { readonly on: string };
  readonly supplementary: { readonly returnId: string };
  readonly courtReturned: { readonly returnId: string };
  readonly prosecuted: { readonly on: string; readonly indictmentNo: string };
  readonly atCourt: {
    /** The court's time to prepare the trial, from the day it docketed the case. */
    readonly preparation?: Clock;
    readonly scheduledOn?: string;
    readonly trialOn?: string;
    readonly postponed?: true;
    readonly heldOn?: string;
  };
  readonly courtSuspended: { readonly on: string };
  readonly tried: { readonly on: string };
  readonly appellateTried: { readonly on: string; readonly outcome: string };
  readonly terminated: { readonly on: string };
  readonly closed: {
    readonly on: string;
    readonly reason: string;
    readonly before: 'tried' | 'appellateTried' | 'terminated';
  };
}

export type Details<S extends CriminalCaseStatus> = StatusDetails[S];

/** A criminal case: the file, its status, and what that status knows. */
export type CriminalCase = {
  [S in CriminalCaseStatus]: CaseFile & { readonly status: S; readonly current: StatusDetails[S] };
}[CriminalCaseStatus];

export const noCase: CriminalCase = {
  status: 'new',
  current: null,
  unit: '',
  number: '',
  title: '',
  confidentiality: 0,
  spells: [],
  links: [],
  charges: [],
  accused: [],
  prosecutors: [],
  returns: [],
  indictments: [],
  judgments: [],
  requirements: 0,
  findings: 0,
};

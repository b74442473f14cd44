import { changed, dayOf, type Recorded } from '#engine';
import type { FileState } from '../file.js';
import { received as withEnvelope, withLink } from '../links.js';
import { clockOf, extended, withAssignee, withClock, withClosed, withOpened } from '../spells.js';
import type { crimeReportKinds, CrimeReportFact } from './facts.js';
import type { CrimeReportStatus } from './statuses.js';

type Data<T extends CrimeReportFact['type']> = Extract<CrimeReportFact, { type: T }>['data'];

interface Common extends FileState<CrimeReportStatus> {
  readonly kind?: keyof typeof crimeReportKinds;
  readonly receivedOn?: string;
  readonly receivedAt?: string;
  readonly classification?: { readonly on: string; readonly competent: boolean };
  readonly docketedOn?: string;
  /** The latest request to extend the running term that is not answered yet. */
  readonly extensionRequest?: { readonly on: string; readonly receivedOn: string };
  /** Who resolves it: the investigating body, until the procuracy takes over. */
  readonly resolvedBy: 'investigator' | 'procuracy';
  /** The latest decision that ended or suspended it, for the notices that follow. */
  readonly resultOn?: string;
  readonly resumedOn?: string;
}

/** A crime report: what is known of it in each status. */
export type CrimeReportState = Common &
  (
    | { readonly status: 'new' | 'received' | 'docketed' | 'forwarded' }
    | { readonly status: 'suspended'; readonly suspension: Data<'CrimeReportSuspended'> }
    | { readonly status: 'initiated'; readonly initiation: Data<'CaseInitiationDecided'> }
    | { readonly status: 'notInitiated'; readonly nonInitiation: Data<'NonInitiationDecided'> }
  );

export const noCrimeReport: CrimeReportState = {
  status: 'new',
  unit: '',
  number: '',
  title: '',
  confidentiality: 0,
  spells: [],
  links: [],
  resolvedBy: 'investigator',
};

const commonOf = (state: CrimeReportState): Common => {
  switch (state.status) {
    case 'suspended': {
      const { suspension: _, ...common } = state;
      return common;
    }
    case 'initiated': {
      const { initiation: _, ...common } = state;
      return common;
    }
    case 'notInitiated': {
      const { nonInitiation: _, ...common } = state;
      return common;
    }
    case 'new':
    case 'received':
    case 'docketed':
    case 'forwarded':
      return state;
  }
};

const firstLine = (text: string) => (text.split('\n')[0] ?? '').slice(0, 200);

const running = (state: Common) => ({
  docket: 'crimeReport' as const,
  unit: state.unit,
  ...(state.kind === undefined ? {} : { kind: state.kind }),
  ...(state.assignee === undefined ? {} : { assignee: state.assignee }),
});

/** The file after one more fact. Takes any fact in any status: files loaded in mid-life begin anywhere. */
export const evolveCrimeReport = (before: CrimeReportState, recorded: Recorded<CrimeReportFact>): CrimeReportState => {
  const state = withEnvelope(before, recorded);
  const common = commonOf(state);
  const { fact } = recorded;
  const day = dayOf(fact);
  switch (fact.type) {
    case 'CrimeReportReceived': {
      const { reportNo, kind, receivedAt, summary } = fact.data;
      const at = receivedAt === undefined ? {} : { receivedAt };
      return changed(common, {
        status: 'received',
        number: reportNo,
        title: firstLine(summary),
        kind,
        receivedOn: day,
        ...at,
      });
    }
    case 'CrimeReportClassified':
      return { ...state, classification: { on: day, competent: fact.data.competent } };
    case 'CrimeReportForwarded': {
      const spells = withClosed(state.spells, recorded, 'crimeReport', 'transferred');
      return changed(common, { status: 'forwarded', spells });
    }
    case 'CrimeReportDocketed': {
      const clock = clockOf('crimeReport.resolve', state.receivedOn ?? day);
      const spells = withOpened(state.spells, recorded, { ...running(state), clock });
      return changed(common, { status: 'docketed', docketedOn: day, spells });
    }
    case 'ProsecutorAssigned': {
      const { prosecutor, role } = fact.data;
      if (role !== 'lead') return state;
      return { ...state, assignee: prosecutor, spells: withAssignee(state.spells, prosecutor) };
    }
    case 'CrimeReportTimeProlonged': {
      const prolongation = { fact: recorded.id, decidedOn: day, term: 'crimeReport.prolonged' };
      const spells = withClock(state.spells, recorded, 'crimeReport', (clock) => ({ prolongation, ...clock }));
      return { ...state, spells };
    }
    case 'CrimeReportExtensionRequested':
      return { ...state, extensionRequest: { on: day, receivedOn: fact.data.receivedOn ?? day } };
    case 'CrimeReportExtensionGranted': {
      const { extensionRequest, ...answered } = state;
      const asked = extensionRequest === undefined ? {} : { requestedOn: extensionRequest.on };
      const extension = { fact: recorded.id, decidedOn: day, ...asked, length: lengthOf(fact.data) };
      const spells = withClock(state.spells, recorded, 'crimeReport', (clock) => extended(clock, extension));
      return { ...answered, spells };
    }
    case 'CrimeReportExtensionRefused': {
      const { extensionRequest: _, ...answered } = state;
      return answered;
    }
    case 'CrimeReportSuspended': {
      const spells = withClosed(state.spells, recorded, 'crimeReport', 'suspended');
      return changed(common, { status: 'suspended', suspension: fact.data, spells, resultOn: day });
    }
    case 'SuspensionAnnulledByProcuracy': {
      const clock = clockOf('crimeReport.afterAnnulment', fact.data.receivedOn ?? day);
      const spells = withOpened(state.spells, recorded, { ...running(state), clock });
      return changed(common, { status: 'docketed', spells });
    }
    case 'CrimeReportResumed': {
      const clock = clockOf('crimeReport.afterResumption', day);
      const spells = withOpened(state.spells, recorded, { ...running(state), clock });
      return changed(common, { status: 'docketed', spells, resumedOn: day });
    }
    case 'CaseInitiationDecided': {
      const spells = withClosed(state.spells, recorded, 'crimeReport', 'initiated');
      const links = withLink(state.links, fact.data.caseFile, 'ledTo');
      return changed(common, { status: 'initiated', initiation: fact.data, spells, links, resultOn: day });
    }
    case 'NonInitiationDecided': {
      const spells = withClosed(state.spells, recorded, 'crimeReport', 'notInitiated');
      return changed(common, { status: 'notInitiated', nonInitiation: fact.data, spells, resultOn: day });
    }
    case 'NonInitiationAnnulled':
      return changed(common, { status: 'docketed', spells: withOpened(state.spells, recorded, running(state)) });
    case 'ProcuracyTookOver':
      return { ...state, resolvedBy: 'procuracy' };
    case 'RecommendationLinked':
      return { ...state, links: withLink(state.links, fact.data.file, 'ledTo') };
    case 'VerificationRequirementIssued':
    case 'ReporterNotified':
      return state;
  }
};

/** The length of an extension as it was decided. */
export const lengthOf = ({ months, days }: Data<'CrimeReportExtensionGranted'>) =>
  months === undefined ? { days: days ?? 0 } : { months };

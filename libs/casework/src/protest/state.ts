import { dayOf, type Recorded } from '#engine';
import type { FileState } from '../file.js';
import { received, withLink } from '../links.js';
import { withAssignee, withClosed, withOpened } from '../spells.js';
import { clockOfProtest } from './clock.js';
import type { protestFields, ProtestFact, protestOutcomes } from './facts.js';
import type { ProtestStatus } from './statuses.js';

type Data<T extends ProtestFact['type']> = Extract<ProtestFact, { type: T }>['data'];

interface Common extends FileState<ProtestStatus> {
  readonly field?: keyof typeof protestFields;
  readonly issue?: Data<'ProtestIssued'>;
  readonly upheld: boolean;
  readonly partlyWithdrawn: boolean;
}

/** A protest: what is known of it in each status. */
export type ProtestState = Common &
  (
    | { readonly status: 'new' | 'proposed' | 'approved' | 'declined' | 'issued' | 'heard' }
    | { readonly status: 'resolved'; readonly outcome: keyof typeof protestOutcomes }
    | { readonly status: 'withdrawn'; readonly withdrawnBy: Data<'ProtestWithdrawn'>['by'] }
  );

export const noProtest: ProtestState = {
  status: 'new',
  unit: '',
  number: '',
  title: '',
  confidentiality: 0,
  spells: [],
  links: [],
  upheld: false,
  partlyWithdrawn: false,
};

const assigned = (state: ProtestState, prosecutor: string | undefined): ProtestState =>
  prosecutor === undefined ? state : { ...state, assignee: prosecutor, spells: withAssignee(state.spells, prosecutor) };

const issued = (before: ProtestState, data: Data<'ProtestIssued'>, recorded: Recorded<ProtestFact>): ProtestState => {
  const state = assigned(before, data.prosecutor);
  const { field, protestNo, judgmentNo, court, sourceFile } = data;
  const clock = clockOfProtest(data);
  const spells = withOpened(state.spells, recorded, {
    docket: 'protest',
    unit: state.unit,
    kind: field,
    doneOn: dayOf(recorded.fact),
    ...(clock === undefined ? {} : { clock }),
    ...(state.assignee === undefined ? {} : { assignee: state.assignee }),
  });
  const links = sourceFile === undefined ? state.links : withLink(state.links, sourceFile, 'cameFrom');
  const title = `${data.against === 'judgment' ? 'Bản án' : 'Quyết định'} ${judgmentNo}, ${court}`;
  return { ...state, status: 'issued', number: protestNo, title, field, issue: data, spells, links };
};

/** The file after one more fact. Takes any fact in any status: files loaded in mid-life begin anywhere. */
export const evolveProtest = (before: ProtestState, recorded: Recorded<ProtestFact>): ProtestState => {
  const state = received(before, recorded);
  const { fact } = recorded;
  switch (fact.type) {
    case 'ProtestProposed': {
      const { docNo, field, judgmentNo, prosecutor } = fact.data;
      const title = `Đề xuất kháng nghị ${judgmentNo}`;
      return assigned({ ...state, status: 'proposed', number: docNo, title, field }, prosecutor);
    }
    case 'ProtestProposalApproved':
      return { ...state, status: 'approved' };
    case 'ProtestProposalDeclined':
      return { ...state, status: 'declined' };
    case 'ProtestIssued':
      return issued(state, fact.data, recorded);
    case 'ProtestSupplemented':
      return state;
    case 'ProtestUpheldByUpperProcuracy':
      return { ...state, upheld: true };
    case 'ProtestPartlyWithdrawn':
      return { ...state, partlyWithdrawn: true };
    case 'ProtestWithdrawn': {
      const spells = withClosed(state.spells, recorded, 'protest', 'withdrawn');
      return { ...state, status: 'withdrawn', withdrawnBy: fact.data.by, spells };
    }
    case 'ProtestHeard':
      return { ...state, status: 'heard' };
    case 'ProtestResolved': {
      const spells = withClosed(state.spells, recorded, 'protest', fact.data.outcome);
      return { ...state, status: 'resolved', outcome: fact.data.outcome, spells };
    }
    case 'ProsecutorAssigned':
      return assigned(state, fact.data.prosecutor);
  }
};

import { dayOf, type Recorded } from '#engine';
import type { FileState } from '../file.js';
import { received, withLink } from '../links.js';
import { clockOf, triggeredOn, withAssignee, withClock, withClosed, withOpened } from '../spells.js';
import type { RecommendationFact } from './facts.js';
import type { RecommendationStatus } from './statuses.js';

type Data<T extends RecommendationFact['type']> = Extract<RecommendationFact, { type: T }>['data'];

interface Common extends FileState<RecommendationStatus> {
  readonly issue?: Data<'RecommendationIssued'>;
  readonly reminders: number;
}

interface Answered {
  readonly answer: Data<'RecommendationAnswered'>;
}

/** A recommendation: what is known of it in each status. A file loaded in mid-life may not know its answer. */
export type RecommendationState = Common &
  (
    | { readonly status: 'new' | 'issued' }
    | ({ readonly status: 'answered' } & Answered)
    | ({ readonly status: 'verified'; readonly remedied: boolean } & Partial<Answered>)
    | { readonly status: 'withdrawn'; readonly reason: string }
    | ({ readonly status: 'closed' } & Partial<Answered>)
  );

export const noRecommendation: RecommendationState = {
  status: 'new',
  unit: '',
  number: '',
  title: '',
  confidentiality: 0,
  spells: [],
  links: [],
  reminders: 0,
};

const recommended: readonly string[] = ['custody', 'execution', 'prevention', 'officer', 'summary'];

/** Demands are answered in terms of their own: Luật THTGTG Điều 43, Luật THAHS Điều 169, Luật Tổ chức VKSND Điều 28. */
const demanded: Readonly<Record<string, string>> = {
  custody: 'custodyAnswer',
  custodySelfCheck: 'custodySelfCheck',
  execution: 'executionSelfCheck',
  civilExecution: 'civilExecutionSelfCheck',
  prevention: 'prosecutionStage',
};

/** The term that the law sets for the answer; absent where it sets none. */
const replyTerm = ({ kind, regime }: Data<'RecommendationIssued'>) => {
  const demand = demanded[regime];
  if (kind === 'request') return demand === undefined ? undefined : { code: 'request.reply', kind: demand };
  return recommended.includes(regime) ? { code: 'recommendation.reply', kind: regime } : undefined;
};

const issued = (
  state: RecommendationState,
  data: Data<'RecommendationIssued'>,
  recorded: Recorded<RecommendationFact>,
): RecommendationState => {
  const { recommendationNo, kind, addressee, violations, prosecutor, deliveredOn, sourceFile } = data;
  const day = dayOf(recorded.fact);
  const inCharge = prosecutor === undefined ? {} : { assignee: prosecutor };
  const term = replyTerm(data);
  const clock = term === undefined ? {} : { clock: clockOf(term.code, deliveredOn ?? day, { kind: term.kind }) };
  const spells = withOpened(state.spells, recorded, {
    docket: 'recommendation',
    unit: state.unit,
    kind,
    ...clock,
    ...inCharge,
  });
  const links = sourceFile === undefined ? state.links : withLink(state.links, sourceFile, 'cameFrom');
  const title = `${addressee}: ${violations[0] ?? ''}`.slice(0, 200);
  return { ...state, ...inCharge, status: 'issued', number: recommendationNo, title, issue: data, spells, links };
};

/** The file after one more fact. Takes any fact in any status: files loaded in mid-life begin anywhere. */
export const evolveRecommendation = (
  before: RecommendationState,
  recorded: Recorded<RecommendationFact>,
): RecommendationState => {
  const state = received(before, recorded);
  const { fact } = recorded;
  const { answer } = { answer: undefined, ...state };
  const known = answer === undefined ? {} : { answer };
  switch (fact.type) {
    case 'RecommendationIssued':
      return issued(state, fact.data, recorded);
    case 'RecommendationDelivered': {
      const { deliveredAt = fact.data.on } = fact.data;
      const spells = withClock(state.spells, recorded, 'recommendation', (clock) => triggeredOn(clock, deliveredAt));
      return { ...state, spells };
    }
    case 'RecommendationReminded':
      return { ...state, reminders: state.reminders + 1 };
    case 'RecommendationAnswered': {
      const spells = withClosed(state.spells, recorded, 'recommendation', fact.data.answer);
      return { ...state, status: 'answered', answer: fact.data, spells };
    }
    case 'RecommendationVerified':
      return { ...state, ...known, status: 'verified', remedied: fact.data.remedied };
    case 'RecommendationWithdrawn': {
      const spells = withClosed(state.spells, recorded, 'recommendation', 'withdrawn');
      return { ...state, status: 'withdrawn', reason: fact.data.reason, spells };
    }
    case 'RecommendationClosed':
      return { ...state, ...known, status: 'closed' };
    case 'ProsecutorAssigned': {
      const { prosecutor } = fact.data;
      return { ...state, assignee: prosecutor, spells: withAssignee(state.spells, prosecutor) };
    }
  }
};

import { changed, dayOf, type Recorded } from '#engine';
import type { FileState } from '../file.js';
import { received, withLink } from '../links.js';
import { restarted, stopped, withAssignee, withChanged, withClock, withClosed, withOpened } from '../spells.js';
import { firstClock, secondClock, withMoreTime } from './clock.js';
import type { complainedAgainst, petitionFields, petitionFindings, petitionKinds, PetitionFact } from './facts.js';
import type { PetitionStatus } from './statuses.js';

type Data<T extends PetitionFact['type']> = Extract<PetitionFact, { type: T }>['data'];

interface Common extends FileState<PetitionStatus> {
  readonly kind?: keyof typeof petitionKinds;
  readonly field?: keyof typeof petitionFields;
  readonly against?: keyof typeof complainedAgainst;
  readonly receivedOn?: string;
  readonly rootPetition?: string;
  readonly classification?: { readonly on: string; readonly competent: boolean; readonly conditionsMet: boolean };
  /** What the first resolution found; absent while there is none, and for answers to requests and feedback. */
  readonly finding?: keyof typeof petitionFindings;
  readonly secondFinding?: keyof typeof petitionFindings;
}

/** A petition: what is known of it in each status. */
export type PetitionState = Common &
  (
    | { readonly status: Exclude<PetitionStatus, 'forwarded' | 'filed' | 'duplicate'> }
    | { readonly status: 'forwarded'; readonly forwardedTo: string }
    | { readonly status: 'filed'; readonly filedFor: string }
    | { readonly status: 'duplicate'; readonly duplicateOf: string }
  );

export const noPetition: PetitionState = {
  status: 'new',
  unit: '',
  number: '',
  title: '',
  confidentiality: 0,
  spells: [],
  links: [],
};

const matterOf = (
  { kind = 'request', field = 'judicialOther', against = 'prosecutor', receivedOn }: Common,
  day: string,
) => ({
  kind,
  field,
  against,
  receivedOn: receivedOn ?? day,
});

const begun = (
  state: PetitionState,
  data: Data<'PetitionReceived'>,
  recorded: Recorded<PetitionFact>,
): PetitionState => {
  const { petitionNo, kind, field, summary, rootPetition, duplicateOf } = data;
  const root = rootPetition ?? duplicateOf;
  const links = root === undefined ? state.links : withLink(state.links, root, 'sameRoot');
  const spells = withOpened(state.spells, recorded, { docket: 'petition', unit: state.unit, kind });
  // Who denounces stays unnamed (Luật Tố cáo Điều 56): the title never carries the sender.
  const title = (summary.split('\n')[0] ?? '').slice(0, 200);
  return changed(state, {
    status: 'received' as const,
    number: petitionNo,
    title,
    kind,
    field,
    receivedOn: dayOf(recorded.fact),
    links,
    spells,
    ...(rootPetition === undefined ? {} : { rootPetition }),
    ...(data.against === undefined ? {} : { against: data.against }),
  });
};

const accepted = (
  state: PetitionState,
  data: Data<'PetitionAccepted'>,
  recorded: Recorded<PetitionFact>,
): PetitionState => {
  const day = dayOf(recorded.fact);
  const clock = firstClock(matterOf(state, day), day, data.complexity);
  const spells = withChanged(state.spells, 'petition', (spell) => ({
    ...spell,
    ...(clock === undefined ? {} : { clock }),
    evidence: [...spell.evidence, recorded.id],
  }));
  return assigned({ ...state, status: 'accepted', spells }, data.prosecutor);
};

const assigned = (state: PetitionState, prosecutor: string | undefined): PetitionState =>
  prosecutor === undefined ? state : { ...state, assignee: prosecutor, spells: withAssignee(state.spells, prosecutor) };

const lodgedAgain = (
  state: PetitionState,
  data: Data<'PetitionSecondInstanceLodged'>,
  recorded: Recorded<PetitionFact>,
): PetitionState => {
  const { assignee: _, ...unassigned } = state;
  const day = dayOf(recorded.fact);
  const unit = data.toUnit ?? state.unit;
  const clock = secondClock(matterOf(state, day), day, data.complexity);
  const spells = withOpened(state.spells, recorded, {
    docket: 'petition',
    unit,
    ...(state.kind === undefined ? {} : { kind: state.kind }),
    ...(clock === undefined ? {} : { clock }),
  });
  return { ...unassigned, status: 'secondInstance', unit, spells };
};

/** The file after one more fact. Takes any fact in any status: files loaded in mid-life begin anywhere. */
export const evolvePetition = (before: PetitionState, recorded: Recorded<PetitionFact>): PetitionState => {
  const state = received(before, recorded);
  const { fact } = recorded;
  const day = dayOf(fact);
  const closedAs = (outcome: string) => withClosed(state.spells, recorded, 'petition', outcome);
  switch (fact.type) {
    case 'PetitionReceived':
      return begun(state, fact.data, recorded);
    case 'PetitionClassified': {
      const { competent, conditionsMet } = fact.data;
      return { ...state, classification: { on: day, competent, conditionsMet } };
    }
    case 'PetitionDuplicateMarked': {
      const { duplicateOf } = fact.data;
      const links = withLink(state.links, duplicateOf, 'sameRoot');
      return { ...state, status: 'duplicate', duplicateOf, links, spells: closedAs('duplicate') };
    }
    case 'PetitionForwarded': {
      const { toBody, toUnit } = fact.data;
      return { ...state, status: 'forwarded', forwardedTo: toUnit ?? toBody ?? '', spells: closedAs('forwarded') };
    }
    case 'PetitionFiledNoAction':
      return { ...state, status: 'filed', filedFor: fact.data.reason, spells: closedAs('filed') };
    case 'PetitionAccepted':
      return accepted(state, fact.data, recorded);
    case 'ProsecutorAssigned':
      return assigned(state, fact.data.prosecutor);
    case 'PetitionVerified':
      return state;
    case 'PetitionExtended': {
      const { days, complexity } = fact.data;
      const more = { fact: recorded.id, decidedOn: day, days, complexity };
      return { ...state, spells: withClock(state.spells, recorded, 'petition', (clock) => withMoreTime(clock, more)) };
    }
    case 'PetitionSuspended': {
      const spells = withClock(state.spells, recorded, 'petition', (clock) => stopped(clock, day));
      return { ...state, status: 'suspended', spells };
    }
    case 'PetitionResumed': {
      const spells = withClock(state.spells, recorded, 'petition', (clock) => restarted(clock, day));
      return { ...state, status: 'accepted', spells };
    }
    case 'PetitionWithdrawn':
      return { ...state, status: 'withdrawn', spells: closedAs('withdrawn') };
    case 'PetitionDecisionIssued':
    case 'PetitionConclusionIssued':
      return { ...state, status: 'decided', finding: fact.data.finding, spells: closedAs('resolved') };
    case 'PetitionAnswered':
      return { ...state, status: 'decided', spells: closedAs('resolved') };
    case 'PetitionSecondInstanceLodged':
      return lodgedAgain(state, fact.data, recorded);
    case 'PetitionSecondDecisionIssued':
      return { ...state, status: 'secondDecided', secondFinding: fact.data.finding, spells: closedAs('resolved') };
    case 'PetitionClosed':
      return { ...state, status: 'closed' };
  }
};

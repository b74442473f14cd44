import type { Clock } from '#law';
import { clockOf, extended } from '../spells.js';
import type { complainedAgainst, complexities, petitionFields, petitionKinds } from './facts.js';

export interface PetitionMatter {
  readonly kind: keyof typeof petitionKinds;
  readonly field: keyof typeof petitionFields;
  readonly against: keyof typeof complainedAgainst;
  readonly receivedOn: string;
}

type Complexity = keyof typeof complexities;

/** The complaint law knows no very complex matters, the denunciation law no remote places. */
const complaintKind = (complexity: Complexity) => (complexity === 'veryComplex' ? 'complex' : complexity);
const denunciationKind = (complexity: Complexity) =>
  complexity === 'complex' || complexity === 'veryComplex'
    ? complexity
    : complexity === 'remoteComplex'
      ? 'complex'
      : 'normal';

type Against = keyof typeof complainedAgainst;

/** BLTTHS Điều 475, 476: who is complained of decides the term. */
const firstKinds: Readonly<Record<Against, string | undefined>> = {
  prosecutor: undefined,
  procuracyHead: 'head',
  supreme: 'supreme',
  investigator: 'investigatorSecond',
  investigationHead: 'investigationHead',
};

const named = (kind: string | undefined) => (kind === undefined ? {} : { kind });

/**
 * The time to resolve a petition the first time: from acceptance (Luật Khiếu nại Điều 28, Luật Tố cáo Điều 30), from
 * receipt in criminal procedure (BLTTHS Điều 474–476, 481); none where no law sets one.
 */
export const firstClock = (
  { kind, field, against, receivedOn }: PetitionMatter,
  acceptedOn: string,
  complexity: Complexity,
): Clock | undefined => {
  if (kind !== 'complaint' && kind !== 'denunciation') return undefined;
  switch (field) {
    case 'administrative':
      return kind === 'complaint'
        ? clockOf('petition.complaint.first', acceptedOn, { kind: complaintKind(complexity) })
        : clockOf('petition.denunciation', acceptedOn, { kind: denunciationKind(complexity) });
    case 'criminal':
      return kind === 'complaint'
        ? clockOf('petition.complaint.criminal', receivedOn, named(firstKinds[against]))
        : clockOf('petition.denunciation.criminal', receivedOn, { kind: denunciationKind(complexity) });
    case 'custody':
      return clockOf(`petition.${kind}.criminal`, receivedOn, { kind: 'custody' });
    case 'judicialOther':
      return undefined;
  }
};

/** The time to resolve a complaint the second time: Luật Khiếu nại Điều 37; BLTTHS Điều 474 khoản 2, Điều 475, 476. */
export const secondClock = (
  { kind, field, against }: PetitionMatter,
  lodgedOn: string,
  complexity: Complexity,
): Clock | undefined => {
  if (kind !== 'complaint' || field === 'judicialOther') return undefined;
  if (field === 'administrative')
    return clockOf('petition.complaint.second', lodgedOn, { kind: complaintKind(complexity) });
  const second =
    field === 'custody' ? 'custodySecond' : against === 'investigationHead' ? 'investigationHeadSecond' : 'second';
  return clockOf('petition.complaint.criminal', lodgedOn, { kind: second });
};

/** The kind under which the law names a longer term for the same matter; absent where it names none. */
const longerKind = ({ term, kind = 'normal' }: Clock): string | undefined => {
  switch (term) {
    case 'petition.complaint.first':
    case 'petition.complaint.second':
      return kind === 'normal' ? 'complex' : kind === 'remote' ? 'remoteComplex' : undefined;
    case 'petition.complaint.criminal':
    case 'petition.denunciation.criminal':
      if (kind === 'custody') return 'custodyVerified';
      return term === 'petition.denunciation.criminal' && kind === 'normal' ? 'complex' : undefined;
    default:
      return undefined;
  }
};

/**
 * The clock with more time given. Where the law names a longer term for complex matters, that term counts from the same
 * trigger; denunciations are extended by days, once or twice (Luật Tố cáo Điều 30). What the law doesn't provide for is
 * kept as an extension that moves nothing.
 */
export const withMoreTime = (
  clock: Clock,
  { fact, decidedOn, days, complexity }: { fact: string; decidedOn: string; days: number; complexity: Complexity },
): Clock => {
  const longer = longerKind(clock);
  if (longer !== undefined && clock.prolongation === undefined)
    return { ...clock, prolongation: { fact, decidedOn, kind: longer } };
  const longerMatter = clock.term === 'petition.denunciation' ? { kind: denunciationKind(complexity) } : {};
  return extended({ ...clock, ...longerMatter }, { fact, decidedOn, length: { days } });
};

import type { Clock } from '#law';
import { clockOf } from '../spells.js';
import type { ProtestFact } from './facts.js';

type Issued = Extract<ProtestFact, { type: 'ProtestIssued' }>['data'];

/**
 * The day from which the time to protest runs, and the field that carries it; absent where the law sets no limit
 * (cassation and reopening in favour of the convicted, BLTTHS Điều 379 khoản 2, Điều 401 khoản 2).
 */
const triggerOf = ({ procedure, field, against, direction, prosecutorPresent, ...days }: Issued) => {
  if (procedure === 'cassation' || procedure === 'reopening') {
    if (field === 'criminal' && direction === 'forDefendant') return undefined;
    return procedure === 'cassation'
      ? (['effectiveOn', days.effectiveOn] as const)
      : (['groundKnownOn', days.groundKnownOn] as const);
  }
  const issued = ['pronouncedOn', days.pronouncedOn] as const;
  const received = ['receivedOn', days.receivedOn] as const;
  if (field === 'criminal') return issued;
  if (against === 'decision') return received;
  return field === 'civil' && prosecutorPresent === false ? received : issued;
};

/** The field that must tell from which day the time to protest runs, when it is missing. */
export const missingTrigger = (data: Issued): string | undefined => {
  const trigger = triggerOf(data);
  return trigger !== undefined && trigger[1] === undefined ? trigger[0] : undefined;
};

/** The time to protest: BLTTHS 337, 379, 401; BLTTDS 280, 334, 355; LTTHC 213, 263, 284. */
export const clockOfProtest = (data: Issued): Clock | undefined => {
  const trigger = triggerOf(data)?.[1];
  if (trigger === undefined) return undefined;
  const { procedure, field, against, level = 'sameLevel' } = data;
  if (procedure === 'appellate') return clockOf(`protest.${against}.${field}`, trigger, { kind: level });
  return clockOf(`protest.${procedure}.${field}`, trigger);
};

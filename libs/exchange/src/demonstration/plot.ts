import type { RegisterName } from '#casework';
import type { Fact } from '#engine';
import { addDays } from '#law';
import type { DemoUnit } from './province.js';
import type { Random } from './random.js';

interface Told {
  readonly stream: string;
  readonly register: RegisterName;
  readonly actor: string;
  readonly unit: string;
  /** An instant in UTC. */
  readonly recordedAt: string;
}

/** A milestone of the demonstration as somebody recorded it. */
export interface Recording extends Told {
  readonly does: 'record';
  readonly fact: Fact;
}

/** Somebody noticed that a milestone was written down wrongly, and asked for the right data. */
export interface Asking extends Told {
  readonly does: 'ask';
  readonly wrong: Recording;
  readonly data: Fact['data'];
  readonly reason: string;
}

/** Somebody else approved it. */
interface Approving extends Told {
  readonly does: 'approve';
  readonly asked: Asking;
}

export type Step = Recording | Asking | Approving;

export interface Scene {
  readonly random: Random;
  readonly unit: DemoUnit;
  readonly prosecutor: string;
  /** The serial number of the file in its register and year, over the province. */
  readonly serial: number;
}

const isWeekend = (day: string) => [0, 6].includes(new Date(day).getUTCDay());

/** The next day that offices work; public holidays don't matter to a demonstration. */
export const workingDayFrom = (day: string): string => (isWeekend(day) ? workingDayFrom(addDays(day, 1)) : day);

/** Tells the story of one file: each milestone some days after the one before, recorded the same day or, now and then, late. */
export const plot = ({ random, unit, prosecutor }: Scene, register: RegisterName, id: string, opened: string) => {
  const steps: Recording[] = [];
  const stream = `${register}-${id}`;
  let today = opened;
  let written = '';
  const record = (fact: Fact, by: string) => {
    const late = random.chance(0.05) ? random.whole(3, 20) : random.chance(0.2) ? 1 : 0;
    const minute = random.whole(60, 590);
    const at = new Date(Date.parse(addDays(fact.data.on.slice(0, 10), late)) + minute * 60_000).toISOString();
    // One after the other: nobody records the second milestone of a file before the first.
    written = at > written ? at : new Date(Date.parse(written) + 60_000).toISOString();
    steps.push({ does: 'record', stream, register, fact, actor: by, unit: unit.code, recordedAt: written });
  };
  return {
    stream,
    steps,
    today: () => today,
    /** Lets days pass, to the next working day. */
    pass: (days: number) => {
      today = workingDayFrom(addDays(today, days));
      return today;
    },
    /** Lets days pass to a certain one, or to the next working day after it. */
    passTo: (day: string) => {
      today = workingDayFrom(day > today ? day : today);
      return today;
    },
    /** Records what happened today. */
    tell: (type: string, data: Readonly<Record<string, unknown>>, by = prosecutor) =>
      record({ type, data: { on: today, ...data } } as Fact, by),
    /** Starts a later file only after this one was written down. */
    writtenBy: () => written,
    after: (instant: string) => {
      written = instant;
    },
  };
};
export type Plot = ReturnType<typeof plot>;

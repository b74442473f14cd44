import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { theftReport } from '../../libs/casework/testing/facts.js';
import { insisting, type Acknowledged } from './insisting.js';
import type { Rig } from './rig.js';

const people = ['p-ksv', 'p-ksv2'] as const;

/** What may happen to a petition, in order; the last may be repeated for ever. */
const life = (turn: number) =>
  [
    {
      type: 'PetitionReceived',
      data: {
        on: '2026-01-05',
        petitionNo: 'Đ-1/2026',
        kind: 'complaint',
        field: 'administrative',
        sender: 'Nguyễn Thị Gửi',
        summary: 'Khiếu nại quyết định hành chính',
      },
    },
    { type: 'PetitionAccepted', data: { on: '2026-01-08', prosecutor: 'p-ksv' } },
    { type: 'ProsecutorAssigned', data: { on: '2026-01-09', prosecutor: people[turn % 2] ?? people[0] } },
  ][Math.min(turn, 2)];

export interface Load {
  readonly acknowledged: readonly Acknowledged[];
  /** Answers that nobody should have got. */
  readonly wrong: readonly string[];
  /** How often a caller was told to try again. */
  readonly refused: () => number;
  /** Lets every caller finish what it has begun. */
  readonly settle: () => Promise<void>;
}

/** Milliseconds between two reports that become cases, by the same caller. */
const BETWEEN_CASES = 150;

/**
 * Callers over HTTP. Pairs of them work on a petition each and insist with the same key until they are answered; two more
 * turn reports into cases, which touches two files, and one of the two never asks again for what failed.
 */
export const callers = (rig: Rig, pairs: number, pause = 20): Load => {
  const { insist, tryOnce, ...told } = insisting(rig);
  let over = false;

  const pair = async () => {
    while (!over) {
      const id = randomUUID();
      const step = (turn: number) => insist({ register: 'petition', id, fact: life(turn) });
      for (let turn = 0; turn < 2; turn++) if (!(await step(turn))) return;
      const both = [0, 1].map(async (own) => {
        for (let turn = 2; turn < 6 && !over; turn++) {
          await step(turn + own);
          await sleep(pause);
        }
      });
      await Promise.all(both);
    }
  };

  const reporter = async (initiate: typeof insist) => {
    while (!over) {
      const id = randomUUID();
      const { received, docketed, initiated } = theftReport;
      for (const fact of [received('2026-03-02'), docketed('2026-03-03')])
        if (!(await insist({ register: 'crimeReport', id, fact }))) return;
      const fact = initiated('2026-03-20', { caseFile: `criminalCase-${id}` });
      await initiate({ register: 'crimeReport', id, fact, touchesTwo: true });
      await sleep(BETWEEN_CASES);
    }
  };

  const running = Promise.all([...Array.from({ length: pairs }, pair), reporter(insist), reporter(tryOnce)]);
  return {
    ...told,
    settle: async () => {
      over = true;
      await running;
    },
  };
};

import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { derivedId } from '#engine';
import { sha256 } from '../../apps/api/src/digest.js';
import { PERSON, type Rig } from './rig.js';

/** A command that was answered: it must stand in the log once, where the answer said. */
export interface Acknowledged {
  readonly stream: string;
  readonly commandId: string;
  readonly revision: number;
  readonly position: string;
}

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

const PATIENCE = 4_000;
/** Longer than any fault lasts. */
const NO_LONGER = 120_000;

/** How a caller is answered: its status, or nothing when nobody answered in time. */
const ask = async ({ address, cookie }: Rig, id: string, key: string, fact: unknown) => {
  try {
    const answer = await fetch(`${address}/api/files/petition/${id}/facts`, {
      method: 'POST',
      signal: AbortSignal.timeout(PATIENCE),
      headers: { 'content-type': 'application/json', cookie, 'x-kiemsat': '1', 'idempotency-key': key },
      body: JSON.stringify(fact),
    });
    return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
  } catch {
    return undefined;
  }
};

/** Answers after which the same command is sent again with the same key. */
const passes = (status: number) => status >= 500 || status === 429 || status === 409;

export interface Load {
  readonly acknowledged: readonly Acknowledged[];
  /** Answers that nobody should have got. */
  readonly wrong: readonly string[];
  /** How often a caller was told to try again. */
  readonly refused: () => number;
  /** Lets every caller finish what it has begun. */
  readonly settle: () => Promise<void>;
}

/** Callers over HTTP, two to a file; each insists with the same key until it is answered. */
export const callers = (rig: Rig, number: number, pause = 20): Load => {
  const acknowledged: Acknowledged[] = [];
  const wrong: string[] = [];
  let over = false;
  let refused = 0;

  const insist = async (id: string, fact: unknown): Promise<boolean> => {
    const key = randomUUID();
    for (const end = performance.now() + NO_LONGER; ;) {
      const answer = await ask(rig, id, key, fact);
      if (answer?.status === 200) {
        const { revision, position } = answer.body;
        acknowledged.push({
          stream: `petition-${id}`,
          commandId: derivedId(sha256, `${PERSON}/${key}`),
          revision: Number(revision),
          position: String(position),
        });
        return true;
      }
      if (answer && passes(answer.status)) refused++;
      if (answer && !passes(answer.status)) {
        wrong.push(`${answer.status} ${JSON.stringify(answer.body)}`);
        return false;
      }
      if (performance.now() > end) {
        wrong.push(`no answer for ${key} in two minutes (last: ${answer?.status ?? 'none'})`);
        return false;
      }
      await sleep(100);
    }
  };

  const pair = async () => {
    while (!over) {
      const id = randomUUID();
      for (let turn = 0; turn < 2; turn++) if (!(await insist(id, life(turn)))) return;
      const both = [0, 1].map(async (own) => {
        for (let turn = 2; turn < 6 && !over; turn++) {
          await insist(id, life(turn + own));
          await sleep(pause);
        }
      });
      await Promise.all(both);
    }
  };
  const running = Promise.all(Array.from({ length: number }, pair));
  return {
    acknowledged,
    wrong,
    refused: () => refused,
    settle: async () => {
      over = true;
      await running;
    },
  };
};

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
  /** Of the last event written, which is another file's where a fact touches two. */
  readonly position: string;
  readonly touchesTwo: boolean;
}

export interface Fact {
  readonly register: string;
  readonly id: string;
  readonly fact: unknown;
  readonly touchesTwo?: boolean;
}

const PATIENCE = 4_000;
/** Longer than any fault lasts. */
const NO_LONGER = 120_000;

/** How a caller is answered: its status, or nothing when nobody answered in time. */
const ask = async ({ address, cookie }: Rig, { register, id, fact }: Fact, key: string) => {
  try {
    const answer = await fetch(`${address}/api/files/${register}/${id}/facts`, {
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

/** One who records over HTTP and remembers what was answered. */
export const insisting = (rig: Rig) => {
  const acknowledged: Acknowledged[] = [];
  const wrong: string[] = [];
  let refused = 0;

  const once = async (asked: Fact, key: string): Promise<'done' | 'again' | 'never'> => {
    const answer = await ask(rig, asked, key);
    if (answer?.status === 200) {
      acknowledged.push({
        stream: `${asked.register}-${asked.id}`,
        commandId: derivedId(sha256, `${PERSON}/${key}`),
        revision: Number(answer.body['revision']),
        position: String(answer.body['position']),
        touchesTwo: asked.touchesTwo === true,
      });
      return 'done';
    }
    if (!answer || passes(answer.status)) {
      if (answer) refused++;
      return 'again';
    }
    wrong.push(`${answer.status} ${JSON.stringify(answer.body)}`);
    return 'never';
  };

  return {
    acknowledged,
    wrong,
    refused: () => refused,
    /** Asks a single time, whatever comes of it. */
    tryOnce: async (asked: Fact): Promise<boolean> => (await once(asked, randomUUID())) === 'done',
    /** Asks with the same key until it is answered. @returns whether it was recorded */
    insist: async (asked: Fact): Promise<boolean> => {
      const key = randomUUID();
      for (const end = performance.now() + NO_LONGER; performance.now() < end;) {
        const came = await once(asked, key);
        if (came !== 'again') return came === 'done';
        await sleep(100);
      }
      wrong.push(`no answer for ${key} in two minutes`);
      return false;
    },
  };
};

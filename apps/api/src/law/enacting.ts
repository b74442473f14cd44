import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Pool } from 'pg';
import { setTimeout as sleep } from 'node:timers/promises';
import { evolveLaw, type Law, type LawFact } from '#law';
import { lawCommand, type LawAnswer, type LawAsked } from '#casework';
import type { Command, Position, StreamFacts } from '#engine';
import { openItemsWithinReach } from '#read-models';
import { Policy } from '../access/policy.service.js';
import type { Who } from '../access/roles.js';
import { CARRY_OUT, type CarryOut } from '../files/carry-out.js';
import { etagOf, revisionIn } from '../files/headers.js';
import { Writing } from '../files/writing.js';
import { POOL } from '../log.js';
import { LAW, type LawOfTheDay } from '../reference/law-of-the-day.js';

export interface EnactingRequest {
  readonly who: Who;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  /** Decided and told, but not written. */
  readonly dry: boolean;
}

/** For how long an answer waits until this program has heard of what it wrote, in milliseconds. */
const LONGEST = 5000;

/** Changes the law as data, or tells what a change would do. */
@Injectable()
export class Enacting {
  constructor(
    @Inject(CARRY_OUT) private readonly carryOut: CarryOut,
    @Inject(LAW) private readonly law: LawOfTheDay,
    @Inject(POOL) private readonly pool: Pool,
    private readonly policy: Policy,
    private readonly writing: Writing,
  ) {}

  async enact(asked: LawAsked, { who, request, reply, dry }: EnactingRequest) {
    this.policy.demandForAll(who, 'law.enact');
    const ifRevision = revisionIn(request.headers['if-match']);
    const command = lawCommand({
      asked,
      context: this.writing.context(request, who, dry),
      referenceAt: this.law.at,
      today: this.writing.today(),
      ...(ifRevision === undefined ? {} : { ifRevision }),
    });
    const { law } = this.law.now();
    const { decided, watched } = watching(command);
    const { revision, position, repeated, answer } = await (dry
      ? this.carryOut.dryRun(watched)
      : this.carryOut.run(watched));
    void reply.header('ETag', etagOf(revision)).header('Position', position);
    const mayMove = dry ? await openItemsWithinReach(this.pool, law, after(law, decided())) : undefined;
    if (!dry) await this.heardOf(position);
    return { dryRun: dry, revision, position, repeated, ...answer, ...(mayMove ? { mayMove } : {}) };
  }

  /** Whoever wrote finds it in the next answer. */
  private async heardOf(position: Position) {
    for (let waited = 0; this.law.timeline.position < position && waited < LONGEST; waited += 10) await sleep(10);
  }
}

/** The command with what it decided last kept at hand. */
const watching = (command: Command<LawAnswer>) => {
  let last: readonly StreamFacts[] = [];
  const watched: Command<LawAnswer> = {
    ...command,
    decide: (histories) => {
      const decided = command.decide(histories);
      last = decided.writes;
      return decided;
    },
  };
  return { watched, decided: () => last };
};

const after = (law: Law, writes: readonly StreamFacts[]): Law =>
  writes.flatMap(({ facts }) => facts).reduce((so, fact) => evolveLaw(so, fact as LawFact), law);

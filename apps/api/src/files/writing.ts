import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { randomUUID } from 'node:crypto';
import type { CommandContext, Outcome } from '#engine';
import { dayIn } from '#law';
import type { FileAnswer } from '#casework';
import type { Telemetry } from '#telemetry';
import { Policy } from '../access/policy.service.js';
import type { Action } from '../access/policy.js';
import type { Who } from '../access/roles.js';
import { CLOCK, type Clock } from '../clock.js';
import { commandIdOf, contextOf } from '../context.js';
import { LAW, type LawOfTheDay } from '../reference/law-of-the-day.js';
import type { MayTouch } from './guarded.js';
import { etagOf, traceIn } from './headers.js';
import { TELEMETRY } from '../telemetry/telemetry.js';

const headerOf = ({ headers }: FastifyRequest, name: string) => {
  const value = headers[name];
  return Array.isArray(value) ? value[0] : value;
};

/** What every writing route needs: who, when, under which id, within which bounds; and how the answer looks. */
@Injectable()
export class Writing {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LAW) private readonly law: LawOfTheDay,
    private readonly policy: Policy,
    @Inject(TELEMETRY) private readonly telemetry: Telemetry,
  ) {}

  /** @param dry a try needs no key: it writes nothing */
  context(request: FastifyRequest, who: Who, dry = false): CommandContext {
    const commandId = dry ? randomUUID() : commandIdOf(headerOf(request, 'idempotency-key'), who);
    // Where traces are collected, the facts belong to this request's own span, which goes on with the caller's.
    const traceparent = this.telemetry.tracing?.traceparent() ?? traceIn(headerOf(request, 'traceparent'));
    return contextOf(who, commandId, { clock: this.clock, law: this.law, traceparent });
  }

  today(): string {
    return dayIn(this.clock());
  }

  mayTouch(who: Who, action: Action): MayTouch {
    return ({ unit, confidentiality, assignee }) => this.policy.may(who, action, { unit, confidentiality, assignee });
  }

  answer({ revision, position, repeated, answer }: Outcome<FileAnswer>, reply: FastifyReply) {
    void reply.header('ETag', etagOf(revision)).header('Position', position);
    return { revision, position, repeated, breaches: answer.breaches, status: answer.status };
  }
}

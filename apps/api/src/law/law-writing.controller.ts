import { Body, Controller, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { lawAsked } from '#casework';
import { Requires } from '../access/requires.js';
import type { Who } from '../access/roles.js';
import { SignedIn } from '../access/who.js';
import { Header, Tag } from '../describe/decorators.js';
import { yes } from '../query-fields.js';
import { Enacting } from './enacting.js';
import { calendarYear } from './year.js';

const options = z.object({ dryRun: yes.meta({ title: 'Chỉ thử, không ghi' }) });
type Options = z.output<typeof options>;

const { term, year: wholeYear, day, setting, offence } = lawAsked;

/** An administrator of the unit that nobody stands above changes the law as data, with effect from a day. */
@Tag('law')
@Header({ name: 'Idempotency-Key', required: false, description: 'Mỗi lệnh một mã; không cần khi chỉ thử' })
@Header({ name: 'If-Match', required: false, description: 'ETag của dòng đã xem' })
@Controller('law')
export class LawWritingController {
  constructor(private readonly enacting: Enacting) {}

  @Post('terms')
  @Requires('law.enact')
  @HttpCode(200)
  enactTerm(
    @Query({ schema: options }) { dryRun }: Options,
    @Body({ schema: term }) data: z.output<typeof term>,
    @SignedIn() who: Who,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return this.enacting.enact({ kind: 'term', data }, { who, request, reply, dry: dryRun === 'true' });
  }

  @Post('calendars/:year')
  @Requires('law.enact')
  @HttpCode(200)
  publishYear(
    @Param('year', { schema: calendarYear }) year: number,
    @Query({ schema: options }) { dryRun }: Options,
    @Body({ schema: wholeYear }) data: z.output<typeof wholeYear>,
    @SignedIn() who: Who,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const asked = { kind: 'year' as const, data: { ...data, year } };
    return this.enacting.enact(asked, { who, request, reply, dry: dryRun === 'true' });
  }

  @Post('calendars/:year/days')
  @Requires('law.enact')
  @HttpCode(200)
  correctDay(
    @Param('year', { schema: calendarYear }) year: number,
    @Query({ schema: options }) { dryRun }: Options,
    @Body({ schema: day }) data: z.output<typeof day>,
    @SignedIn() who: Who,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const asked = { kind: 'day' as const, data: { ...data, year } };
    return this.enacting.enact(asked, { who, request, reply, dry: dryRun === 'true' });
  }

  @Post('settings')
  @Requires('law.enact')
  @HttpCode(200)
  settle(
    @Query({ schema: options }) { dryRun }: Options,
    @Body({ schema: setting }) data: z.output<typeof setting>,
    @SignedIn() who: Who,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return this.enacting.enact({ kind: 'setting', data }, { who, request, reply, dry: dryRun === 'true' });
  }

  @Post('offences')
  @Requires('law.enact')
  @HttpCode(200)
  defineOffence(
    @Query({ schema: options }) { dryRun }: Options,
    @Body({ schema: offence }) data: z.output<typeof offence>,
    @SignedIn() who: Who,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return this.enacting.enact({ kind: 'offence', data }, { who, request, reply, dry: dryRun === 'true' });
  }
}

import { Controller, Get, Inject, Param, RequestMethod, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { Pool } from 'pg';
import { loadStream, type EventLog } from '#engine';
import { ownDeadlines } from '#read-models';
import { whyAt } from '#reminders';
import { Policy } from '../access/policy.service.js';
import { OpenToAll } from '../access/requires.js';
import { Tag } from '../describe/decorators.js';
import { Naming } from '../files/naming.js';
import { LOG, POOL } from '../log.js';
import { notFound } from '../problem/problem.js';
import { LAW, type LawOfTheDay } from '../reference/law-of-the-day.js';
import { calendarText, type Entry } from './calendar-text.js';
import { FEED_KEYS, type FeedKeys } from './feed-keys.js';

/** Calendars are asked for outside the API's own paths: a link that a person puts into their calendar program. */
export const FEEDS = { path: 'calendar/:name', method: RequestMethod.GET };

const NAME = /^([\w-]{40,50})\.ics$/;
/** How many files are read at a time. */
const AT_ONCE = 16;

/** The open due dates of a person, for who has their secret link. */
@Tag('calendar')
@Controller('calendar')
export class CalendarController {
  constructor(
    @Inject(POOL) private readonly pool: Pool,
    @Inject(LOG) private readonly log: EventLog,
    @Inject(LAW) private readonly law: LawOfTheDay,
    @Inject(FEED_KEYS) private readonly feeds: FeedKeys,
    private readonly policy: Policy,
    private readonly naming: Naming,
  ) {}

  @Get(':name')
  @OpenToAll()
  async read(@Param('name') name: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    const secret = NAME.exec(name)?.[1];
    const who = secret === undefined ? undefined : await this.feeds.find(secret);
    if (!who || !this.policy.may(who, 'work.read', { unit: who.unit })) throw notFound('lịch này');
    const viewer = { ...this.policy.viewer(who, 'work.read'), person: who.personId };
    const deadlines = await ownDeadlines(this.pool, viewer);
    const head = await this.log.head();
    const entries: Entry[] = [];
    for (let i = 0; i < deadlines.length; i += AT_ONCE) {
      const read = deadlines.slice(i, i + AT_ONCE).map(async (deadline) => {
        const raw = await loadStream(this.log, deadline.stream);
        return { deadline, why: whyAt(deadline.item, raw, this.law.at, head) };
      });
      for (const { deadline, why } of await Promise.all(read)) if (why) entries.push({ deadline, why });
    }
    void reply
      .header('Content-Type', 'text/calendar; charset=utf-8')
      .header('Cache-Control', 'private, max-age=300')
      .header('Referrer-Policy', 'no-referrer');
    return calendarText(this.naming.person(who.personId), entries);
  }
}

import { Controller, Get, Inject, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { Pool } from 'pg';
import type { EventLog } from '#engine';
import { lagWatch, type Lag } from '#read-models';
import { OpenToAll } from './access/requires.js';
import { CLOCK, type Clock } from './clock.js';
import { DESCRIPTION, type ApiDescription } from './describe/api-description.js';
import { Tag } from './describe/decorators.js';
import { Problem } from './problem/problem.js';
import { mailStanding, withMail } from './notices/mail-standing.js';
import { LAW, type LawOfTheDay } from './reference/law-of-the-day.js';
import { LOG, POOL } from './log.js';
import { SETTINGS, type ServerSettings } from './server-settings.js';
import { standingOf, statusOf } from './standing.js';

/** For whoever watches the process. */
@Tag('health')
@Controller()
export class HealthController {
  private readonly lag: () => Promise<Lag>;

  constructor(
    @Inject(LOG) private readonly log: EventLog,
    @Inject(POOL) private readonly pool: Pool,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LAW) private readonly law: LawOfTheDay,
    @Inject(SETTINGS) private readonly settings: ServerSettings,
    @Inject(DESCRIPTION) private readonly described: ApiDescription,
  ) {
    this.lag = lagWatch(pool, log, clock);
  }

  /**
   * How the figures stand beside the log, for whoever watches: 503 while they stand still though something waits to be
   * counted, or while the database can't be read. What is amiss beside the work is named and answered with 200: figures
   * that are late, files that are parked. Not for deciding whether this process may serve: that is `ready`.
   */
  @Get('health')
  @OpenToAll()
  async health(@Res({ passthrough: true }) reply: FastifyReply) {
    const standing = withMail(
      await standingOf(this.pool, this.lag),
      await mailStanding(this.pool, this.clock, this.settings.mail),
    );
    const status = statusOf(standing);
    if (status === 'failing') void reply.status(503);
    return { status, ...standing };
  }

  /** The log can be read and the law is up to date: facts can be recorded. */
  @Get('ready')
  @OpenToAll()
  async ready() {
    const trouble = this.law.trouble();
    if (trouble !== undefined)
      throw new Problem(503, 'law-not-followed', 'Không theo dõi được dữ liệu pháp luật, đơn vị, cán bộ.', {
        detail: trouble,
      });
    return { status: 'ready', position: await this.log.head(), reference: this.law.timeline.position };
  }

  /** This description. */
  @Get('openapi.json')
  @OpenToAll()
  description() {
    return this.described.document?.();
  }
}

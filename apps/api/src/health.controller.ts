import { Controller, Get, Inject } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Pool } from 'pg';
import type { EventLog } from '#engine';
import { OpenToAll } from './access/requires.js';
import { CLOCK, type Clock } from './clock.js';
import { DESCRIPTION, type ApiDescription } from './describe.js';
import { Problem } from './problem/problem.js';
import { LAW, type LawOfTheDay } from './reference/law-of-the-day.js';
import { LOG, POOL } from './log.js';
import { standingOf } from './standing.js';

/** For whoever watches the process. */
@ApiTags('health')
@Controller()
export class HealthController {
  constructor(
    @Inject(LOG) private readonly log: EventLog,
    @Inject(POOL) private readonly pool: Pool,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LAW) private readonly law: LawOfTheDay,
    @Inject(DESCRIPTION) private readonly described: ApiDescription,
  ) {}

  /**
   * The process answers: always 200, for nobody mends a figure by starting this anew. What is amiss beside it is named:
   * figures that lag behind the log, files that are parked, a database that can't be read.
   */
  @Get('health')
  @OpenToAll()
  async health() {
    const standing = await standingOf(this.pool, this.log, this.clock);
    return { status: standing.troubles.length === 0 ? 'ok' : 'degraded', ...standing };
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
    return this.described.document;
  }
}

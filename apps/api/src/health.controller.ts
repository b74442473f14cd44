import { Controller, Get, Inject } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { EventLog } from '#engine';
import { OpenToAll } from './access/requires.js';
import { DESCRIPTION, type ApiDescription } from './describe.js';
import { Problem } from './problem/problem.js';
import { LAW, type LawOfTheDay } from './reference/law-of-the-day.js';
import { LOG } from './log.js';

/** For whoever watches the process. */
@ApiTags('health')
@Controller()
export class HealthController {
  constructor(
    @Inject(LOG) private readonly log: EventLog,
    @Inject(LAW) private readonly law: LawOfTheDay,
    @Inject(DESCRIPTION) private readonly described: ApiDescription,
  ) {}

  /** The process answers. */
  @Get('health')
  @OpenToAll()
  health() {
    return { status: 'ok' };
  }

  /** The log can be read and the law is up to date. */
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

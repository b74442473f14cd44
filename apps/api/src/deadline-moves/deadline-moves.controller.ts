import { Controller, Get, Inject, Query } from '@nestjs/common';
import type { Pool } from 'pg';
import { z } from 'zod';
import { docketLabels, isRegisterName } from '#casework';
import { movedDeadlines, movingEvents } from '#read-models';
import { Policy } from '../access/policy.service.js';
import { Requires } from '../access/requires.js';
import type { Who } from '../access/roles.js';
import { SignedIn } from '../access/who.js';
import { Tag } from '../describe/decorators.js';
import { Naming } from '../files/naming.js';
import { streamOf } from '../files/registers.js';
import { POOL } from '../log.js';
import { page, size, unit } from '../query-fields.js';
import { changeInWords } from './in-words.js';

const within = z.object({ unit: unit.optional() });

const moves = within.extend({
  event: z.uuid().optional().meta({ title: 'Văn bản, quyết định làm thay đổi hạn' }),
  file: z
    .string()
    .regex(/^[A-Za-z]+\/[^/]{1,100}$/, 'Gồm sổ và mã hồ sơ, ví dụ petition/don-1.')
    .optional()
    .meta({ title: 'Hồ sơ' }),
  page,
  size,
});

const streamNamed = (file: string): string => {
  const [register = '', id = ''] = file.split('/');
  return isRegisterName(register) ? streamOf(register, id) : file;
};

/** Hạn đã thay đổi: what a change of the law moved, from which day to which. */
@Tag('deadline-moves')
@Controller('deadline-moves')
export class DeadlineMovesController {
  constructor(
    @Inject(POOL) private readonly pool: Pool,
    private readonly policy: Policy,
    private readonly naming: Naming,
  ) {}

  /** The changes of the law that moved due dates, and how many. */
  @Get('events')
  @Requires('work.read')
  async events(@SignedIn() who: Who, @Query({ schema: within }) { unit: root }: z.output<typeof within>) {
    const units = this.policy.scope(who, 'work.read', root);
    const events = await movingEvents(this.pool, this.policy.viewer(who, 'work.read'), { units });
    return events.map(({ type, data, ...event }) => ({ ...event, type, ...changeInWords(type, data) }));
  }

  /** The due dates that moved; sealed files are not named. */
  @Get()
  @Requires('work.read')
  async moved(
    @SignedIn() who: Who,
    @Query({ schema: moves }) { unit: root, event, file, page: nth, size: rows }: z.output<typeof moves>,
  ) {
    const moved = await movedDeadlines(this.pool, this.policy.viewer(who, 'work.read'), {
      units: this.policy.scope(who, 'work.read', root),
      ...(event === undefined ? {} : { event }),
      ...(file === undefined ? {} : { file: streamNamed(file) }),
      page: nth,
      size: rows,
    });
    return {
      total: moved.total,
      rows: moved.rows.map(({ stream, assignee, ...row }) => ({
        ...row,
        ...(row.sealed
          ? { unitName: this.naming.unit(row.unit) }
          : this.naming.file({ stream, unit: row.unit, assignee })),
        docketLabel: docketLabels[row.docket],
      })),
    };
  }
}

import { Controller, Get, Inject, Query } from '@nestjs/common';
import type { Pool } from 'pg';
import { z } from 'zod';
import { files } from '#read-models';
import { Policy } from '../access/policy.service.js';
import { RECORD_READ, type RecordRead } from '../access/read-records.js';
import { Requires } from '../access/requires.js';
import type { Who } from '../access/roles.js';
import { SignedIn } from '../access/who.js';
import { Tag } from '../describe/decorators.js';
import { POOL } from '../log.js';
import { page, size, unit } from '../query-fields.js';
import { registerName } from './file-id.js';
import { Naming } from './naming.js';

const search = z.object({
  q: z.string().trim().max(200).default('').meta({ title: 'Số, tên hồ sơ (không cần dấu)' }),
  register: registerName.optional(),
  unit: unit.optional(),
  status: z.string().max(50).optional().meta({ title: 'Trạng thái' }),
  page,
  size,
});

/** Finding files. Searches leave a trace. */
@Tag('files')
@Controller('files')
export class SearchController {
  constructor(
    @Inject(POOL) private readonly pool: Pool,
    @Inject(RECORD_READ) private readonly recordRead: RecordRead,
    private readonly policy: Policy,
    private readonly naming: Naming,
  ) {}

  @Get()
  @Requires('files.search')
  async search(@SignedIn() who: Who, @Query({ schema: search }) asked: z.output<typeof search>) {
    const { unit: root, register, status, ...rest } = asked;
    const units = this.policy.scope(who, 'files.search', root);
    const { total, rows } = await files(this.pool, this.policy.viewer(who, 'files.search'), {
      ...rest,
      ...(register === undefined ? {} : { register }),
      ...(status === undefined ? {} : { status }),
      units,
    });
    if (asked.q !== '') await this.recordRead(who, 'search', { ...asked, found: rows.map(({ stream }) => stream) });
    return {
      total,
      rows: rows.map(({ stream, breaches, ...row }) => ({
        ...row,
        ...this.naming.file({ stream, ...row }),
        statusLabel: this.naming.status(stream, row.status),
        openBreaches: breaches,
      })),
    };
  }
}

import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Pool } from 'pg';
import type { EventLog } from '#engine';
import { waitFor } from '#read-models';
import { LOG, POOL } from './log.js';
import { Problem } from './problem/problem.js';
import { position } from './query-fields.js';

const LONGEST = 5000;

/**
 * Read your writes: a query may ask that the read models have come as far as a position it was told.
 * A guard and not an interceptor: one of those would wrap every route of the program into observables.
 */
@Injectable()
export class WaitForGuard implements CanActivate {
  constructor(
    @Inject(LOG) private readonly log: EventLog,
    @Inject(POOL) private readonly pool: Pool,
  ) {}

  /** @throws {Problem} 400 for what is no position, 503 when the read models take longer than five seconds */
  canActivate(context: ExecutionContext): true | Promise<true> {
    const { method, headers } = context.switchToHttp().getRequest<FastifyRequest>();
    const wanted = headers['wait-for'];
    return method === 'GET' && wanted !== undefined ? this.until(wanted) : true;
  }

  private async until(wanted: unknown): Promise<true> {
    const { data, success } = position.safeParse(wanted);
    if (!success) throw new Problem(400, 'bad-wait-for', 'Tiêu đề Wait-For không hợp lệ.', { field: 'Wait-For' });
    if (!(await waitFor(this.pool, this.log, data, LONGEST)))
      throw new Problem(503, 'not-yet', 'Số liệu chưa cập nhật tới việc vừa ghi. Hãy thử lại.', { retryAfter: 1 });
    return true;
  }
}

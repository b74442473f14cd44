import { Inject, Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Pool } from 'pg';
import type { Observable } from 'rxjs';
import { waitFor } from '#read-models';
import { POOL } from './log.js';
import { Problem } from './problem/problem.js';
import { position } from './query-fields.js';

const LONGEST = 5000;

/** Read your writes: a query may ask that the read models have come as far as a position it was told. */
@Injectable()
export class WaitForInterceptor implements NestInterceptor {
  constructor(@Inject(POOL) private readonly pool: Pool) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const { method, headers } = context.switchToHttp().getRequest<FastifyRequest>();
    const wanted = headers['wait-for'];
    if (method === 'GET' && wanted !== undefined) {
      const { data, success } = position.safeParse(wanted);
      if (!success) throw new Problem(400, 'bad-wait-for', 'Tiêu đề Wait-For không hợp lệ.', { field: 'Wait-For' });
      if (!(await waitFor(this.pool, data, LONGEST)))
        throw new Problem(503, 'not-yet', 'Số liệu chưa cập nhật tới việc vừa ghi. Hãy thử lại.', { retryAfter: 1 });
    }
    return next.handle();
  }
}

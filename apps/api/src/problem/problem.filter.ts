import { Catch, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Problem } from './problem.js';
import { problemOf } from './refusals.js';

export const PROBLEM_TYPE = 'application/problem+json; charset=utf-8';

/** The body of a problem, as RFC 9457 names its members. */
export const problemBody = ({ status, code, title, more }: Problem) => {
  const { detail, field, basis, errors, fact } = more;
  return {
    type: `urn:kiemsat:${code}`,
    title,
    status,
    code,
    ...(detail === undefined ? {} : { detail }),
    ...(field === undefined ? {} : { field }),
    ...(basis === undefined ? {} : { basis }),
    ...(errors === undefined ? {} : { errors }),
    ...(fact === undefined ? {} : { fact }),
  };
};

/** Every error leaves as problem+json. A fault of our own is logged whole and told in one sentence. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('Http');

  catch(error: unknown, host: ArgumentsHost) {
    const http = host.switchToHttp();
    const { method, url } = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    const known = problemOf(error);
    if (!known) this.logger.error(`${method} ${url.split('?')[0]}`, error instanceof Error ? error.stack : error);
    const problem = known ?? new Problem(500, 'internal', 'Máy chủ gặp lỗi. Việc vừa gửi có thể chưa được ghi.');
    if (reply.raw.headersSent) return;
    if (problem.more.retryAfter !== undefined) void reply.header('Retry-After', problem.more.retryAfter);
    void reply.status(problem.status).type(PROBLEM_TYPE).send(problemBody(problem));
  }
}

import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyReply } from 'fastify';
import { Problem } from './problem.js';
import { PROBLEM_TYPE, problemBody } from './problem.filter.js';
import { problemOf } from './refusals.js';

const unreadable = () => new Problem(400, 'bad-request', 'Không đọc được yêu cầu.');

/** What Fastify itself refuses before a route is found: an address that can't be read, or is too long. */
export const answerFrameworkError = (error: unknown, _request: unknown, reply: Pick<FastifyReply, 'status'>): void => {
  const problem = problemOf(error) ?? unreadable();
  void reply.status(problem.status).type(PROBLEM_TYPE).send(problemBody(problem));
};

const ofClient: Readonly<Record<string, Problem>> = {
  HPE_HEADER_OVERFLOW: new Problem(431, 'headers-too-large', 'Tiêu đề của yêu cầu quá lớn.'),
  ERR_HTTP_REQUEST_TIMEOUT: new Problem(408, 'too-slow', 'Yêu cầu gửi đến quá chậm.'),
};

/** What isn't HTTP at all, or not in time: answered on the bare connection, which ends with it. */
export const answerClientError = (error: Error & { readonly code?: string }, socket: Socket): void => {
  if (error.code === 'ECONNRESET' || socket.destroyed || !socket.writable) {
    socket.destroy();
    return;
  }
  const problem = ofClient[error.code ?? ''] ?? unreadable();
  const body = JSON.stringify(problemBody(problem));
  socket.end(
    [
      `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status]}`,
      `Content-Type: ${PROBLEM_TYPE}`,
      `Content-Length: ${Buffer.byteLength(body)}`,
      'Connection: close',
      '',
      body,
    ].join('\r\n'),
  );
};

import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { notSignedIn } from '../problem/problem.js';
import type { Who } from './roles.js';

const signedIn = new WeakMap<object, Who>();

export const signIn = (request: FastifyRequest, who: Who) => signedIn.set(request.raw, who);

const whoAsks = (request: FastifyRequest): Who | undefined => signedIn.get(request.raw);

/** The signed-in person of a route. */
export const SignedIn = createParamDecorator((_: unknown, context: ExecutionContext): Who => {
  const who = whoAsks(context.switchToHttp().getRequest<FastifyRequest>());
  if (!who) throw notSignedIn();
  return who;
});

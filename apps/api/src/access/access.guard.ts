import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { notSignedIn, Problem } from '../problem/problem.js';
import { Policy } from './policy.service.js';
import type { Action } from './policy.js';
import { ACTION } from './requires.js';
import type { Who } from './roles.js';
import { cookieSecret } from './cookie.js';
import { SESSIONS, type Sessions } from './sessions.js';
import { TOKENS, type Tokens } from './tokens.js';
import { signIn } from './who.js';

const SAFE = ['GET', 'HEAD', 'OPTIONS'];

/** Who asks, and whether their role may at all: in front of every route, no by default. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly policy: Policy,
    @Inject(SESSIONS) private readonly sessions: Sessions,
    @Inject(TOKENS) private readonly tokens: Tokens,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const action = this.reflector.get<Action | 'open' | undefined>(ACTION, context.getHandler());
    if (action === undefined) throw new Problem(403, 'undeclared', 'Đường dẫn này chưa được cấp quyền cho ai.');
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const who = await this.identify(request);
    if (who) signIn(request, who);
    if (action === 'open') return true;
    if (!who) throw notSignedIn();
    this.policy.demand(who, action, {});
    return true;
  }

  /** Whether whoever opened a stream may still listen: signed out or expired since, they may not. */
  async stillMay(request: FastifyRequest, action: Action): Promise<boolean> {
    const who = await this.identify(request);
    return who !== undefined && this.policy.may(who, action, {});
  }

  private async identify(request: FastifyRequest): Promise<Who | undefined> {
    const [scheme, token] = (request.headers.authorization ?? '').split(' ');
    if (scheme?.toLowerCase() === 'bearer' && token) return this.tokens.find(token);
    const secret = cookieSecret(request);
    if (secret === undefined) return undefined;
    // A form on another site can carry the cookie, but not this header without asking first.
    if (!SAFE.includes(request.method) && request.headers['x-kiemsat'] === undefined)
      throw new Problem(403, 'foreign-page', 'Yêu cầu không đến từ trang của phần mềm.', {
        detail: 'Thiếu tiêu đề X-Kiemsat.',
        field: 'X-Kiemsat',
      });
    return this.sessions.find(secret);
  }
}

import { Body, Controller, Delete, Get, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { IDENTITIES, type Identities } from './access/accounts.js';
import { cookieSecret, sessionCookie } from './access/cookie.js';
import { OpenToAll, Requires } from './access/requires.js';
import type { Who } from './access/roles.js';
import { SESSIONS, type Sessions } from './access/sessions.js';
import { THROTTLE, type Throttle } from './access/throttle.js';
import { SignedIn } from './access/who.js';
import { Tag } from './describe/decorators.js';
import { Problem } from './problem/problem.js';
import { LAW, type LawOfTheDay } from './reference/law-of-the-day.js';
import { SETTINGS, type ServerSettings } from './server-settings.js';

const credentials = z
  .strictObject({
    username: z.string().trim().min(1).max(100).meta({ title: 'Tên đăng nhập' }),
    password: z.string().min(1).max(200).meta({ title: 'Mật khẩu' }),
  })
  .meta({ title: 'Đăng nhập' });

/** Signing in and out of the pages. */
@Tag('session')
@Controller('session')
export class SessionController {
  constructor(
    @Inject(IDENTITIES) private readonly identities: Identities,
    @Inject(SESSIONS) private readonly sessions: Sessions,
    @Inject(THROTTLE) private readonly throttle: Throttle,
    @Inject(LAW) private readonly law: LawOfTheDay,
    @Inject(SETTINGS) private readonly settings: ServerSettings,
  ) {}

  @Post()
  @OpenToAll()
  @HttpCode(200)
  async signIn(
    @Body({ schema: credentials }) { username, password }: z.output<typeof credentials>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const keys = [`name ${username}`, `address ${request.ip}`];
    this.throttle.check(keys);
    const identity = await this.identities.identify({ username, password });
    if (!identity) {
      this.throttle.failed(keys);
      throw new Problem(401, 'wrong-credentials', 'Tên đăng nhập hoặc mật khẩu không đúng.');
    }
    this.throttle.succeeded(`name ${username}`);
    const { secret, seconds } = await this.sessions.begin(identity);
    void reply.header('Set-Cookie', sessionCookie(secret, seconds, this.settings.secureCookies));
    return { user: this.user({ ...identity, via: 'session' }) };
  }

  @Get()
  @Requires('session.read')
  current(@SignedIn() who: Who) {
    return { user: this.user(who) };
  }

  @Delete()
  @Requires('session.read')
  @HttpCode(204)
  async signOut(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    const secret = cookieSecret(request);
    if (secret !== undefined) await this.sessions.end(secret);
    void reply.header('Set-Cookie', sessionCookie('', 0, this.settings.secureCookies));
  }

  private user({ username, personId, unit, roles }: Who) {
    const { people, units } = this.law.now();
    return {
      username,
      name: people.get(personId)?.name ?? username,
      personId,
      unit,
      unitName: units.get(unit)?.name ?? unit,
      roles,
    };
  }
}

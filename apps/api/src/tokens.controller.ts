import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { z } from 'zod';
import { dayIn } from '#law';
import { demandOffice } from './access/holds-office.js';
import { Policy } from './access/policy.service.js';
import { Requires } from './access/requires.js';
import { ROLES, type Who } from './access/roles.js';
import { TOKENS, type Tokens } from './access/tokens.js';
import { SignedIn } from './access/who.js';
import { CLOCK, type Clock } from './clock.js';
import { Tag } from './describe/decorators.js';
import { notFound } from './problem/problem.js';
import { LAW, type LawOfTheDay } from './reference/law-of-the-day.js';

const wanted = z
  .strictObject({
    name: z.string().trim().min(1).max(100).meta({ title: 'Tên máy hoặc hệ thống' }),
    personId: z.string().min(1).max(100).meta({ title: 'Người chịu trách nhiệm' }),
    unit: z.string().min(1).max(100).meta({ title: 'Đơn vị' }),
    roles: z.array(z.enum(ROLES)).min(1).meta({ title: 'Vai trò' }),
    days: z.int().min(1).max(366).default(90).meta({ title: 'Hiệu lực (ngày)' }),
  })
  .meta({ title: 'Cấp mã truy cập cho máy' });

/** Bearer tokens for machines, given by an administrator. */
@Tag('tokens')
@Controller('tokens')
export class TokensController {
  constructor(
    @Inject(TOKENS) private readonly tokens: Tokens,
    private readonly policy: Policy,
    @Inject(LAW) private readonly law: LawOfTheDay,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Post()
  @Requires('tokens.manage')
  make(@SignedIn() who: Who, @Body({ schema: wanted }) token: z.output<typeof wanted>) {
    this.policy.demand(who, 'tokens.manage', { unit: token.unit });
    demandOffice(this.law, token, dayIn(this.clock()));
    return this.tokens.make(token, who);
  }

  @Get()
  @Requires('tokens.manage')
  async list(@SignedIn() who: Who) {
    const tokens = await this.tokens.list();
    return tokens.filter(({ unit }) => this.policy.may(who, 'tokens.manage', { unit }));
  }

  @Delete(':id')
  @Requires('tokens.manage')
  @HttpCode(204)
  async revoke(@SignedIn() who: Who, @Param('id', { schema: z.uuid() }) id: string) {
    const unit = await this.tokens.unitOf(id);
    if (unit === undefined) throw notFound('mã truy cập');
    this.policy.demand(who, 'tokens.manage', { unit });
    await this.tokens.revoke(id);
  }
}

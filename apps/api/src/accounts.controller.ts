import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { z } from 'zod';
import { Rejection } from '#engine';
import { dayIn } from '#law';
import { ACCOUNT_BOOK, type AccountBook } from './access/account-book.js';
import { demandOffice } from './access/holds-office.js';
import { Policy } from './access/policy.service.js';
import { Requires } from './access/requires.js';
import { wantedEmail } from './access/email.js';
import { ROLES, type Who } from './access/roles.js';
import { SignedIn } from './access/who.js';
import { CLOCK, type Clock } from './clock.js';
import { Tag } from './describe/decorators.js';
import { notFound } from './problem/problem.js';
import { LAW, type LawOfTheDay } from './reference/law-of-the-day.js';

const name = z
  .string()
  .regex(/^[a-z0-9][a-z0-9._-]{2,49}$/)
  .meta({ title: 'Tên đăng nhập' });

const wanted = z
  .strictObject({
    username: name,
    personId: z.string().min(1).max(100).meta({ title: 'Cán bộ' }),
    unit: z.string().min(1).max(100).meta({ title: 'Đơn vị' }),
    roles: z.array(z.enum(ROLES)).min(1).meta({ title: 'Vai trò' }),
  })
  .meta({ title: 'Mở tài khoản' });

/** Local accounts, kept by an administrator for the own unit and those below it. */
@Tag('accounts')
@Controller('accounts')
export class AccountsController {
  constructor(
    @Inject(ACCOUNT_BOOK) private readonly accounts: AccountBook,
    private readonly policy: Policy,
    @Inject(LAW) private readonly law: LawOfTheDay,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @Requires('accounts.manage')
  async list(@SignedIn() who: Who) {
    const all = await this.accounts.list();
    return all.filter(({ unit }) => this.policy.may(who, 'accounts.manage', { unit }));
  }

  /** The password is in this answer and nowhere else. */
  @Post()
  @Requires('accounts.manage')
  async open(@SignedIn() who: Who, @Body({ schema: wanted }) account: z.output<typeof wanted>) {
    this.policy.demand(who, 'accounts.manage', { unit: account.unit });
    demandOffice(this.law, account, dayIn(this.clock()));
    const password = await this.accounts.open(account);
    if (password === undefined)
      throw new Rejection('username-taken', {
        detail: `Tên đăng nhập “${account.username}” đã có người dùng.`,
        field: 'username',
      });
    return { ...account, password };
  }

  @Post(':username/password')
  @Requires('accounts.manage')
  async renew(@SignedIn() who: Who, @Param('username', { schema: name }) username: string) {
    await this.demandFor(who, username);
    return { username, password: await this.accounts.renew(username) };
  }

  /** Where reminders of that person are mailed to. */
  @Post(':username/email')
  @Requires('accounts.manage')
  @HttpCode(204)
  async setEmail(
    @SignedIn() who: Who,
    @Param('username', { schema: name }) username: string,
    @Body({ schema: wantedEmail }) { email }: z.output<typeof wantedEmail>,
  ) {
    await this.demandFor(who, username);
    await this.accounts.setEmail(username, email);
  }

  @Delete(':username')
  @Requires('accounts.manage')
  @HttpCode(204)
  async close(@SignedIn() who: Who, @Param('username', { schema: name }) username: string) {
    await this.demandFor(who, username);
    await this.accounts.close(username);
  }

  private async demandFor(who: Who, username: string) {
    const unit = await this.accounts.unitOf(username);
    if (unit === undefined) throw notFound('tài khoản');
    this.policy.demand(who, 'accounts.manage', { unit });
  }
}

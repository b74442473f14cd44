import { Body, Controller, Delete, Get, HttpCode, Inject, Post } from '@nestjs/common';
import type { z } from 'zod';
import { ACCOUNT_BOOK, type AccountBook } from '../access/account-book.js';
import { wantedEmail } from '../access/email.js';
import { Requires } from '../access/requires.js';
import type { Who } from '../access/roles.js';
import { SignedIn } from '../access/who.js';
import { FEED_KEYS, type FeedKeys } from '../calendar-feed/feed-keys.js';
import { Tag } from '../describe/decorators.js';
import { SETTINGS, type ServerSettings } from '../server-settings.js';

/** How a person is reached outside the pages: an address for mail, a link for their calendar. */
@Tag('notices')
@Controller('notice-settings')
export class NoticeSettingsController {
  constructor(
    @Inject(ACCOUNT_BOOK) private readonly accounts: AccountBook,
    @Inject(FEED_KEYS) private readonly feeds: FeedKeys,
    @Inject(SETTINGS) private readonly settings: ServerSettings,
  ) {}

  @Get()
  @Requires('profile.manage')
  async read(@SignedIn() who: Who) {
    const email = await this.accounts.emailOf(who.username);
    const madeAt = await this.feeds.madeAt(who.username);
    return {
      mail: this.settings.mail,
      ...(email === undefined ? {} : { email }),
      ...(madeAt === undefined ? {} : { calendarMadeAt: madeAt }),
    };
  }

  @Post('email')
  @Requires('profile.manage')
  @HttpCode(204)
  async setEmail(@SignedIn() who: Who, @Body({ schema: wantedEmail }) { email }: z.output<typeof wantedEmail>) {
    await this.accounts.setEmail(who.username, email);
  }

  /** A new link, told this once; the one before stops working. */
  @Post('calendar')
  @Requires('calendar.manage')
  async makeFeed(@SignedIn() who: Who) {
    return { path: `/calendar/${await this.feeds.make(who.username)}.ics` };
  }

  @Delete('calendar')
  @Requires('calendar.manage')
  @HttpCode(204)
  async endFeed(@SignedIn() who: Who) {
    await this.feeds.end(who.username);
  }
}

import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { z } from 'zod';
import { dayIn } from '#law';
import { Policy } from '../access/policy.service.js';
import { Requires } from '../access/requires.js';
import type { Who } from '../access/roles.js';
import { SignedIn } from '../access/who.js';
import { CLOCK, type Clock } from '../clock.js';
import { Tag } from '../describe/decorators.js';
import { Naming } from '../files/naming.js';
import { day } from '../query-fields.js';
import { LAW, type LawOfTheDay } from '../reference/law-of-the-day.js';
import { calendarOf, offencesOn, setAsideOf, settingsOn, termsOn, type LawTold } from './tables.js';
import { calendarYear } from './year.js';

const MOST_OFFENCES = 50;

const asked = z.object({
  on: day.optional().meta({ title: 'Như có hiệu lực vào ngày' }),
  q: z.string().trim().max(200).default('').meta({ title: 'Tìm (không dấu được)' }),
});
type Asked = z.output<typeof asked>;

/** Luật và lịch: terms, calendars, open points and offences as they stand on a day, and how they came about. */
@Tag('law')
@Controller('law')
export class LawController {
  constructor(
    @Inject(LAW) private readonly law: LawOfTheDay,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly naming: Naming,
    private readonly policy: Policy,
  ) {}

  @Get()
  @Requires('law.read')
  about(@SignedIn() who: Who) {
    const { law } = this.law.now();
    const today = this.today();
    return {
      today,
      mayEnact: this.policy.mayForAll(who, 'law.enact'),
      setAside: setAsideOf(this.told()),
      years: [...law.calendar.years.values()].map(({ year, complete }) => ({ year, provisional: !complete })),
    };
  }

  @Get('terms')
  @Requires('law.read')
  terms(@Query({ schema: asked }) { on = this.today(), q }: Asked) {
    return { on, rows: termsOn(this.told(), on, q) };
  }

  @Get('calendars/:year')
  @Requires('law.read')
  calendar(@Param('year', { schema: calendarYear }) year: number) {
    return calendarOf(this.told(), year);
  }

  @Get('settings')
  @Requires('law.read')
  settings(@Query({ schema: asked.pick({ on: true }) }) { on = this.today() }: Pick<Asked, 'on'>) {
    return { on, rows: settingsOn(this.told(), on) };
  }

  @Get('offences')
  @Requires('law.read')
  offences(@Query({ schema: asked }) { on = this.today(), q }: Asked) {
    return { on, ...offencesOn(this.told(), q, { day: on, most: MOST_OFFENCES }) };
  }

  private today(): string {
    return dayIn(this.clock());
  }

  private told(): LawTold {
    const { law, precedence } = this.law.now();
    return {
      law,
      setAside: [...(precedence?.setAside.values() ?? [])],
      history: this.law.timeline.history,
      nameOf: (person) => this.naming.person(person),
    };
  }
}

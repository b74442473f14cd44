import { Controller, Get, Inject, Query } from '@nestjs/common';
import { z } from 'zod';
import { officeOn } from '#casework';
import { dayIn, searchOffences } from '#law';
import { Policy } from '../access/policy.service.js';
import { Requires } from '../access/requires.js';
import type { Who } from '../access/roles.js';
import { SignedIn } from '../access/who.js';
import { CLOCK, type Clock } from '../clock.js';
import { Tag } from '../describe/decorators.js';
import { LAW, type LawOfTheDay } from './law-of-the-day.js';

const MOST_OFFENCES = 30;

const unitChoice = z.object({ unit: z.string().max(100).optional().meta({ title: 'Đơn vị' }) });
const text = z.object({ q: z.string().trim().max(200).default('').meta({ title: 'Điều hoặc tên tội' }) });

/** Units, people and offences for the forms' choices. */
@Tag('reference')
@Controller()
export class ReferenceController {
  constructor(
    @Inject(LAW) private readonly law: LawOfTheDay,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly policy: Policy,
  ) {}

  @Get('units')
  @Requires('reference.read')
  units(@SignedIn() who: Who) {
    const { units } = this.law.now();
    return this.policy.scope(who, 'reference.read').flatMap((code) => {
      const unit = units.get(code);
      if (!unit) return [];
      const { name, level, parent, validFrom, validTo, predecessors, invented } = unit;
      return [
        {
          code,
          name,
          level,
          ...(parent === undefined ? {} : { parent }),
          validFrom,
          ...(validTo === undefined ? {} : { validTo }),
          predecessors,
          invented,
        },
      ];
    });
  }

  @Get('people')
  @Requires('reference.read')
  people(@SignedIn() who: Who, @Query({ schema: unitChoice }) { unit }: z.output<typeof unitChoice>) {
    const today = dayIn(this.clock());
    const scope = new Set(this.policy.scope(who, 'reference.read', unit));
    return [...this.law.now().people.values()].flatMap((person) => {
      const office = officeOn(person, today);
      if (!office || !scope.has(office.unit)) return [];
      return [{ personId: person.personId, name: person.name, unit: office.unit, title: office.title }];
    });
  }

  @Get('offences')
  @Requires('reference.read')
  offences(@Query({ schema: text }) { q }: z.output<typeof text>) {
    return searchOffences(this.law.now().law.offences, q, dayIn(this.clock()))
      .slice(0, MOST_OFFENCES)
      .map(({ article, name, clauses }) => ({
        article,
        name,
        clauses: clauses.map(({ clause, severity, max }) => ({ clause, severity, max })),
      }));
  }
}

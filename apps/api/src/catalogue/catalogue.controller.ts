import { Controller, Get, Header } from '@nestjs/common';
import { corrections, describeCatalogue, type Rule } from '#engine';
import { isLinkFact, registerNamed, statusLabels, type RegisterName } from '#casework';
import { cardOf, indicators } from '#indicators';
import { Requires } from '../access/requires.js';
import { Tag } from '../describe/decorators.js';
import { registerNames } from '../files/registers.js';

const ruleOf =
  (effect: 'refuses' | 'breach') =>
  ({ code, text, basis }: Rule<never, never, never>) => ({ code, text, basis, effect });

const describeRegister = (name: RegisterName) => {
  const { label, catalogue, impossible, unlawful } = registerNamed(name);
  return {
    name,
    label,
    statuses: statusLabels[name],
    facts: describeCatalogue(catalogue).map((fact) => ({ ...fact, recordable: !isLinkFact(fact.type) })),
    rules: [...impossible.map(ruleOf('refuses')), ...unlawful.map(ruleOf('breach'))],
  };
};

const describeAll = () => ({
  registers: registerNames.map(describeRegister),
  corrections: describeCatalogue(corrections),
  indicators: indicators.map((indicator) => ({ ...cardOf(indicator), source: indicator.basis.text })),
});

/** What can be recorded, under which rules, and what is counted: labels, forms and cards for the pages. */
@Tag('catalogue')
@Controller('catalogue')
export class CatalogueController {
  private described: ReturnType<typeof describeAll> | undefined;

  @Get()
  @Requires('catalogue.read')
  @Header('Cache-Control', 'private, max-age=300')
  read() {
    return (this.described ??= describeAll());
  }
}

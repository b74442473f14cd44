import type { Indicator } from '../indicator.js';
import type { Period } from '../periods.js';
import { breachIndicators } from './breaches.js';
import { crimeReportIndicators } from './crime-reports.js';
import { petitionIndicators } from './petitions.js';
import { protestIndicators } from './protests.js';
import { recommendationIndicators } from './recommendations.js';
import { returnIndicators } from './returns.js';
import { stageIndicators } from './stages.js';
import { verdictIndicators, type VerdictOptions } from './verdicts.js';

/** Every indicator, in the order of the work: from the crime report to the judgment, then protests, recommendations and petitions. */
export const indicatorTable = (options: VerdictOptions): readonly Indicator[] => [
  ...crimeReportIndicators,
  ...stageIndicators,
  ...verdictIndicators(options),
  ...returnIndicators,
  ...protestIndicators,
  ...recommendationIndicators,
  ...petitionIndicators,
  ...breachIndicators,
];

/** The table as released: another clause of the article charged is a correct charge (BLTTHS Điều 298 khoản 2). */
export const indicators: readonly Indicator[] = indicatorTable({ otherClauseIsCorrect: true });

/** Those that may be asked for a period: valid on its last day. */
export const indicatorsFor = ({ to }: Pick<Period, 'to'>, table = indicators): readonly Indicator[] =>
  table.filter(({ validFrom, validTo }) => validFrom <= to && (validTo === undefined || to <= validTo));

export const indicatorBy = (code: string, table = indicators): Indicator | undefined =>
  table.find((indicator) => indicator.code === code);

import type { Clock, Severity } from './clock.js';
import { dayOfMoment } from './dates.js';
import type { Law } from './law.js';
import { readingsOn } from './settings.js';
import { extensionsFor, termFor } from './term-in-force.js';
import type { ExtensionRule, Grantor, InvestigatingBody, ProcuracyLevel } from './term.js';

/** Which procuracy may grant an extension, for one kind of investigating body. */
export interface Authority {
  readonly body: InvestigatingBody;
  readonly level: ProcuracyLevel;
  readonly basis: string;
  /** False where the text that settles it hasn't been read. */
  readonly confirmed: boolean;
  readonly note?: string;
}

const stands = ({ validFrom, validTo }: Grantor, on: string): boolean =>
  validFrom <= on && (validTo === undefined || on < validTo);

/**
 * Who may grant an extension that is decided on a day, by whose investigation it is (BLTTHS Điều 172 khoản 5, 6, Điều 173
 * khoản 3, 4); empty where the row doesn't say, or gives that class nobody.
 * @param on YYYY-MM-DD
 */
export const whoMayGrant = (
  { grantors = [] }: ExtensionRule,
  severity: Severity | undefined,
  on: string,
): readonly Authority[] =>
  grantors.flatMap((grantor) => {
    if (!stands(grantor, on)) return [];
    const { body, level: levels, basis, status, note } = grantor;
    const level = typeof levels === 'string' ? levels : severity && levels[severity];
    return level
      ? [{ body, level, basis, confirmed: status === 'confirmed', ...(note === undefined ? {} : { note }) }]
      : [];
  });

/**
 * Who may grant the nth extension that a clock's row offers its class, decided on a day; empty where it offers none or
 * doesn't say.
 */
export const grantorsOf = (
  law: Law,
  clock: Clock,
  nth: number,
  severity: Severity | undefined,
  on: string,
): readonly Authority[] => {
  const row = termFor(law, clock, readingsOn(law.settings, dayOfMoment(clock.trigger)));
  const available = row && extensionsFor(row, severity)[nth - 1];
  return available ? whoMayGrant(available.rule, severity, on) : [];
};

const LEVELS: Readonly<Record<ProcuracyLevel, string>> = {
  district: 'Viện kiểm sát nhân dân cấp huyện',
  regional: 'Viện kiểm sát nhân dân khu vực',
  provincial: 'Viện kiểm sát nhân dân cấp tỉnh',
  supreme: 'Viện kiểm sát nhân dân tối cao',
};

const BODIES: Readonly<Record<InvestigatingBody, string>> = {
  district: 'vụ án do Cơ quan điều tra cấp huyện thụ lý',
  regional: 'vụ án do Viện kiểm sát nhân dân khu vực thụ lý',
  province: 'vụ án do cấp tỉnh thụ lý',
  ministry: 'vụ án do Cơ quan điều tra Bộ Công an, Bộ Quốc phòng, Viện kiểm sát nhân dân tối cao thụ lý',
};

/** Who may grant, in Vietnamese: one name where it is the same for all, else by whose investigation it is. */
export const authorityInWords = (authorities: readonly Authority[]): string =>
  new Set(authorities.map(({ level }) => level)).size === 1
    ? authorities
        .slice(0, 1)
        .map(({ level }) => LEVELS[level])
        .join('')
    : authorities.map(({ body, level }) => `${LEVELS[level]} (${BODIES[body]})`).join('; ');

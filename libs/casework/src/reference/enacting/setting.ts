import { Rejection, type Fact } from '#engine';
import type { Setting } from '#law';
import { demandBasis, enactedOn, placeAmong, type Enacted, type Given } from './given.js';

export interface SettingAsked {
  readonly on?: string | undefined;
  readonly point: string;
  readonly reading: 1 | 2;
  readonly validFrom: string;
  readonly source: string;
  readonly note?: string | undefined;
}

const ARTICLE = 'BLTTHS Điều 134';

/**
 * Settles an open point of the law from a day on, by one of its two readings.
 * @throws {Rejection} `unknown-point`, `basis-missing`, or what `placeAmong` refuses
 */
export const settlePoint = (
  { on, point, reading, validFrom, source, note }: SettingAsked,
  given: Given,
): Enacted<Setting> => {
  const rows = given.own.settings.all.filter((known) => known.point === point).toReversed();
  const [latest] = rows;
  if (!latest)
    throw new Rejection('unknown-point', {
      detail: `Không có điểm “${point}” trong danh sách các điểm luật chưa thống nhất.`,
      field: 'point',
      basis: ARTICLE,
    });
  demandBasis(source, 'source', latest.source);
  const { question, readings } = latest;
  const row: Setting = {
    point,
    question,
    readings,
    reading,
    validFrom,
    source,
    ...(note === undefined ? {} : { note }),
  };
  const same = rows.find((known) => known.validFrom === validFrom);
  if (same?.reading === reading && same.source === source) return { facts: [], row };
  const withBasis = (known: Setting) => ({ ...known, basis: known.source });
  const placed = placeAmong(withBasis(row), rows.map(withBasis), given, {
    at: '',
    what: `Điểm ${point}`,
    article: latest.source,
  });
  const known = (found: Setting | undefined) => rows.find((one) => one.validFrom === found?.validFrom);
  const [replaces, follows] = [known(placed.replaces), known(placed.follows)];
  const data: Fact['data'] & Setting = { on: enactedOn(on, given), ...row };
  return {
    facts: [{ type: 'CountingSettled', data }],
    row,
    ...(replaces ? { replaces } : {}),
    ...(follows ? { follows } : {}),
  };
};

import type { Scope } from './evaluate.js';
import type { Item, ItemDocket } from './item.js';
import { periodOf } from './periods.js';
import { asOf, holds, openAt, windowOf } from './predicate.js';

/** Stock and flow of a docket: carriedOver + opened + movedIn − movedOut − resolved = remaining. */
export interface Balance {
  /** Cũ chuyển sang. */
  readonly carriedOver: number;
  /** Mới thụ lý. */
  readonly opened: number;
  readonly movedIn: number;
  readonly movedOut: number;
  /** Giải quyết, tạm đình chỉ và kết thúc khác. */
  readonly resolved: number;
  /** Còn lại. */
  readonly remaining: number;
}

/** The outcome of a spell that goes on in another unit. */
export const MOVED = 'transferred';

/**
 * What came, went and stayed in a docket. Remaining is counted by itself, not by subtraction, so that the identity can
 * be checked.
 * @throws {UnknownPeriod}
 */
export const balance = (docket: ItemDocket, items: readonly Item[], { units, period, day }: Scope): Balance => {
  const window = windowOf(typeof period === 'string' ? periodOf(period) : period, day);
  const then = items
    .filter((item) => item.docket === docket && units.has(item.unit))
    .flatMap((item) => asOf(item, day) ?? []);
  const within = (on: string | undefined) => on !== undefined && on >= window.from && on <= window.to;
  const came = then.filter(({ openedOn }) => within(openedOn));
  const went = then.filter(({ closedOn }) => within(closedOn));
  const movedIn = came.filter(({ attributes }) => attributes['movedIn'] === true).length;
  const movedOut = went.filter(({ outcome }) => outcome === MOVED).length;
  return {
    carriedOver: then.filter((item) => holds(openAt('start'), item, window)).length,
    opened: came.length - movedIn,
    movedIn,
    movedOut,
    resolved: went.length - movedOut,
    remaining: then.filter((item) => holds(openAt('end'), item, window)).length,
  };
};

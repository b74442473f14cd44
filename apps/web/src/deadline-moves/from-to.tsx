import { showDay } from '../format/day.js';
import { Mark } from '../shell/mark.js';
import { WhyDue } from '../shell/why-due.js';

interface FromToProps {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** The item, and where the change stands in the log; absent where nobody may be told why. */
  readonly of?: { readonly item: string; readonly position: string };
}

const daysBetween = (from: string, to: string) => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);

/** The position before one: what had been known until the change. */
const before = (position: string) => String(BigInt(position) - 1n).padStart(position.length, '0');

/** From which day to which, and by how many days. */
export const FromTo = ({ from, to, of }: FromToProps) => {
  const shown = (day: string, position: string | undefined) =>
    of ? <WhyDue item={of.item} dueOn={day} position={position} /> : showDay(day);
  const days = from && to ? daysBetween(from, to) : 0;
  return (
    <>
      {from ? shown(from, of && before(of.position)) : 'chưa có hạn'} →{' '}
      <strong>{to ? shown(to, of?.position) : 'không còn hạn'}</strong>{' '}
      {days !== 0 && (
        <Mark tone={days < 0 ? 'late' : 'changed'}>{days < 0 ? `Sớm hơn ${-days} ngày` : `Muộn hơn ${days} ngày`}</Mark>
      )}
    </>
  );
};

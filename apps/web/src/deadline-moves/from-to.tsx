import { showDay } from '../format/day.js';
import { Mark } from '../shell/mark.js';

interface FromToProps {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

const daysBetween = (from: string, to: string) => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);

/** From which day to which, and by how many days. */
export const FromTo = ({ from, to }: FromToProps) => {
  const days = from && to ? daysBetween(from, to) : 0;
  return (
    <>
      {from ? showDay(from) : 'chưa có hạn'} → <strong>{to ? showDay(to) : 'không còn hạn'}</strong>{' '}
      {days !== 0 && (
        <Mark tone={days < 0 ? 'late' : 'changed'}>{days < 0 ? `Sớm hơn ${-days} ngày` : `Muộn hơn ${days} ngày`}</Mark>
      )}
    </>
  );
};

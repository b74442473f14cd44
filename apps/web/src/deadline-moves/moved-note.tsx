import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { call, query } from '../api/client.js';
import type { Page } from '../api/types.js';
import { showInstant } from '../format/day.js';
import { FromTo } from './from-to.js';
import type { MovedDeadline } from './types.js';

interface MovedNoteProps {
  readonly register: string;
  readonly id: string;
  /** The key of the spell. */
  readonly spell: string;
}

/** When a change of the law moved this due date, and from which day to which; nothing where none did. */
export const MovedNote = ({ register, id, spell }: MovedNoteProps) => {
  const moves = useQuery({
    queryKey: ['deadline-moves', 'file', register, id],
    queryFn: () => call<Page<MovedDeadline>>(`/deadline-moves${query({ file: `${register}/${id}`, size: 200 })}`),
    retry: false,
  });
  const own = (moves.data?.rows ?? []).filter(({ item }) => item === `${register}-${id}/${spell}`);
  if (own.length === 0) return null;
  return (
    <div style={{ marginBottom: 8 }}>
      <strong>Hạn này đã thay đổi</strong>
      <ul style={{ margin: 0, paddingLeft: 20 }}>
        {own.map(({ event, recordedAt, item, position, from, to }) => (
          <li key={event}>
            {showInstant(recordedAt)}: <FromTo from={from} to={to} of={{ item, position }} />{' '}
            <Link href={`/han-thay-doi?event=${event}`} style={{ textDecoration: 'underline' }}>
              Do thay đổi nào?
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
};

import type { ReactNode } from 'react';
import { showDay, showInstant } from '../format/day.js';
import type { Enactment } from './types.js';

interface HistoryProps<Row extends Enactment> {
  readonly rows: readonly Row[];
  /** What each brought about. */
  readonly what: (row: Row) => ReactNode;
}

/** Who enacted what, and when; newest first. */
export const History = <Row extends Enactment>({ rows, what }: HistoryProps<Row>) => (
  <ul style={{ margin: 0, paddingLeft: 18 }}>
    {rows.map((row) => (
      <li key={row.id}>
        {what(row)} – {row.actorName}, ban hành {showDay(row.on)}, ghi lúc {showInstant(row.recordedAt)}
      </li>
    ))}
  </ul>
);

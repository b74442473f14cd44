import { Alert } from 'antd';
import { Link } from 'wouter';
import { query } from '../api/client.js';
import type { IndicatorTable } from '../api/figures.js';
import { showInstant } from '../format/day.js';
import { showCount } from '../format/number.js';

interface KnownProps {
  readonly table: IndicatorTable;
  /** The moment asked for, YYYY-MM-DDTHH:mm by Vietnam's clock; empty for none. */
  readonly moment: string;
}

/** Of whom, of when and from where in the log the figures are; with an address that shows the same ones for ever. */
export const Known = ({ table: { unit, unitName, period, position, recordedAt, live }, moment }: KnownProps) => {
  const then = moment ? new Date(`${moment}:00+07:00`).toISOString() : recordedAt;
  const known = live ? 'Trực tiếp' : `Như đã biết${then ? ` lúc ${showInstant(then)}` : ''}`;
  return (
    <Alert
      type={live ? 'success' : 'info'}
      style={{ marginBottom: 12 }}
      title={`${unitName} · ${period.label} · ${known} · vị trí nhật ký ${showCount(Number(position))}`}
      action={
        <Link href={`/chi-tieu${query({ unit, period: period.code, position })}`}>Liên kết tới đúng số liệu này</Link>
      }
    />
  );
};

import { Card } from 'antd';
import { showDay, showInstant } from '../format/day.js';
import { ProblemAlert } from '../shell/problem.js';
import { DueOfNotice } from './cells.js';
import { useNotices } from './queries.js';

interface FileNoticesProps {
  readonly register: string;
  readonly id: string;
}

const MOST = 50;

/** Who was reminded of this file's deadlines and when, the latest first. */
export const FileNotices = ({ register, id }: FileNoticesProps) => {
  const notices = useNotices({ file: `${register}-${id}`, size: MOST });
  const { total = 0, rows = [] } = notices.data ?? {};
  return (
    <Card size="small" title={`Ai đã được nhắc (${total})`} style={{ marginBottom: 12 }}>
      <ProblemAlert error={notices.error} />
      {notices.data && rows.length === 0 && 'Chưa ai được nhắc.'}
      {rows.length > 0 && (
        <ul style={{ margin: 0, paddingLeft: 18 }}>
          {rows.map((row) => (
            <li key={row.id}>
              {showDay(row.on)}: {row.personName} ({row.addresseeLabel.toLowerCase()}) – {row.docketLabel}, hạn{' '}
              <DueOfNotice row={row} />, {row.rungLabel.toLowerCase()}.{' '}
              {row.acknowledgedAt ? `Đã xác nhận ${showInstant(row.acknowledgedAt)}.` : 'Chưa xác nhận.'}
            </li>
          ))}
        </ul>
      )}
      {total > MOST && `Còn ${total - MOST} lời nhắc cũ hơn.`}
    </Card>
  );
};

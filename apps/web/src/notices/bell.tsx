import { Link } from 'wouter';
import { showCount } from '../format/number.js';
import { maySeeFiles, useUser } from '../shell/user.js';
import { useNotices } from './queries.js';

/** How many reminders wait for who is at the screen, and the way to them. */
export const Bell = () => {
  return maySeeFiles(useUser()) ? <Counted /> : null;
};

const Counted = () => {
  const unread = useNotices({ mine: true, size: 1 }).data?.unread ?? 0;
  return (
    <Link
      href="/thong-bao"
      style={{ color: '#fff', whiteSpace: 'nowrap', fontWeight: unread > 0 ? 700 : 400 }}
      aria-label={unread > 0 ? `Thông báo: ${showCount(unread)} lời nhắc chưa xác nhận` : 'Thông báo'}
    >
      Thông báo{' '}
      {unread > 0 && (
        <span style={{ background: '#fff3c4', color: '#5c4400', borderRadius: 10, padding: '1px 8px' }}>
          {showCount(unread)}
        </span>
      )}
    </Link>
  );
};

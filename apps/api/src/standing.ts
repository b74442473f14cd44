import type { Pool } from 'pg';
import type { Position } from '#engine';
import { parkedStreams, type Lag } from '#read-models';

/** Figures that lag this long, in seconds, are no longer live. */
const LIVE_WITHIN = 10;

/** What is amiss though the program answers, each in a sentence for whoever watches it. */
interface Trouble {
  readonly code:
    'figures-still' | 'figures-behind' | 'projector-silent' | 'parked-files' | 'unreadable' | 'mail-waiting';
  readonly detail: string;
}

export interface Standing {
  /** How far the figures have come in the log. */
  readonly figures?: Position;
  /** For how long something recorded has been waiting to be counted, in seconds; 0 when nothing is. */
  readonly behind?: number;
  /** How many events are waiting. */
  readonly waiting?: number;
  /** How many files could not be applied: figures lack what happened in them. */
  readonly parked?: number;
  readonly troubles: readonly Trouble[];
}

export type Status = 'ok' | 'degraded' | 'failing';

const FAILURES: readonly Trouble['code'][] = ['figures-still', 'projector-silent', 'unreadable'];

/** A projection that stands still, or a database that can't be read, is a failure; all else is told beside the work. */
export const statusOf = ({ troubles }: Standing): Status => {
  if (troubles.some(({ code }) => FAILURES.includes(code))) return 'failing';
  return troubles.length === 0 ? 'ok' : 'degraded';
};

const lagging = ({ seconds, still, silent, events }: Lag): readonly Trouble[] => {
  if (still > LIVE_WITHIN)
    return [
      {
        code: 'figures-still',
        detail: `Số liệu đứng yên ${Math.floor(still)} giây dù còn ${events} việc chưa tính: chương trình tổng hợp đã dừng.`,
      },
    ];
  if (silent > LIVE_WITHIN)
    return [
      {
        code: 'projector-silent',
        detail: `Chương trình tổng hợp không có tín hiệu ${Math.floor(silent)} giây: việc ghi sau đây sẽ không được tính.`,
      },
    ];
  if (seconds > LIVE_WITHIN)
    return [
      {
        code: 'figures-behind',
        detail: `Số liệu chậm ${Math.floor(seconds)} giây (${events} việc chưa tính): chương trình tổng hợp chạy không kịp.`,
      },
    ];
  return [];
};

/** How the figures stand beside the log. It never throws: what can't be read is a trouble itself. */
export const standingOf = async (pool: Pool, look: () => Promise<Lag>): Promise<Standing> => {
  try {
    const lag = await look();
    const parked = (await parkedStreams(pool)).length;
    const troubles: Trouble[] = [...lagging(lag)];
    if (parked > 0)
      troubles.push({
        code: 'parked-files',
        detail: `${parked} hồ sơ bị tách khỏi số liệu vì không áp dụng được; sửa nguyên nhân rồi chạy “kiemsat replay”.`,
      });
    return { figures: lag.position, behind: Math.floor(lag.seconds), waiting: lag.events, parked, troubles };
  } catch {
    return { troubles: [{ code: 'unreadable', detail: 'Không đọc được sổ hoặc số liệu trong cơ sở dữ liệu.' }] };
  }
};

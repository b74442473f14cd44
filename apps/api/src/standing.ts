import type { Pool } from 'pg';
import type { EventLog, Position } from '#engine';
import { checkpoint, parkedStreams } from '#read-models';
import type { Clock } from './clock.js';

/** Figures that lag this long, in seconds, are no longer live: the projector stands still or can't keep up. */
const LIVE_WITHIN = 10;

/** What is amiss though the program answers, each in a sentence for whoever watches it. */
interface Trouble {
  readonly code: 'figures-behind' | 'parked-files' | 'unreadable';
  readonly detail: string;
}

export interface Standing {
  /** How far the figures have come in the log. */
  readonly figures?: Position;
  /** For how long something recorded has been waiting to be counted, in seconds; 0 when nothing is. */
  readonly behind?: number;
  /** How many files could not be applied: figures lack what happened in them. */
  readonly parked?: number;
  readonly troubles: readonly Trouble[];
}

const seconds = (milliseconds: number) => Math.max(0, Math.floor(milliseconds / 1000));

/** Since when the first event that isn't counted yet has been waiting; imports tell of times long ago. */
const waitingFor = async (pool: Pool, log: EventLog, clock: Clock) => {
  const { position, movedAt } = await checkpoint(pool);
  const [next] = (await log.readAll({ after: position, limit: 1 })).events;
  if (!next) return { figures: position, behind: 0 };
  const since = Math.max(movedAt.getTime(), Date.parse(next.metadata.recordedAt));
  return { figures: position, behind: seconds(clock().getTime() - since) };
};

/** How the figures stand beside the log. It never throws: what can't be read is a trouble itself. */
export const standingOf = async (pool: Pool, log: EventLog, clock: Clock): Promise<Standing> => {
  try {
    const { figures, behind } = await waitingFor(pool, log, clock);
    const parked = (await parkedStreams(pool)).length;
    const troubles: Trouble[] = [];
    if (behind > LIVE_WITHIN)
      troubles.push({
        code: 'figures-behind',
        detail: `Số liệu chưa cập nhật ${behind} giây: chương trình tổng hợp đã dừng hoặc chạy không kịp.`,
      });
    if (parked > 0)
      troubles.push({
        code: 'parked-files',
        detail: `${parked} hồ sơ bị tách khỏi số liệu vì không áp dụng được; sửa nguyên nhân rồi chạy “kiemsat replay”.`,
      });
    return { figures, behind, parked, troubles };
  } catch {
    return { troubles: [{ code: 'unreadable', detail: 'Không đọc được sổ hoặc số liệu trong cơ sở dữ liệu.' }] };
  }
};

import { Command } from 'commander';
import { REFERENCE_STREAMS } from '#casework';
import { AppendTooLarge, LogDenied, LogUnavailable } from '#engine';
import { LogsDiffer, openEventLog, postgresEventLog, transferLog } from '#event-log';
import { freeBytes, Trouble } from '#infra';
import { migrateReadModels, rebuild } from '#read-models';
import { ensureNobodyElse } from '../installation/nobody-else.js';
import { useInstallation } from '../installation/use-installation.js';
import { threadsToRebuild } from '../read-models/threads.js';
import { countingOf, step } from '../start/steps.js';
import { rebuildTrouble } from './rebuild.js';

interface Options {
  readonly data?: string;
  readonly toEventStore?: string;
  readonly fromEventStore?: string;
}

const MISSING = 'Hãy nêu --to-event-store hoặc --from-event-store (một trong hai) với địa chỉ esdb://….';

const troubleOf = (error: unknown): unknown => {
  if (error instanceof LogsDiffer)
    return new Trouble(
      `Sổ đích có nội dung khác sổ nguồn (${error.message}); không chép gì. Hãy dùng sổ đích còn trống.`,
    );
  if (error instanceof AppendTooLarge)
    return new Trouble(`Sổ đích không nhận được một ghi nhận quá lớn (${error.message}).`);
  if (error instanceof LogUnavailable || error instanceof LogDenied)
    return new Trouble(`Không dùng được sổ (${error.message}); phần đã chép còn nguyên, chạy lại thì chép tiếp.`);
  return rebuildTrouble(error);
};

const COPY = 'Chép sổ và đọc lại để đối chiếu';

const transfer = (data: string | undefined, url: string, away: boolean) =>
  useInstallation(data, async ({ writerUrl, projectorUrl, dataDir }) => {
    await ensureNobodyElse([writerUrl, projectorUrl]);
    await migrateReadModels({ url: projectorUrl });
    const own = postgresEventLog({ url: writerUrl });
    const namespace = process.env['EVENT_STORE_NAMESPACE'];
    const store = await openEventLog({ EVENT_STORE_URL: url, EVENT_STORE_NAMESPACE: namespace }, { url: writerUrl });
    const [from, to] = away ? [own, store] : [store, own];
    try {
      const moved = await step(COPY, () =>
        transferLog({ from, to, referenceStreams: REFERENCE_STREAMS, onProgress: countingOf(COPY) }),
      );
      const room = process.env['DATABASE_URL'] ? {} : { freeBytes: () => freeBytes(dataDir) };
      await step('Dựng lại số liệu theo vị trí của sổ mới', () =>
        rebuild({ log: to, url: projectorUrl, threads: threadsToRebuild(away ? url : ''), ...room }),
      );
      return moved;
    } finally {
      await Promise.all([own.close(), store.close()]);
    }
  });

/** `kiemsat transfer`: the log copied from PostgreSQL to an EventStoreDB or KurrentDB, or back, and verified. */
export const transferCommand = new Command('transfer')
  .description(
    'chép sổ sang EventStoreDB/KurrentDB hoặc ngược lại, đúng thứ tự, đối chiếu từng ghi nhận; chạy lại thì chép tiếp',
  )
  .option('--to-event-store <địa chỉ>', 'chép từ PostgreSQL sang địa chỉ này')
  .option('--from-event-store <địa chỉ>', 'chép từ địa chỉ này về PostgreSQL')
  .action(async ({ data, toEventStore, fromEventStore }: Options) => {
    const url = toEventStore ?? fromEventStore;
    if (url === undefined || (toEventStore !== undefined && fromEventStore !== undefined)) throw new Trouble(MISSING);
    const away = toEventStore !== undefined;
    const { events, copied, hash } = await transfer(data, url, away).catch((error: unknown) => {
      throw troubleOf(error);
    });
    console.log(`Hai sổ có ${events} ghi nhận như nhau (vừa chép ${copied}); SHA-256 ${hash}.`);
    console.log(
      away ? 'Từ nay hãy chạy với EVENT_STORE_URL đặt là địa chỉ ấy.' : 'Từ nay hãy chạy mà không đặt EVENT_STORE_URL.',
    );
    process.exit();
  });

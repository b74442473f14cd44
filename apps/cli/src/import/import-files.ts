import {
  appendReference,
  planImport,
  readSheets,
  referenceNow,
  releasedReference,
  runImport,
  UnreadableFile,
  type ImportProgress,
  type ImportResult,
  type Sheet,
} from '#exchange';
import { RELEASE } from '#casework';
import { LogUnavailable, RevisionConflict } from '#engine';
import { openEventLog } from '#event-log';
import { Trouble } from '#infra';
import { useInstallation } from '../installation/use-installation.js';
import { digest } from '../start/first-data.js';
import { progressOf, step } from '../start/steps.js';

export interface ImportRequest {
  readonly data: string | undefined;
  readonly files: readonly string[];
  readonly dryRun: boolean;
  readonly unit: string | undefined;
  readonly approvedBy: string | undefined;
  readonly signal: AbortSignal;
}

const readAll = async (files: readonly string[]): Promise<readonly Sheet[]> => {
  try {
    return (await Promise.all(files.map(readSheets))).flat();
  } catch (error) {
    throw error instanceof UnreadableFile ? new Trouble(error.message) : error;
  }
};

const STEPS = { files: 'Tìm hồ sơ đã có', decide: 'Xét từng dòng', write: 'Ghi vào sổ' } as const;

/** Progress of each step in turn, in place on a terminal. */
const telling = () => {
  const tellers = Object.fromEntries(Object.entries(STEPS).map(([name, what]) => [name, progressOf(what)]));
  return ({ step: name, done, total }: ImportProgress) => tellers[name]?.(done, total ?? 0);
};

const troubleOf = (error: unknown, signal: AbortSignal): unknown => {
  if (signal.aborted) return new Trouble('Đã dừng giữa chừng; chạy lại lệnh này để nạp tiếp phần còn lại.');
  if (error instanceof LogUnavailable || error instanceof RevisionConflict)
    return new Trouble('Sổ đang bận hoặc vừa mất kết nối; chạy lại lệnh này để nạp tiếp phần còn lại.');
  return error;
};

/**
 * Loads workbooks into an installation's log; a dry run only judges them.
 * @throws {Trouble} where the files can't be read or the database can't be had; nothing is half written in any file
 */
export const importFiles = async (request: ImportRequest): Promise<ImportResult> => {
  const { data, files, dryRun, unit, approvedBy, signal } = request;
  const sheets = await step(`Đọc ${files.join(', ')}`, () => readAll(files));
  return useInstallation(data, async ({ writerUrl }) => {
    const log = await openEventLog(process.env, { url: writerUrl });
    const recordedAt = new Date().toISOString();
    try {
      await step('Cập nhật dữ liệu pháp luật', () =>
        appendReference(releasedReference(), { log, digest, recordedAt, actor: RELEASE }),
      );
      const { referenceAt, position: reference } = await referenceNow(log);
      if (unit !== undefined && !referenceAt(reference).units.has(unit))
        throw new Trouble(`Không có đơn vị mã “${unit}” (--unit).`);
      const options = {
        log,
        digest,
        referenceAt,
        reference,
        unit,
        recordedAt,
        historicalApprovedBy: approvedBy,
        onProgress: telling(),
        signal,
      };
      return await step(dryRun ? 'Xét thử' : 'Nạp hồ sơ', async () =>
        dryRun ? { ...(await planImport(sheets, options)), written: 0 } : runImport(sheets, options),
      );
    } catch (error) {
      throw troubleOf(error, signal);
    } finally {
      await log.close();
    }
  });
};

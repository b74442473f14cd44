import { Command } from 'commander';
import pg from 'pg';
import { Trouble } from '#infra';
import { MadeFromAnotherLog, parkedStreams, replayParked, type Parked } from '#read-models';
import { openReadModels, type OpenReadModels } from '../read-models/open-read-models.js';

const parkedIn = async (url: string): Promise<readonly Parked[]> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await parkedStreams(client);
  } finally {
    await client.end();
  }
};

const chosen = (parked: readonly Parked[], wanted: readonly string[]): readonly Parked[] => {
  const unknown = wanted.find((stream) => !parked.some((one) => one.stream === stream));
  if (unknown !== undefined) throw new Trouble(`Hồ sơ “${unknown}” không nằm trong số hồ sơ bị tách khỏi số liệu.`);
  return wanted.length === 0 ? parked : parked.filter(({ stream }) => wanted.includes(stream));
};

const troubleOf = (error: unknown): unknown =>
  error instanceof MadeFromAnotherLog
    ? new Trouble('Số liệu đang dùng được dựng từ một sổ khác: hãy kiểm tra EVENT_STORE_URL, hoặc chạy lệnh rebuild.')
    : error;

/** @returns how many are still parked */
const replay = async ({ log, url }: OpenReadModels, wanted: readonly string[]): Promise<number> => {
  const files = chosen(await parkedIn(url), wanted);
  if (files.length === 0) console.log('Không có hồ sơ nào bị tách khỏi số liệu.');
  let left = 0;
  for (const { stream } of files) {
    const reason = await replayParked({ log, url, stream }).catch((error: unknown) => {
      throw troubleOf(error);
    });
    if (reason !== undefined) left++;
    console.log(reason === undefined ? `${stream}: đã áp dụng lại` : `${stream}: vẫn chưa áp dụng được: ${reason}`);
  }
  return left;
};

/** `kiemsat replay`: files that could not be applied, applied anew once what stood in their way was mended. */
export const replayCommand = new Command('replay')
  .description('áp dụng lại những hồ sơ bị tách khỏi số liệu, sau khi đã sửa nguyên nhân')
  .argument('[hồ sơ...]', 'mã sổ và mã hồ sơ, ví dụ petition-…; không nêu thì tất cả')
  .action(async (wanted: readonly string[], { data }: { readonly data?: string }) => {
    const left = await openReadModels(data, (readModels) => replay(readModels, wanted));
    process.exit(left === 0 ? 0 : 1);
  });

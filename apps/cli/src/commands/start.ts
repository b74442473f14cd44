import { Command, InvalidArgumentError, Option } from 'commander';
import { dataFolder } from '../installation/data-folder.js';
import { startInstallation } from '../start/start-installation.js';
import { stopSignal } from '../start/stop-signals.js';

const portOf = (text: string): number => {
  const port = Number(text);
  if (text.trim() === '' || !Number.isInteger(port) || port < 0 || port > 65_535)
    throw new InvalidArgumentError('Cổng là số từ 0 đến 65535.');
  return port;
};

const countOf = (text: string): number => {
  const count = Number(text);
  if (text.trim() === '' || !Number.isInteger(count) || count < 0)
    throw new InvalidArgumentError('Số hồ sơ là số nguyên từ 0 trở lên.');
  return count;
};

interface Options {
  readonly data?: string;
  readonly port: number;
  readonly host: string;
  readonly demonstration: number;
  readonly newPasswords: boolean;
}

const stopped = (signal: AbortSignal) =>
  new Promise<undefined>((resolve) => {
    if (signal.aborted) resolve(undefined);
    else signal.addEventListener('abort', () => resolve(undefined), { once: true });
  });

const run = async ({ data, ...options }: Options) => {
  const signal = stopSignal();
  const dataDir = dataFolder(data);
  // Whoever read the output may have gone; the program works on.
  for (const output of [process.stdout, process.stderr]) output.on('error', () => undefined);
  try {
    const installation = await startInstallation({ dataDir, ...options, signal });
    const { accountLines, forgetPasswords } = await import('../start/accounts.js');
    for (const line of installation.figures) console.log(line);
    for (const line of accountLines(dataDir)) console.log(line);
    forgetPasswords(dataDir);
    console.log(`\nKiemsat chạy ở ${installation.address} (dữ liệu ở ${dataDir}; Ctrl-C để dừng)`);
    const trouble = await Promise.race([stopped(signal), installation.givenUp]);
    console.log('Đang dừng…');
    await installation.stop();
    if (trouble) throw trouble;
    console.log('Đã dừng.');
  } catch (error) {
    if (!signal.aborted) throw error;
    console.log('\nĐã dừng.');
  }
};

/** `kiemsat start`: everything that the product needs, on this machine. */
export const start = new Command('start')
  .description('khởi động tất cả: cơ sở dữ liệu, máy chủ, trang web')
  .addOption(
    new Option('--port <cổng>', 'cổng của trang web; 0 để lấy một cổng trống')
      .argParser(portOf)
      .default(8080)
      .env('KIEMSAT_PORT'),
  )
  .addOption(new Option('--host <địa chỉ>', 'địa chỉ lắng nghe').default('127.0.0.1').env('KIEMSAT_HOST'))
  .addOption(
    new Option('--demonstration <số hồ sơ>', 'số hồ sơ của tỉnh minh hoạ, tạo khi sổ còn trống; 0 để không tạo')
      .argParser(countOf)
      .default(20_000)
      .env('KIEMSAT_DEMONSTRATION'),
  )
  .option('--new-passwords', 'tạo mật khẩu mới cho các tài khoản có sẵn và hiện chúng', false)
  .action(async (options: Options) => {
    await run(options);
    process.exit();
  });

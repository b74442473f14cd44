import { Command, Option } from 'commander';
import { Trouble } from '#infra';
import { importFiles } from '../import/import-files.js';
import { reportLines } from '../import/report.js';
import { stopSignal } from '../start/stop-signals.js';

interface Options {
  readonly data?: string;
  readonly dryRun: boolean;
  readonly unit?: string;
  readonly historical: boolean;
  readonly approvedBy?: string;
}

/** `kiemsat import`: registers from workbooks into the log. */
export const importCommand = new Command('import')
  .description('nạp hồ sơ từ tệp Excel hoặc CSV (mỗi trang một sổ, mỗi dòng một mốc)')
  .argument('<tệp...>', 'tệp .xlsx, hoặc các tệp .csv mang tên sổ; nhiều tệp được xét cùng nhau')
  .option('--dry-run', 'chỉ xét từng dòng và báo lỗi, không ghi gì', false)
  .option('--unit <mã>', 'đơn vị của những dòng để trống cột Đơn vị')
  .option('--historical', 'nạp hồ sơ cũ đang dở dang, không xét quy tắc; các mốc mang dấu này mãi mãi', false)
  .addOption(new Option('--approved-by <mã cán bộ>', 'lãnh đạo chịu trách nhiệm việc nạp hồ sơ cũ'))
  .action(async (files: readonly string[], options: Options) => {
    const { data, dryRun, unit, historical, approvedBy } = options;
    if (historical !== (approvedBy !== undefined))
      throw new Trouble('Nạp hồ sơ cũ cần cả --historical và --approved-by <mã cán bộ lãnh đạo>.');
    const result = await importFiles({ data, files, dryRun, unit, approvedBy, signal: stopSignal() });
    for (const line of reportLines(result, dryRun)) console.log(line);
    process.exit(result.problems.length === 0 ? 0 : 1);
  });

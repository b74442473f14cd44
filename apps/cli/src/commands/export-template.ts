import { writeFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { Command } from 'commander';
import { templateWorkbook } from '#exchange';
import { Trouble } from '#infra';

const save = async (file: string, force: boolean) => {
  if (extname(file).toLowerCase() !== '.xlsx') throw new Trouble(`${file}: tên tệp mẫu phải có đuôi .xlsx.`);
  const { xlsx } = await templateWorkbook();
  const bytes = new Uint8Array(await xlsx.writeBuffer());
  try {
    await writeFile(file, bytes, { flag: force ? 'w' : 'wx' });
  } catch (error) {
    const exists = typeof error === 'object' && error !== null && 'code' in error && error.code === 'EEXIST';
    throw new Trouble(
      exists
        ? `Đã có tệp ${file}: hãy chọn tên khác, hoặc thêm --force để ghi đè.`
        : `Không ghi được tệp ${file}: hãy kiểm tra thư mục và quyền ghi.`,
    );
  }
};

/** `kiemsat export-template`: an empty workbook with the headings that `kiemsat import` reads. */
export const exportTemplate = new Command('export-template')
  .description('xuất tệp Excel mẫu để điền hồ sơ rồi nạp bằng lệnh import')
  .argument('<tệp.xlsx>', 'tệp sẽ tạo')
  .option('--force', 'ghi đè tệp đã có', false)
  .action(async (file: string, { force }: { force: boolean }) => {
    await save(file, force);
    console.log(`Đã tạo ${file}: mỗi trang một sổ, cách điền ở trang Hướng dẫn.`);
  });

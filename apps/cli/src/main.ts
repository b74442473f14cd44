import { Command, Option } from 'commander';
import { commandsFor } from './commands/index.js';
import { sayTrouble } from './trouble.js';

const kiemsat = new Command('kiemsat')
  .description('Kiemsat: hồ sơ, thời hạn và chỉ tiêu công tác của Viện kiểm sát nhân dân')
  .helpOption('-h, --help', 'xem cách dùng')
  .helpCommand('help [command]', 'xem cách dùng một lệnh')
  .showHelpAfterError('(thêm --help để xem cách dùng)');
for (const command of await commandsFor(process.argv[2]))
  kiemsat.addCommand(
    command
      .helpOption('-h, --help', 'xem cách dùng')
      .addOption(new Option('--data <thư mục>', 'nơi giữ dữ liệu (mặc định .kiemsat trong thư mục chương trình)')),
  );

try {
  await kiemsat.parseAsync();
} catch (error) {
  sayTrouble(error);
  process.exitCode = 1;
}

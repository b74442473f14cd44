import { Command } from 'commander';
import { Trouble } from '#infra';
import { NoRoomToRebuild, rebuild, RebuildUnderWay, ReferenceFailure } from '#read-models';
import { openReadModels } from '../read-models/open-read-models.js';
import { step } from '../start/steps.js';

const mib = (bytes: number) => `${new Intl.NumberFormat('vi-VN').format(Math.ceil(bytes / 1024 / 1024))} MB`;

/** What keeps a rebuild from being done, as a person is told it; anything else as it came. */
export const rebuildTrouble = (error: unknown): unknown => {
  if (error instanceof RebuildUnderWay)
    return new Trouble('Một lệnh dựng lại khác đang chạy; hãy đợi lệnh đó xong rồi chạy lại.');
  if (error instanceof NoRoomToRebuild)
    return new Trouble(
      `Không đủ chỗ trên đĩa để dựng lại: cần chừng ${mib(error.needed)}, chỉ còn ${mib(error.free)}; số liệu cũ vẫn dùng. Hãy giải phóng dung lượng.`,
    );
  if (error instanceof ReferenceFailure)
    return new Trouble(
      `Dữ liệu pháp luật, đơn vị hoặc cán bộ trong sổ không áp dụng được (${error.message}); số liệu cũ vẫn dùng. Hãy cập nhật phần mềm.`,
    );
  return error;
};

/** `kiemsat rebuild`: the read models made anew from the log; the old ones serve until then. */
export const rebuildCommand = new Command('rebuild')
  .description('dựng lại toàn bộ số liệu từ sổ; số liệu cũ vẫn phục vụ cho đến khi xong')
  .action(async ({ data }: { readonly data?: string }) => {
    const { events, position } = await step('Dựng lại số liệu', () => openReadModels(data, rebuild)).catch(
      (error: unknown) => {
        throw rebuildTrouble(error);
      },
    );
    console.log(`Đã dựng lại từ ${events} ghi nhận, đến vị trí ${position}.`);
    process.exit();
  });

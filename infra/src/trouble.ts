/** Something that a person can put right: its message is one line in Vietnamese that says how. */
export class Trouble extends Error {
  override readonly name = 'Trouble';
}

/** The code of a system error (`EACCES`, `ENOSPC`, …); undefined for any other value. */
export const systemCode = (error: unknown): string | undefined =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string'
    ? error.code
    : undefined;

/** Turns what the file system says about a folder into a line that a person can act on; other errors pass as they are. */
export const folderTrouble = (folder: string, error: unknown): unknown => {
  switch (systemCode(error)) {
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
    case 'ENOENT':
      return new Trouble(`Không ghi được vào thư mục ${folder}: hãy cấp quyền hoặc chọn thư mục khác bằng --data.`);
    case 'ENOTDIR':
    case 'EEXIST':
      return new Trouble(`${folder} không phải là thư mục: hãy chọn thư mục khác bằng --data.`);
    case 'ENOSPC':
    case 'EDQUOT':
      return new Trouble(`Hết dung lượng đĩa ở ${folder}: hãy giải phóng dung lượng rồi chạy lại.`);
    case undefined:
    default:
      return error;
  }
};

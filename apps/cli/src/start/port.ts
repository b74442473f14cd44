import { createServer } from 'node:net';
import { Trouble } from '#infra';

const troubles = (host: string, port: number): Readonly<Record<string, string>> => ({
  EADDRINUSE: `Cổng ${port} đang có chương trình khác dùng: hãy dừng nó, hoặc chọn cổng khác bằng --port.`,
  EACCES: `Không được phép mở cổng ${port}: hãy chọn cổng từ 1024 trở lên bằng --port.`,
  EADDRNOTAVAIL: `Máy này không có địa chỉ ${host}: hãy sửa --host.`,
  ENOTFOUND: `Máy này không có địa chỉ ${host}: hãy sửa --host.`,
});

/**
 * Makes sure that the pages' port can be had, before anything else is started.
 * @param port 0 for any
 * @returns the port
 * @throws {Trouble} when it is taken, forbidden or not this machine's
 */
export const availablePort = (host: string, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => {
      const line = troubles(host, port)[error.code ?? ''];
      reject(line === undefined ? error : new Trouble(line));
    });
    server.listen(port, host, () => {
      const address = server.address();
      server.close(() => resolve(address !== null && typeof address === 'object' ? address.port : port));
    });
  });

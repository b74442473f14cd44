import { benchServer } from './bench-server.js';
import { benchIndicatorTable } from './indicator-table.js';
import { benchProvince, benchRebuild } from './rebuild.js';
import type { Row } from './row.js';

/** Read models over a demonstration province, on the settings that are shipped. */
export const benchReadModels = async (): Promise<readonly Row[]> => {
  const server = await benchServer();
  try {
    const province = await benchProvince(server);
    const rows = [...(await benchRebuild(province)), ...(await benchIndicatorTable(province))];
    await province.log.close();
    return rows;
  } finally {
    await server.stop();
  }
};

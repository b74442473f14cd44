import { benchBeside } from './beside.js';
import { benchCatchUp } from './catch-up.js';
import { benchServer } from './bench-server.js';
import { emmettPace } from './emmett-projector.js';
import { benchIndicatorTable } from './indicator-table.js';
import { benchLargeRebuild } from './large-rebuild.js';
import { benchProvince, benchRebuild } from './rebuild.js';
import type { Row, Scale } from './row.js';

/** Read models over a demonstration province, on the settings that are shipped. */
export const benchReadModels = async (scale: Scale): Promise<readonly Row[]> => {
  const server = await benchServer();
  try {
    const province = await benchProvince(server);
    const emmett = await emmettPace(province);
    const beside = await benchProvince(server, 'beside');
    const rows = [
      ...(await benchCatchUp(province)),
      ...(await benchRebuild(province, emmett)),
      ...(await benchIndicatorTable(province)),
      // Before the large logs: long after them the server still tidies up behind millions of rows.
      ...(await benchBeside(beside, scale)),
      ...(await benchLargeRebuild(province, scale, emmett)),
    ];
    await Promise.all([province.log.close(), beside.log.close()]);
    return rows;
  } finally {
    await server.stop();
  }
};

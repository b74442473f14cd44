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
    const rows = [
      ...(await benchCatchUp(province)),
      ...(await benchRebuild(province, emmett)),
      ...(await benchIndicatorTable(province)),
      ...(await benchLargeRebuild(province, scale, emmett)),
      ...(await benchBeside(province, scale)),
    ];
    await province.log.close();
    return rows;
  } finally {
    await server.stop();
  }
};

import { Controller, Get, Inject, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { listPeriods, periodOf, yearOn } from '#indicators';
import type { z } from 'zod';
import { RECORD_READ, type RecordRead } from '../access/read-records.js';
import { Requires } from '../access/requires.js';
import type { Who } from '../access/roles.js';
import { SignedIn } from '../access/who.js';
import { Tag } from '../describe/decorators.js';
import { yes } from '../query-fields.js';
import { viewed } from './table-query.js';
import { TableService, type TableView } from './table.service.js';

const asked = viewed.extend({ children: yes.meta({ title: 'Kèm đơn vị cấp dưới' }) });
type Asked = z.output<typeof asked>;

/** The years that can be chosen before the current one. */
const YEARS_BACK = 3;

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A unit below: its figures alone, since a province's whole tables would be a megabyte. */
const inBrief = ({ rows, ...unit }: NonNullable<TableView['children']>[number]) => ({
  ...unit,
  rows: rows.map(({ code, numerator, denominator, display, smallSample }) => ({
    code,
    numerator,
    ...(denominator === undefined ? {} : { denominator }),
    display,
    smallSample,
  })),
});

/** Figures: live or as they were known, with targets and the same period a year before. */
@Tag('indicators')
@Controller()
export class IndicatorsController {
  constructor(
    @Inject(RECORD_READ) private readonly recordRead: RecordRead,
    private readonly tables: TableService,
  ) {}

  @Get('periods')
  @Requires('indicators.read')
  periods() {
    const today = this.tables.today();
    const year = yearOn('work', today);
    const since = periodOf(`work:${year - YEARS_BACK}:year`).from;
    return { current: `work:${year}:year`, periods: listPeriods(since, today) };
  }

  @Get('indicators')
  @Requires('indicators.read')
  async table(@SignedIn() who: Who, @Query({ schema: asked }) { children: wanted, ...query }: Asked) {
    const { children, ...table } = await this.tables.table(who, query, wanted === 'true');
    return { ...table, ...(children ? { children: children.map(inBrief) } : {}) };
  }

  /** The same table as a workbook: real numbers, and from where and when they are. */
  @Get('indicators.xlsx')
  @Requires('indicators.export')
  async workbook(
    @SignedIn() who: Who,
    @Query({ schema: asked }) { children, ...query }: Asked,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const table = await this.tables.table(who, query, children === 'true');
    // Workbooks are asked for rarely; what writes them is loaded then.
    const { indicatorWorkbook } = await import('#exchange');
    const bytes = await indicatorWorkbook(table);
    await this.recordRead(who, 'export', { ...query, position: table.position, rows: table.rows.length });
    const name = `chi-tieu-${table.unit}-${table.period.code.replaceAll(':', '-')}.xlsx`;
    void reply.type(XLSX).header('Content-Disposition', `attachment; filename="${name}"`);
    return reply.send(bytes);
  }
}

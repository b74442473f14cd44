import { useQuery } from '@tanstack/react-query';
import { Button, Select, Space, Spin } from 'antd';
import { useState } from 'react';
import { useSearchParams } from 'wouter';
import { call, query } from '../api/client.js';
import type { IndicatorTable } from '../api/figures.js';
import { matches } from '../format/search-key.js';
import { UnitSelect } from '../record/look-ups.js';
import { MomentInput } from '../shell/moment-input.js';
import { PageTitle } from '../shell/page-title.js';
import { ProblemAlert } from '../shell/problem.js';
import { useUser } from '../shell/user.js';
import { ChangedItems } from './changed-items.js';
import { DrillDown, type Drilled } from './drill-down.js';
import { ExportButton } from './export-button.js';
import { FigureTable } from './figure-table.js';
import { Known } from './known.js';
import { UnitTable } from './unit-table.js';

interface PeriodChoice {
  readonly code: string;
  readonly label: string;
}

/** Indicators of a unit with its children, in a period: against target and the same period a year before. */
export const IndicatorsPage = () => {
  const user = useUser();
  const [parameters, setParameters] = useSearchParams();
  const [drilled, setDrilled] = useState<Drilled | undefined>();
  const periods = useQuery({
    queryKey: ['periods'],
    queryFn: () => call<{ current: string; periods: readonly PeriodChoice[] }>('/periods'),
    staleTime: 60_000,
  });
  const unit = parameters.get('unit') ?? user.unit;
  const period = parameters.get('period') ?? periods.data?.current;
  const moment = parameters.get('moment') ?? '';
  const position = parameters.get('position') ?? undefined;
  const at = {
    unit,
    period,
    ...(position ? { position } : {}),
    ...(moment ? { knownAt: new Date(`${moment}:59+07:00`).toISOString() } : {}),
  };
  const table = useQuery({
    queryKey: ['indicators', at],
    queryFn: () => call<IndicatorTable>(`/indicators${query({ ...at, children: true })}`),
    enabled: period !== undefined,
    placeholderData: (before) => before,
  });
  const set = (changed: Readonly<Record<string, string | undefined>>) =>
    setParameters((before) => {
      for (const [name, value] of Object.entries(changed))
        if (value) before.set(name, value);
        else before.delete(name);
      return before;
    });
  return (
    <>
      <PageTitle>Chỉ tiêu</PageTitle>
      <Space wrap style={{ marginBottom: 12 }}>
        <Select
          aria-label="Kỳ"
          style={{ width: 420 }}
          showSearch={{ filterOption: matches }}
          value={period ?? null}
          options={(periods.data?.periods ?? []).map(({ code, label }) => ({ value: code, label }))}
          onChange={(code: string) => set({ period: code })}
        />
        <div style={{ width: 360 }}>
          <UnitSelect label="Đơn vị" always value={unit} onChange={(code) => set({ unit: code })} />
        </div>
        <MomentInput
          value={moment}
          back="Về trực tiếp"
          onChange={(next) => set({ moment: next, position: undefined })}
        />
        {position && <Button onClick={() => set({ position: undefined })}>Về trực tiếp</Button>}
        <ExportButton path={`/indicators.xlsx${query({ ...at, children: true })}`} />
      </Space>
      <ProblemAlert error={table.error ?? periods.error} />
      {table.data ? (
        <>
          <Known table={table.data} moment={moment} />
          <FigureTable rows={table.data.rows} onDrill={(code, part) => setDrilled({ code, part })} />
          {!table.data.live && (
            <ChangedItems unit={unit} period={table.data.period.code} position={table.data.position} />
          )}
          {table.data.children && table.data.children.length > 0 && (
            <UnitTable units={table.data.children} rows={table.data.rows} onUnit={(code) => set({ unit: code })} />
          )}
          {drilled && (
            <DrillDown
              drilled={drilled}
              unit={unit}
              period={table.data.period.code}
              {...(table.data.live ? {} : { position: table.data.position })}
              label={table.data.rows.find(({ code }) => code === drilled.code)?.label ?? drilled.code}
              onClose={() => setDrilled(undefined)}
            />
          )}
        </>
      ) : (
        !table.error && <Spin />
      )}
    </>
  );
};

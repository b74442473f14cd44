import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Input, Select, Space, Spin, Typography } from 'antd';
import { useState } from 'react';
import { useSearchParams } from 'wouter';
import { call, query } from '../api/client.js';
import type { IndicatorTable } from '../api/types.js';
import { showDay, showInstant } from '../format/day.js';
import { matches } from '../format/search-key.js';
import { UnitSelect } from '../record/look-ups.js';
import { ProblemAlert } from '../shell/problem.js';
import { useUser } from '../shell/user.js';
import { ChangedItems } from './changed-items.js';
import { DrillDown, type Drilled } from './drill-down.js';
import { FigureTable } from './figure-table.js';
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
  const at = { unit, period, ...(moment ? { knownAt: new Date(`${moment}:59+07:00`).toISOString() } : {}) };
  const table = useQuery({
    queryKey: ['indicators', at],
    queryFn: () => call<IndicatorTable>(`/indicators${query({ ...at, children: true })}`),
    enabled: period !== undefined,
    placeholderData: (before) => before,
  });
  const set = (name: string, value: string | undefined) =>
    setParameters((before) => {
      if (value) before.set(name, value);
      else before.delete(name);
      return before;
    });
  return (
    <>
      <Typography.Title level={3}>Chỉ tiêu</Typography.Title>
      <Space wrap style={{ marginBottom: 12 }}>
        <Select
          aria-label="Kỳ"
          style={{ width: 330 }}
          showSearch={{ filterOption: matches }}
          value={period ?? null}
          options={(periods.data?.periods ?? []).map(({ code, label }) => ({ value: code, label }))}
          onChange={(code: string) => set('period', code)}
        />
        <div style={{ width: 340 }}>
          <UnitSelect value={unit} onChange={(code) => set('unit', code)} />
        </div>
        <label>
          Như đã biết lúc{' '}
          <Input
            type="datetime-local"
            value={moment}
            onChange={({ target }) => set('moment', target.value)}
            style={{ width: 220 }}
          />
        </label>
        {moment && <Button onClick={() => set('moment', undefined)}>Về trực tiếp</Button>}
        <Button href={`/api/indicators.xlsx${query(at)}`}>Xuất Excel</Button>
      </Space>
      <ProblemAlert error={table.error ?? periods.error} />
      {table.data ? (
        <>
          <Alert
            type={table.data.live ? 'success' : 'info'}
            style={{ marginBottom: 12 }}
            title={`${table.data.unitName} · ${table.data.period.label} (${showDay(table.data.period.from)} – ${showDay(table.data.period.to)}) · ${
              table.data.live
                ? 'Trực tiếp'
                : `Như đã biết${table.data.recordedAt ? ` lúc ${showInstant(table.data.recordedAt)}` : ''}`
            } · vị trí nhật ký ${Number(table.data.position).toLocaleString('vi-VN')}`}
          />
          <FigureTable rows={table.data.rows} onDrill={(code, part) => setDrilled({ code, part })} />
          {!table.data.live && (
            <ChangedItems unit={unit} period={table.data.period.code} position={table.data.position} />
          )}
          {table.data.children && table.data.children.length > 0 && (
            <UnitTable units={table.data.children} rows={table.data.rows} onUnit={(code) => set('unit', code)} />
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

import { Button, Table, Typography } from 'antd';
import type { Figure, IndicatorTable } from '../api/types.js';

type Child = NonNullable<IndicatorTable['children']>[number];

interface UnitTableProps {
  readonly units: readonly Child[];
  readonly rows: readonly Figure[];
  readonly onUnit: (code: string) => void;
}

const cell = ({ numerator, denominator, display }: Figure) =>
  denominator === undefined
    ? numerator.toLocaleString('vi-VN')
    : `${numerator.toLocaleString('vi-VN')}/${denominator.toLocaleString('vi-VN')} ${display}`;

/** The same indicators unit by unit, in the order of the units: no league table. */
export const UnitTable = ({ units, rows, onUnit }: UnitTableProps) => {
  const columns = [
    {
      title: 'Đơn vị',
      fixed: 'left' as const,
      width: 240,
      render: (_: unknown, { unit, unitName }: Child) => (
        <Button type="link" size="small" onClick={() => onUnit(unit)}>
          {unitName}
        </Button>
      ),
    },
    ...rows.map(({ code, label }) => ({
      title: label,
      width: 150,
      render: (_: unknown, child: Child) => {
        const figure = child.rows.find((row) => row.code === code);
        return figure ? cell(figure) : '—';
      },
    })),
  ];
  return (
    <>
      <Typography.Title level={4} style={{ marginTop: 20 }}>
        Đơn vị trực thuộc ({units.length})
      </Typography.Title>
      <Table<Child>
        size="small"
        rowKey="unit"
        columns={columns}
        dataSource={[...units]}
        pagination={false}
        scroll={{ x: 240 + rows.length * 150, y: 480 }}
      />
    </>
  );
};

import { Button, Table, Typography } from 'antd';
import type { Figure, UnitFigures } from '../api/figures.js';
import { showCount } from '../format/number.js';

const WRAPPED = { whiteSpace: 'normal', height: 'auto', padding: 0, textAlign: 'left' } as const;

interface UnitTableProps {
  readonly units: readonly UnitFigures[];
  readonly rows: readonly Figure[];
  readonly onUnit: (code: string) => void;
}

const cell = ({ numerator, denominator, display }: UnitFigures['rows'][number]) =>
  denominator === undefined ? showCount(numerator) : `${showCount(numerator)}/${showCount(denominator)} ${display}`;

/** The same indicators unit by unit, in the order of the units: no league table. */
export const UnitTable = ({ units, rows, onUnit }: UnitTableProps) => {
  const columns = [
    {
      title: 'Đơn vị',
      fixed: 'left' as const,
      width: 240,
      render: (_: unknown, { unit, unitName }: UnitFigures) => (
        <Button type="link" size="small" style={WRAPPED} onClick={() => onUnit(unit)}>
          {unitName}
        </Button>
      ),
    },
    ...rows.map(({ code, label }) => ({
      title: label,
      width: 150,
      render: (_: unknown, child: UnitFigures) => {
        const figure = child.rows.find((row) => row.code === code);
        return figure ? cell(figure) : '—';
      },
    })),
  ];
  return (
    <>
      <Typography.Title level={2} style={{ fontSize: 18, marginTop: 20 }}>
        Đơn vị trực thuộc ({units.length})
      </Typography.Title>
      <Table<UnitFigures>
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

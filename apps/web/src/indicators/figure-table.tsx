import { Button, Popover, Table } from 'antd';
import { useCatalogue } from '../api/queries.js';
import { showCount } from '../format/number.js';
import { Mark } from '../shell/mark.js';
import type { Figure } from '../api/figures.js';
import type { IndicatorCard } from '../api/types.js';

export type Part = 'numerator' | 'denominator';

interface FigureTableProps {
  readonly rows: readonly Figure[];
  readonly onDrill: (code: string, part: Part) => void;
}

const Card = ({ card }: { readonly card: IndicatorCard }) => (
  <div style={{ maxWidth: 460 }}>
    <p>
      <strong>Công thức:</strong> {card.formula}
    </p>
    <p>
      <strong>Đơn vị tính:</strong> {card.unitOfCount}
    </p>
    <p>
      <strong>Nguồn:</strong> {card.source}
    </p>
    {card.example && (
      <p>
        <strong>Ví dụ:</strong> {card.example}
      </p>
    )}
  </div>
);

/** The indicators of one unit; every number opens the items it is made of. */
export const FigureTable = ({ rows, onDrill }: FigureTableProps) => {
  const catalogue = useCatalogue();
  const columns = [
    {
      title: 'Chỉ tiêu',
      fixed: 'left' as const,
      width: 440,
      render: (_: unknown, { code, label, beside = [] }: Figure) => {
        const card = catalogue.data?.indicators.find((one) => one.code === code);
        return (
          <>
            {label}{' '}
            {card && (
              <Popover trigger="click" title={label} content={<Card card={card} />}>
                <Button type="link" size="small" aria-label={`Cách tính ${label}`}>
                  Cách tính
                </Button>
              </Popover>
            )}
            {beside.length > 0 && (
              <small style={{ display: 'block', color: '#4b4b4b' }}>
                {beside.map((one) => `${one.label}: ${one.display}`).join(' · ')}
              </small>
            )}
          </>
        );
      },
    },
    {
      title: 'Thực hiện',
      width: 210,
      render: (_: unknown, { code, label, numerator, denominator, display, smallSample }: Figure) => (
        <span data-testid={`figure-${code}`}>
          <Button
            type="link"
            size="small"
            aria-label={`Tử số ${label}: ${showCount(numerator)}`}
            onClick={() => onDrill(code, 'numerator')}
          >
            {showCount(numerator)}
          </Button>
          {denominator !== undefined && (
            <>
              /
              <Button
                type="link"
                size="small"
                aria-label={`Mẫu số ${label}: ${showCount(denominator)}`}
                onClick={() => onDrill(code, 'denominator')}
              >
                {showCount(denominator)}
              </Button>
              <strong>{display}</strong>
            </>
          )}
          {smallSample && <Mark tone="plain">mẫu nhỏ</Mark>}
        </span>
      ),
    },
    { title: 'Mục tiêu', width: 150, render: (_: unknown, { target }: Figure) => target ?? '—' },
    {
      title: 'So mục tiêu',
      width: 190,
      render: (_: unknown, { versusTarget, met }: Figure) =>
        versusTarget ? <span style={{ color: met === false ? '#a8071a' : undefined }}>{versusTarget}</span> : '—',
    },
    { title: 'Cùng kỳ năm trước', width: 150, render: (_: unknown, { samePeriod }: Figure) => samePeriod ?? '—' },
    { title: 'So cùng kỳ', width: 170, render: (_: unknown, { versusSamePeriod }: Figure) => versusSamePeriod ?? '—' },
  ];
  return (
    <Table<Figure>
      size="small"
      rowKey="code"
      columns={columns}
      dataSource={[...rows]}
      pagination={false}
      sticky={{ offsetHeader: 56 }}
      scroll={{ x: 1280 }}
    />
  );
};

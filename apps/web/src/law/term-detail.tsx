import { Button, Descriptions } from 'antd';
import { useCatalogue } from '../api/queries.js';
import { showDay } from '../format/day.js';
import { History } from './history.js';
import type { TermRow, TermTold } from './types.js';
import { COUNTINGS, lengthsText } from './wording.js';

const validity = ({ validFrom, validTo }: TermRow) =>
  `từ ${showDay(validFrom)}${validTo ? ` đến trước ${showDay(validTo)}` : ''}`;

/** What opens and ends a duty under a term, in the registers' own words. */
const useDuty = ({ starts, ends }: TermRow): string | undefined => {
  const catalogue = useCatalogue();
  if (!starts) return undefined;
  const registers = catalogue.data?.registers ?? [];
  const name = (register: string, type: string) =>
    registers.find((one) => one.name === register)?.facts.find((fact) => fact.type === type)?.label.vi ?? type;
  const all = [starts].flat();
  const opened = [...new Set(all.map(({ register, fact }) => name(register, fact)))].join(', ');
  const [first] = all;
  const ended = (ends ?? []).map((type) => (first ? name(first.register, type) : type)).join(', ');
  return `Phát sinh khi có: ${opened}. Hoàn thành khi có: ${ended}.`;
};

/** All that a due date under this term is worked out from. */
const Row = ({ row }: { readonly row: TermRow }) => {
  const duty = useDuty(row);
  const { extensions = [], openPoints = [], suspension } = row;
  const items = [
    { label: 'Căn cứ', children: row.basis },
    { label: 'Tính từ', children: row.runsFrom },
    { label: 'Độ dài', children: lengthsText(row.lengths) },
    {
      label: 'Cách tính',
      children: `${COUNTINGS[row.counting] ?? row.counting}${row.rolls === false ? '; không lùi khi hết vào ngày nghỉ' : ''}`,
    },
    {
      label: 'Gia hạn',
      children:
        extensions.length === 0 ? (
          'Không có'
        ) : (
          <ol style={{ margin: 0, paddingLeft: 18 }}>
            {extensions.map(({ max, grantedBy, basis, requestDaysBefore, inParts }, i) => (
              <li key={i}>
                {inParts ? 'tổng cộng tối đa ' : 'tối đa '}
                {lengthsText(max)}; {grantedBy}
                {requestDaysBefore ? `; đề nghị trước ít nhất ${requestDaysBefore} ngày` : ''} ({basis})
              </li>
            ))}
          </ol>
        ),
    },
    ...(suspension ? [{ label: 'Tạm dừng', children: suspension.basis }] : []),
    ...(duty ? [{ label: 'Việc phải làm', children: duty }] : []),
    ...(openPoints.length > 0 ? [{ label: 'Điểm chưa thống nhất', children: openPoints.join(', ') }] : []),
    { label: 'Hiệu lực', children: validity(row) },
    ...(row.note ? [{ label: 'Ghi chú', children: row.note }] : []),
  ];
  return (
    <Descriptions
      size="small"
      column={1}
      styles={{ label: { width: 190, color: '#4b4b4b' } }}
      items={items.map((item) => ({ ...item, key: item.label }))}
    />
  );
};

interface TermDetailProps {
  readonly told: TermTold;
  /** Enacts a release's row in the place of the office's own; only for who may. */
  readonly onTakeUp?: (row: TermRow) => void;
}

/** A term opened: the row in force, those to come, what a release says otherwise, and who enacted which. */
export const TermDetail = ({ told: { row, toCome, released, history }, onTakeUp }: TermDetailProps) => (
  <>
    {row && <Row row={row} />}
    {toCome.map((next) => (
      <div key={next.validFrom} style={{ borderTop: '1px solid #ddd', paddingTop: 8, marginTop: 8 }}>
        <strong>Sắp có hiệu lực {validity(next)}</strong>
        <Row row={next} />
      </div>
    ))}
    {released.map((other) => (
      <div key={other.validFrom} style={{ borderTop: '1px solid #ddd', paddingTop: 8, marginTop: 8 }}>
        <strong>Bản phát hành có nội dung khác, không áp dụng</strong>
        <Row row={other} />
        {onTakeUp && (
          <Button size="small" onClick={() => onTakeUp(other)}>
            Ban hành theo bản phát hành
          </Button>
        )}
      </div>
    ))}
    <div style={{ borderTop: '1px solid #ddd', paddingTop: 8, marginTop: 8 }}>
      <strong>Quá trình</strong>
      <History
        rows={history}
        what={({ row: one, read }) => (
          <>
            {lengthsText(one.lengths)}, hiệu lực {validity(one)} ({one.basis}){read ? '' : ', đã được thay'}
          </>
        )}
      />
    </div>
  </>
);

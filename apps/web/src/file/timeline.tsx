import { Button, Tag, Timeline as Line } from 'antd';
import type { FileView, RegisterCard, TimelineEntry } from '../api/types.js';
import { showDay, showInstant } from '../format/day.js';
import { fieldsOf } from './facts.js';

interface TimelineProps {
  readonly file: FileView;
  readonly card: RegisterCard;
  readonly onCorrect?: (fact: string) => void;
}

const Fields = ({
  card,
  type,
  data,
  struck = false,
}: {
  readonly card: RegisterCard;
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly struck?: boolean;
}) => (
  <div style={{ color: '#4b4b4b', textDecoration: struck ? 'line-through' : 'none' }}>
    {struck && typeof data['on'] === 'string' && `Ngày ${showDay(data['on'])}. `}
    {fieldsOf(card, type, data)
      .map(({ label, text }) => `${label}: ${text}`)
      .join(' · ')}
  </div>
);

const Entry = ({
  entry,
  card,
  onCorrect,
}: {
  readonly entry: TimelineEntry;
  readonly card: RegisterCard;
  readonly onCorrect?: (fact: string) => void;
}) => (
  <>
    <strong style={{ textDecoration: entry.voided ? 'line-through' : 'none' }}>
      {showDay(entry.on)} – {entry.label}
    </strong>{' '}
    {entry.voided && <Tag color="red">Đã huỷ</Tag>}
    {!entry.voided && entry.correctedBy.length > 0 && <Tag color="blue">Đã đính chính</Tag>}
    {(entry.late ?? 0) > 0 && <Tag color="orange">Ghi sau {entry.late} ngày</Tag>}
    {entry.historicalImport && <Tag>Nhập từ sổ cũ</Tag>}
    {entry.before && <Fields card={card} type={entry.type} data={entry.before} struck />}
    <Fields card={card} type={entry.type} data={entry.data} />
    <small>
      {entry.actorName} ghi lúc {showInstant(entry.recordedAt)} · bản {entry.revision}{' '}
      {onCorrect && !entry.voided && card.facts.some(({ type }) => type === entry.type) && (
        <Button size="small" type="link" aria-label={`Đính chính ${entry.label}`} onClick={() => onCorrect(entry.id)}>
          Đính chính
        </Button>
      )}
    </small>
  </>
);

/** What happened, in the order of the days; what was corrected struck through beside what is right. */
export const Timeline = ({ file, card, onCorrect }: TimelineProps) => (
  <Line
    items={file.timeline.map((entry) => ({
      key: entry.id,
      content: <Entry entry={entry} card={card} {...(onCorrect ? { onCorrect } : {})} />,
    }))}
  />
);

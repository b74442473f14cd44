import { Button, Timeline as Line } from 'antd';
import { useEffect } from 'react';
import type { FileView, RegisterCard, TimelineEntry } from '../api/types.js';
import { showDay, showInstant } from '../format/day.js';
import { Mark } from '../shell/mark.js';
import { ChangeList, changesIn, Differences, Fields } from './changes.js';
import { differences, type Names } from './facts.js';
import { useNames } from './names.js';

interface TimelineProps {
  readonly file: FileView;
  readonly card: RegisterCard;
  readonly onCorrect?: (fact: string) => void;
}

interface EntryProps extends TimelineProps {
  readonly entry: TimelineEntry;
  readonly names: Names;
}

/** Why and by whose approval a fact was put right. */
const Reasons = ({ entry, file }: Pick<EntryProps, 'entry' | 'file'>) =>
  entry.correctedBy.map((id) => {
    const approval = file.timeline.find((one) => one.id === id);
    const request = file.timeline.find((one) => one.id === approval?.data['request']);
    if (!approval) return null;
    return (
      <small key={id} style={{ display: 'block' }}>
        Lý do đính chính: {typeof request?.data['reason'] === 'string' ? request.data['reason'] : ''} (
        {approval.actorName} duyệt lúc {showInstant(approval.recordedAt)})
      </small>
    );
  });

const Entry = ({ entry, file, card, names, onCorrect }: EntryProps) => {
  const { id, type, label, on, data, before, voided = false, late = 0, correctedBy } = entry;
  const reading = { card, type, names };
  const isCorrection = entry.importance === 'correction';
  const here = window.location.hash === `#${id}`;
  return (
    <div id={id} style={here ? { background: '#fdf3d7', padding: 6 } : {}}>
      <strong style={{ textDecoration: voided ? 'line-through' : 'none' }}>
        {showDay(on)} – {label}
      </strong>{' '}
      {voided && <Mark tone="bad">Đã huỷ</Mark>}
      {!voided && correctedBy.length > 0 && <Mark tone="changed">Đã đính chính</Mark>}
      {late > 0 && <Mark tone="late">Ghi sau {late} ngày</Mark>}
      {entry.historicalImport && <Mark tone="plain">Nhập từ sổ cũ</Mark>}
      {isCorrection ? (
        <>
          <ChangeList changes={changesIn(entry)} file={file} card={card} names={names} />
          {typeof data['reason'] === 'string' && <div>Lý do: {data['reason']}</div>}
        </>
      ) : (
        <>
          <Fields reading={reading} data={data} />
          {before && <Differences lines={differences(reading, before, data)} />}
          <Reasons entry={entry} file={file} />
        </>
      )}
      <small>
        {entry.actorName} ghi lúc {showInstant(entry.recordedAt)} · bản {entry.revision}{' '}
        {onCorrect && !voided && card.facts.some((fact) => fact.type === type && fact.recordable) && (
          <Button
            size="small"
            type="link"
            aria-label={`Đính chính ${label} ngày ${showDay(on)}`}
            onClick={() => onCorrect(id)}
          >
            Đính chính
          </Button>
        )}
      </small>
    </div>
  );
};

/** What was written, in the order it was written; what was corrected struck through beside what is right. */
export const Timeline = (props: TimelineProps) => {
  const names = useNames(props.file);
  useEffect(() => {
    if (window.location.hash !== '') document.getElementById(window.location.hash.slice(1))?.scrollIntoView();
  }, []);
  return (
    <Line
      items={props.file.timeline.map((entry) => ({
        key: entry.id,
        content: <Entry {...props} entry={entry} names={names} />,
      }))}
    />
  );
};

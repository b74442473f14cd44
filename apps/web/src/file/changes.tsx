import type { Change, FileView, RegisterCard, TimelineEntry } from '../api/types.js';
import { showDay } from '../format/day.js';
import { differences, fieldsOf, labelOf, type Difference, type Names, type Reading } from './facts.js';

type Data = Readonly<Record<string, unknown>>;

const dayOf = (data: Data) => (typeof data['on'] === 'string' ? ` ngày ${showDay(data['on'])}` : '');

/** What was struck through beside what is right. */
export const Differences = ({ lines }: { readonly lines: readonly Difference[] }) => (
  <ul style={{ margin: 0, paddingLeft: 18 }}>
    {lines.map(({ label, before, after }) => (
      <li key={label}>
        {label}: {before !== undefined && <del>{before}</del>}
        {before !== undefined && after !== undefined && ' → '}
        {after !== undefined ? <ins style={{ textDecoration: 'none', fontWeight: 600 }}>{after}</ins> : ' (bỏ)'}
      </li>
    ))}
  </ul>
);

/** A fact's fields in one line. */
export const Fields = ({ reading, data }: { readonly reading: Reading; readonly data: Data }) => (
  <div style={{ color: '#4b4b4b' }}>
    {fieldsOf(reading, data)
      .map(({ label, text }) => `${label}: ${text}`)
      .join(' · ')}
  </div>
);

/** The changes that an event of correction asked for or made. */
export const changesIn = ({ type, data }: TimelineEntry): readonly Change[] => {
  const { changes, fact, data: content, type: inserted } = data;
  switch (type) {
    case 'CorrectionRequested':
      return (changes ?? []) as readonly Change[];
    case 'FactCorrected':
      return [{ kind: 'replace', fact: String(fact), data: content as Data }];
    case 'FactVoided':
      return [{ kind: 'void', fact: String(fact) }];
    case 'FactInserted':
      return [{ kind: 'insert', type: String(inserted), data: content as Data }];
    default:
      return [];
  }
};

interface ChangeListProps {
  readonly changes: readonly Change[];
  readonly file: FileView;
  readonly card: RegisterCard;
  readonly names: Names;
}

export const ChangeList = ({ changes, file, card, names }: ChangeListProps) => (
  <ul style={{ margin: 0, paddingLeft: 18 }}>
    {changes.map((change, i) => {
      if (change.kind === 'insert')
        return (
          <li key={i}>
            Bổ sung “{labelOf(card, change.type)}”{dayOf(change.data)}
            <Fields reading={{ card, type: change.type, names }} data={change.data} />
          </li>
        );
      const target = file.timeline.find(({ id }) => id === change.fact);
      const name = target ? `“${target.label}” ngày ${showDay(target.on)}` : 'một ghi nhận';
      if (change.kind === 'void') return <li key={i}>Huỷ {name}</li>;
      const reading = { card, type: target?.type ?? '', names };
      return (
        <li key={i}>
          Sửa {name}
          <Differences lines={differences(reading, target?.before ?? target?.data ?? {}, change.data)} />
        </li>
      );
    })}
  </ul>
);

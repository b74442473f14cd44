import { Collapse } from 'antd';
import type { SpellView } from '../api/types.js';
import { MovedNote } from '../deadline-moves/moved-note.js';
import { daysLeftText, showDay, todayAt } from '../format/day.js';
import { Mark, toneOf } from '../shell/mark.js';
import { Steps } from '../shell/why-due.js';

const daysTo = (day: string) =>
  Math.round((Date.parse(day.slice(0, 10)) - Date.parse(todayAt(Date.now()))) / 86_400_000);

const State = ({ spell }: { readonly spell: SpellView }) => {
  const { dueOn, closedOn, onTime, outcomeLabel, outcome } = spell;
  if (closedOn)
    return (
      <Mark tone={onTime === false ? 'bad' : 'good'}>
        {outcomeLabel ?? outcome ?? 'Kết thúc'} {showDay(closedOn)}
        {onTime === undefined ? '' : onTime ? ' – đúng hạn' : ' – quá hạn'}
      </Mark>
    );
  if (!dueOn) return <Mark tone="plain">Không có hạn luật định</Mark>;
  const left = daysTo(dueOn);
  return <Mark tone={toneOf(left)}>{daysLeftText(left)}</Mark>;
};

interface SpellsProps {
  readonly register: string;
  readonly id: string;
  readonly spells: readonly SpellView[];
}

/** What is open first, by its day; then what is over, the latest first. */
const inOrder = (spells: readonly SpellView[]) =>
  spells.toSorted((a, b) =>
    a.closedOn === undefined && b.closedOn === undefined
      ? (a.dueOn ?? '9') < (b.dueOn ?? '9')
        ? -1
        : 1
      : (b.closedOn ?? '9') < (a.closedOn ?? '9')
        ? -1
        : 1,
  );

/** Each stay in a docket, and each duty, with its due date, and why it is that day. */
export const Spells = ({ register, id, spells }: SpellsProps) => (
  <Collapse
    size="small"
    items={inOrder(spells).map((spell) => ({
      key: spell.key,
      label: (
        <>
          {spell.label ?? spell.docketLabel ?? spell.docket} từ {showDay(spell.openedOn)}
          {spell.dueOn && `, hạn ${showDay(spell.dueOn)}`} <State spell={spell} />
          {spell.provisional && <Mark tone="plain">Tạm tính: lịch nghỉ chưa công bố</Mark>}
        </>
      ),
      children:
        spell.steps.length === 0 ? (
          'Luật không ấn định thời hạn.'
        ) : (
          <>
            <MovedNote register={register} id={id} spell={spell.key} />
            <strong>Vì sao hạn này?</strong>
            <Steps steps={spell.steps} />
          </>
        ),
    }))}
  />
);

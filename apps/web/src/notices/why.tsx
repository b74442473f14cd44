import { Spin } from 'antd';
import { Link } from 'wouter';
import { useFile } from '../api/queries.js';
import { showDay } from '../format/day.js';
import { ProblemAlert } from '../shell/problem.js';

interface WhyProps {
  readonly register: string;
  readonly file: string;
  /** The item within the file. */
  readonly itemKey: string;
}

/** Why the due date is what it is, step by step with articles, as the file says it now. */
export const Why = ({ register, file, itemKey }: WhyProps) => {
  const read = useFile(register, file);
  if (!read.data) return read.error ? <ProblemAlert error={read.error} /> : <Spin />;
  const steps = read.data.spells.find(({ key }) => key === itemKey)?.steps ?? [];
  return (
    <>
      <strong>Vì sao hạn này?</strong>
      {steps.length === 0 ? (
        <p style={{ margin: 0 }}>
          Xem tại <Link href={`/ho-so/${register}/${file}`}>trang hồ sơ</Link>.
        </p>
      ) : (
        <ol style={{ margin: 0, paddingLeft: 20 }}>
          {steps.map(({ text, basis, date }, i) => (
            <li key={i}>
              {text}
              {date && ` → ${showDay(date)}`}
              {basis && ` (${basis})`}
            </li>
          ))}
        </ol>
      )}
    </>
  );
};

import { useQuery } from '@tanstack/react-query';
import { Button, Modal, Spin } from 'antd';
import { useState } from 'react';
import { Link } from 'wouter';
import { call, query } from '../api/client.js';
import type { SpellView, Step } from '../api/types.js';
import { showDay } from '../format/day.js';
import { Mark } from './mark.js';
import { ProblemAlert } from './problem.js';

interface Derivation {
  readonly register: string;
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly rows: readonly SpellView[];
}

/** How a due date came about, step by step, each with its article. */
export const Steps = ({ steps }: { readonly steps: readonly Step[] }) => (
  <ol style={{ margin: 0, paddingLeft: 20 }}>
    {steps.map(({ text, basis, date }, i) => (
      <li key={i} style={{ marginBottom: 4 }}>
        {text}
        {date && !text.includes(showDay(date.slice(0, 10))) && ` → ${showDay(date)}`}
        {basis && ` (${basis})`}
      </li>
    ))}
  </ol>
);

/** An item of a docket (`stream/key`), or whatever is due in a file on that day. */
type Of = { readonly item: string } | { readonly file: string };

type WhyDueProps = Of & {
  readonly dueOn: string;
  /** What had been known at a position of the log. */
  readonly position?: string | undefined;
};

const Why = ({ dueOn, position, ...of }: WhyDueProps) => {
  const whole = 'item' in of ? of : { file: of.file, due: dueOn };
  const why = useQuery({
    queryKey: ['why', whole, position],
    queryFn: () => call<Derivation>(`/items/derivation${query({ ...whole, position })}`),
    retry: false,
  });
  if (why.error) return <ProblemAlert error={why.error} />;
  if (!why.data) return <Spin />;
  const { register, id, number, title, rows } = why.data;
  return (
    <>
      <p style={{ marginTop: 0 }}>
        <Link href={`/ho-so/${register}/${id}`}>
          {number} – {title}
        </Link>
      </p>
      {rows.map(({ key, label, docketLabel, docket, provisional, steps }) => (
        <section key={key} style={{ marginBottom: 12 }}>
          <strong>{label ?? docketLabel ?? docket}</strong>{' '}
          {provisional && <Mark tone="plain">Tạm tính: lịch nghỉ chưa công bố</Mark>}
          <Steps steps={steps} />
        </section>
      ))}
    </>
  );
};

/** A due date that opens into why it is that day. */
export const WhyDue = (props: WhyDueProps) => {
  const [open, setOpen] = useState(false);
  const day = showDay(props.dueOn);
  return (
    <>
      <Button
        type="link"
        size="small"
        style={{ padding: 0, height: 'auto', textDecoration: 'underline dotted' }}
        aria-label={`Hạn ${day}: vì sao hạn này?`}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        {day}
      </Button>
      <Modal
        open={open}
        title={`Vì sao hạn ${day}?`}
        width={760}
        footer={null}
        destroyOnHidden
        onCancel={() => setOpen(false)}
      >
        <Why {...props} />
      </Modal>
    </>
  );
};

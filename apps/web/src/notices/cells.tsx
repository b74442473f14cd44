import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'wouter';
import { showDay, showInstant } from '../format/day.js';
import { Mark } from '../shell/mark.js';
import { ProblemAlert } from '../shell/problem.js';
import { WhyDue } from '../shell/why-due.js';
import { useAcknowledge } from './queries.js';
import type { NoticeRow } from './types.js';

/** The file and what is to be done in it; a sealed one without its name. */
export const FileCell = ({ row }: { readonly row: NoticeRow }) => (
  <>
    {row.sealed ? (
      'Hồ sơ mật'
    ) : (
      <Link href={`/ho-so/${row.register}/${row.file}`}>
        {row.number} – {row.title}
      </Link>
    )}
    <br />
    <small>{row.docketLabel}</small>
  </>
);

/** The date that was reminded of, as it was known then; it opens into its reasons. */
export const DueOfNotice = ({ row }: { readonly row: NoticeRow }) => {
  if (row.sealed) return showDay(row.dueOn);
  const { register, file, key, dueOn, position } = row;
  return <WhyDue item={`${register}-${file}/${key}`} dueOn={dueOn} position={position} />;
};

/** Where the date has moved to since. */
const DueNow = ({ row }: { readonly row: NoticeRow }) => {
  if (!row.dueNow) return <Mark tone="changed">Nay không còn hạn</Mark>;
  if (row.sealed) return <Mark tone="changed">Nay là {showDay(row.dueNow)}</Mark>;
  return (
    <>
      <Mark tone="changed">Nay là</Mark> <WhyDue item={`${row.register}-${row.file}/${row.key}`} dueOn={row.dueNow} />
    </>
  );
};

/** The date that was reminded of, and what has become of it since. */
export const DueCell = ({ row }: { readonly row: NoticeRow }) => (
  <>
    <DueOfNotice row={row} /> {row.standing === 'done' && <Mark tone="good">Đã xong</Mark>}
    {row.standing === 'moved' && <DueNow row={row} />}
  </>
);

export const PersonCell = ({ row: { personName, addresseeLabel, unitName } }: { readonly row: NoticeRow }) => (
  <>
    {personName}
    <br />
    <small>
      {addresseeLabel}, {unitName}
    </small>
  </>
);

/** How the mail went; `on` tells whether mail is sent at all. */
export const MailCell = ({ row: { mail }, on }: { readonly row: NoticeRow; readonly on: boolean }) => {
  if (!mail) return on ? 'Chưa gửi' : 'Không gửi thư';
  if (mail.outcome === 'delivered') return `Đã gửi ${showInstant(mail.at)}`;
  if (mail.outcome === 'refused') return <Mark tone="bad">Máy chủ thư từ chối</Mark>;
  return `Đang gửi, lần ${mail.attempts}`;
};

/** Who took note and when; or the button, for who was reminded. Nothing is put off by it. */
export const NoteCell = ({ row }: { readonly row: NoticeRow }) => {
  const acknowledge = useAcknowledge();
  const [problem, setProblem] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  if (row.acknowledgedAt)
    return (
      <>
        {row.acknowledgedByName}
        <br />
        <small>{showInstant(row.acknowledgedAt)}</small>
      </>
    );
  if (!row.mine) return 'Chưa xác nhận';
  const note = async () => {
    setBusy(true);
    await acknowledge(row.id).then(() => setProblem(undefined), setProblem);
    setBusy(false);
  };
  return (
    <>
      <Button
        size="small"
        loading={busy}
        aria-label={`Xác nhận đã nhận lời nhắc ${row.sealed ? '' : row.number} hạn ${showDay(row.dueOn)}, ${row.rungLabel}`}
        onClick={() => void note()}
      >
        Xác nhận đã nhận
      </Button>
      <ProblemAlert error={problem} />
    </>
  );
};

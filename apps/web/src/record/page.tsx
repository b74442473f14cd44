import { Alert, Spin, Typography } from 'antd';
import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import { useCatalogue, useFile } from '../api/queries.js';
import type { FactForm, Recorded } from '../api/types.js';
import { PageTitle } from '../shell/page-title.js';
import { ProblemAlert } from '../shell/problem.js';
import { BreachItems } from './breaches-found.js';
import { ChooseFile } from './choose-file.js';
import { RecordForm } from './record-form.js';

interface RecordPageProps {
  readonly register: string | undefined;
  readonly id: string | undefined;
}

interface Done {
  readonly fact: FactForm;
  readonly answer: Recorded;
}

/** What has just been recorded; it stays until the next one, since one milestone often follows another. */
const JustRecorded = ({ fact, answer: { breaches } }: Done) => (
  <Alert
    role="status"
    type={breaches.length === 0 ? 'success' : 'warning'}
    showIcon
    style={{ marginBottom: 12 }}
    title={`Đã ghi nhận “${fact.label.vi}”${breaches.length === 0 ? '.' : `, phát sinh ${breaches.length} vi phạm.`}`}
    description={breaches.length > 0 && <BreachItems breaches={breaches} />}
  />
);

const NEW = 'moi-';

export const RecordPage = ({ register, id }: RecordPageProps) => {
  const catalogue = useCatalogue();
  const isNew = id?.startsWith(NEW) ?? false;
  const fileId = isNew ? id?.slice(NEW.length) : id;
  const file = useFile(register ?? '', isNew ? undefined : fileId);
  const [done, setDone] = useState<readonly Done[]>([]);
  const [, go] = useLocation();
  if (!register || !fileId) return <ChooseFile register={register} />;
  const card = catalogue.data?.registers.find(({ name }) => name === register);
  if (!card || (!isNew && !file.data)) {
    const error = catalogue.error ?? file.error;
    return error ? <ProblemAlert error={error} /> : <Spin />;
  }
  const allowed = isNew
    ? card.facts.filter(({ from, recordable }) => recordable && from.includes('new')).map(({ type }) => type)
    : (file.data?.allowed ?? []);
  const last = done.at(-1);
  return (
    <>
      <PageTitle>Ghi mốc mới</PageTitle>
      <Typography.Paragraph>
        {file.data ? (
          <>
            <Link href={`/ho-so/${register}/${fileId}`}>
              {file.data.number} – {file.data.title}
            </Link>{' '}
            ({file.data.statusLabel})
          </>
        ) : (
          `Hồ sơ mới: ${card.label.vi}`
        )}
      </Typography.Paragraph>
      {last && <JustRecorded {...last} />}
      <RecordForm
        key={done.length}
        card={card}
        register={register}
        id={fileId}
        file={file.data}
        allowed={allowed}
        onRecorded={(fact, answer) => {
          setDone([...done, { fact, answer }]);
          if (isNew) go(`/ghi/${register}/${fileId}`, { replace: true });
        }}
      />
    </>
  );
};

import { Alert, Button, Card, Col, Descriptions, Row, Space, Spin } from 'antd';
import { useState } from 'react';
import { Link } from 'wouter';
import { useCatalogue, useFile } from '../api/queries.js';
import type { FileView } from '../api/types.js';
import { showDay, showInstant } from '../format/day.js';
import { FileNotices } from '../notices/file-notices.js';
import { LinkButton } from '../shell/link-button.js';
import { MomentInput } from '../shell/moment-input.js';
import { PageTitle } from '../shell/page-title.js';
import { ProblemAlert } from '../shell/problem.js';
import { mayRecord, useUser } from '../shell/user.js';
import { CorrectionRequest } from './correction-request.js';
import { PendingCorrections } from './pending-corrections.js';
import { Spells } from './spells.js';
import { Timeline } from './timeline.js';

interface FilePageProps {
  readonly register: string;
  readonly id: string;
}

/** The last revision that was written down by a moment of Vietnam's clock, YYYY-MM-DDTHH:mm. */
const knownBy = (file: FileView | undefined, moment: string): number | undefined => {
  if (!file || !moment) return undefined;
  const instant = Date.parse(`${moment}:59+07:00`);
  return file.timeline.findLast(({ recordedAt }) => Date.parse(recordedAt) <= instant)?.revision ?? -1;
};

const relations: Readonly<Record<string, string>> = {
  cameFrom: 'Bắt nguồn từ',
  ledTo: 'Dẫn tới',
  sameRoot: 'Cùng đơn gốc với',
};

export const FilePage = ({ register, id }: FilePageProps) => {
  const user = useUser();
  const [moment, setMoment] = useState('');
  const [correcting, setCorrecting] = useState<readonly string[] | undefined>();
  const catalogue = useCatalogue();
  const latest = useFile(register, id);
  const revision = knownBy(latest.data, moment);
  const then = useFile(register, id, revision);
  const file = moment ? then : latest;
  const card = catalogue.data?.registers.find(({ name }) => name === register);
  if (revision === -1)
    return (
      <Alert
        type="info"
        title="Lúc đó hồ sơ này chưa có trong sổ."
        action={<Button onClick={() => setMoment('')}>Về hiện tại</Button>}
      />
    );
  if (!file.data || !card) return file.error ? <ProblemAlert error={file.error} /> : <Spin />;
  const { data } = file;
  return (
    <>
      <Space style={{ width: '100%', justifyContent: 'space-between' }} wrap>
        <PageTitle>{`${data.number} – ${data.title}`}</PageTitle>
        <Space>
          <MomentInput value={moment} back="Về hiện tại" onChange={(next) => setMoment(next ?? '')} />
          {!moment && mayRecord(user) && (
            <>
              <LinkButton to={`/ghi/${register}/${id}`} primary>
                Ghi mốc mới (Alt+N)
              </LinkButton>
              <Button onClick={() => setCorrecting([])}>Đề nghị đính chính</Button>
            </>
          )}
        </Space>
      </Space>
      {moment && (
        <Alert
          banner
          type="info"
          title={`Hồ sơ như đã biết lúc ${showInstant(new Date(`${moment}:00+07:00`).toISOString())} (bản ${data.revision}).`}
        />
      )}
      <Descriptions size="small" bordered column={3} style={{ margin: '12px 0' }}>
        <Descriptions.Item label="Sổ">{card.label.vi}</Descriptions.Item>
        <Descriptions.Item label="Trạng thái">{data.statusLabel}</Descriptions.Item>
        <Descriptions.Item label="Đơn vị">{data.unitName}</Descriptions.Item>
        <Descriptions.Item label="Kiểm sát viên">{data.assigneeName ?? '—'}</Descriptions.Item>
        <Descriptions.Item label="Bản">{data.revision}</Descriptions.Item>
        <Descriptions.Item label="Liên quan">
          {data.links.length === 0
            ? '—'
            : data.links.map((link) => (
                <div key={`${link.register}/${link.id}`}>
                  {relations[link.relation] ?? link.relation}:{' '}
                  <Link href={`/ho-so/${link.register}/${link.id}`}>{link.number ?? link.id}</Link>
                </div>
              ))}
        </Descriptions.Item>
      </Descriptions>
      {!moment && <PendingCorrections file={data} card={card} />}
      {correcting && (
        <CorrectionRequest
          key={correcting.join()}
          file={data}
          card={card}
          facts={correcting}
          onClose={() => setCorrecting(undefined)}
        />
      )}
      <Row gutter={16}>
        <Col xs={24} xl={14}>
          <Card size="small" title={`Dòng thời gian (${data.timeline.length})`}>
            <Timeline
              file={data}
              card={card}
              {...(moment || !mayRecord(user) ? {} : { onCorrect: (fact: string) => setCorrecting([fact]) })}
            />
          </Card>
        </Col>
        <Col xs={24} xl={10}>
          <Card size="small" title="Thời hạn" style={{ marginBottom: 12 }}>
            <Spells register={register} id={id} spells={data.spells} />
          </Card>
          {!moment && <FileNotices register={register} id={id} />}
          <Card size="small" title={`Vi phạm (${data.breaches.length})`}>
            {data.breaches.length === 0 ? (
              'Không có vi phạm nào.'
            ) : (
              <ul style={{ margin: 0, paddingLeft: 18 }}>
                {data.breaches.map(({ code, fact, text, detail, basis, on }) => (
                  <li key={`${fact}/${code}`}>
                    {showDay(on)}: {text}. {detail} (Căn cứ: {basis})
                  </li>
                ))}
              </ul>
            )}
          </Card>
        </Col>
      </Row>
    </>
  );
};

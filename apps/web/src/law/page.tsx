import { Card, message, Tabs } from 'antd';
import { useSearchParams } from 'wouter';
import { PageTitle } from '../shell/page-title.js';
import { CalendarTab } from './calendar.js';
import { OffencesTab } from './offences.js';
import { useLawAbout } from './queries.js';
import { SetAsideNote } from './set-aside.js';
import { SettingsTab } from './settings.js';
import { TermsTab } from './terms.js';

/** Luật và lịch: what every due date rests on, for everybody to read and for administrators to change. */
export const LawPage = () => {
  const [parameters, setParameters] = useSearchParams();
  const about = useLawAbout();
  const [notice, notices] = message.useMessage();
  const mayEnact = about.data?.mayEnact === true;
  const onEnacted = (told: string) => void notice.success(told);
  return (
    <>
      {notices}
      <PageTitle>Luật và lịch</PageTitle>
      <SetAsideNote rows={about.data?.setAside ?? []} />
      <Card size="small">
        <Tabs
          activeKey={parameters.get('the') ?? 'thoi-han'}
          onChange={(key) =>
            setParameters((before) => {
              before.set('the', key);
              return before;
            })
          }
          items={[
            { key: 'thoi-han', label: 'Thời hạn', children: <TermsTab mayEnact={mayEnact} onEnacted={onEnacted} /> },
            {
              key: 'lich',
              label: 'Lịch làm việc',
              children: about.data && <CalendarTab about={about.data} mayEnact={mayEnact} onEnacted={onEnacted} />,
            },
            {
              key: 'cach-hieu',
              label: 'Cách hiểu',
              children: <SettingsTab mayEnact={mayEnact} onEnacted={onEnacted} />,
            },
            { key: 'toi-danh', label: 'Tội danh', children: <OffencesTab mayEnact={mayEnact} onEnacted={onEnacted} /> },
          ]}
        />
      </Card>
    </>
  );
};

import { Card, Tabs } from 'antd';
import { PageTitle } from '../shell/page-title.js';
import { DueList } from './due-list.js';
import { Breaches, LateEntries, WaitingApprovals } from './lists.js';
import { useTotal } from './total.js';

/** What is due, what waits for a decision, what went against the law, what came late. */
export const MyWorkPage = () => {
  const due = useTotal('due');
  const corrections = useTotal('corrections');
  const breaches = useTotal('breaches');
  const late = useTotal('late-entries');
  return (
    <>
      <PageTitle>Việc của tôi hôm nay</PageTitle>
      <Card size="small">
        <Tabs
          items={[
            { key: 'due', label: `Thời hạn ${due}`, children: <DueList /> },
            { key: 'corrections', label: `Đính chính chờ duyệt ${corrections}`, children: <WaitingApprovals /> },
            { key: 'breaches', label: `Vi phạm ghi nhận được ${breaches}`, children: <Breaches /> },
            { key: 'late', label: `Ghi muộn ${late}`, children: <LateEntries /> },
          ]}
        />
      </Card>
    </>
  );
};

import { Card, Col, Row, Typography } from 'antd';
import { DueList } from './due-list.js';
import { Breaches, LateEntries, WaitingApprovals } from './side-lists.js';

export const MyWorkPage = () => (
  <>
    <Typography.Title level={3}>Việc của tôi hôm nay</Typography.Title>
    <Row gutter={16}>
      <Col xs={24} xl={16}>
        <Card>
          <DueList />
        </Card>
      </Col>
      <Col xs={24} xl={8}>
        <WaitingApprovals />
        <Breaches />
        <LateEntries />
      </Col>
    </Row>
  </>
);

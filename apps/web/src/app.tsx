import { useQuery } from '@tanstack/react-query';
import { Result, Spin } from 'antd';
import { lazy, Suspense } from 'react';
import { Redirect, Route, Switch } from 'wouter';
import { call, ProblemError } from './api/client.js';
import type { User } from './api/types.js';
import { MyWorkPage } from './my-work/page.js';
import { Shell } from './shell/layout.js';
import { ProblemAlert } from './shell/problem.js';
import { SignIn } from './shell/sign-in.js';
import { maySeeFiles, SignedInUser } from './shell/user.js';

const FilesPage = lazy(() => import('./file/list.js').then((room) => ({ default: room.FilesPage })));
const FilePage = lazy(() => import('./file/page.js').then((room) => ({ default: room.FilePage })));
const RecordPage = lazy(() => import('./record/page.js').then((room) => ({ default: room.RecordPage })));
const LawPage = lazy(() => import('./law/page.js').then((room) => ({ default: room.LawPage })));
const NoticesPage = lazy(() => import('./notices/page.js').then((room) => ({ default: room.NoticesPage })));
const IndicatorsPage = lazy(() => import('./indicators/page.js').then((room) => ({ default: room.IndicatorsPage })));
const DeadlineMovesPage = lazy(() =>
  import('./deadline-moves/page.js').then((room) => ({ default: room.DeadlineMovesPage })),
);

export const App = () => {
  const session = useQuery({
    queryKey: ['session'],
    queryFn: () => call<{ user: User }>('/session'),
    retry: false,
    staleTime: Infinity,
  });
  if (session.isPending) return <Spin fullscreen />;
  if (!session.data) {
    const signedOut = session.error instanceof ProblemError && session.error.problem.status === 401;
    return signedOut ? <SignIn /> : <ProblemAlert error={session.error} />;
  }
  return (
    <SignedInUser value={session.data.user}>
      <Shell>
        <Suspense fallback={<Spin />}>
          <Switch>
            <Route path="/">{maySeeFiles(session.data.user) ? <MyWorkPage /> : <Redirect to="/luat" replace />}</Route>
            <Route path="/ho-so" component={FilesPage} />
            <Route path="/ho-so/:register/:id">
              {(at) => <FilePage key={at.id} register={at.register} id={at.id} />}
            </Route>
            <Route path="/ghi/:register?/:id?">
              {(at) => <RecordPage key={at.id?.replace('moi-', '')} register={at.register} id={at.id} />}
            </Route>
            <Route path="/thong-bao" component={NoticesPage} />
            <Route path="/chi-tieu" component={IndicatorsPage} />
            <Route path="/luat" component={LawPage} />
            <Route path="/han-thay-doi" component={DeadlineMovesPage} />
            <Route>
              <Result status="404" title="Không có trang này" />
            </Route>
          </Switch>
        </Suspense>
      </Shell>
    </SignedInUser>
  );
};

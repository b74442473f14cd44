import { QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { ConfigProvider } from 'antd';
import 'antd/dist/reset.css';
import viVN from 'antd/locale/vi_VN';
import { createRoot } from 'react-dom/client';
import { ProblemError } from './api/client.js';
import { App } from './app.js';
import { theme } from './shell/theme.js';

const refused = (error: unknown) => error instanceof ProblemError && error.problem.status >= 400;

const queries: QueryClient = new QueryClient({
  queryCache: new QueryCache({
    // A session that has run out shows the sign-in again; drafts stay in this browser.
    onError: (error, { queryKey }) => {
      if (queryKey[0] !== 'session' && error instanceof ProblemError && error.problem.status === 401)
        void queries.resetQueries({ queryKey: ['session'] });
    },
  }),
  defaultOptions: {
    queries: { retry: (nth, error) => nth < 1 && !refused(error), staleTime: 5_000, refetchOnWindowFocus: false },
  },
});
const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
createRoot(root).render(
  <QueryClientProvider client={queries}>
    <ConfigProvider locale={viVN} theme={theme} componentSize="middle">
      <App />
    </ConfigProvider>
  </QueryClientProvider>,
);

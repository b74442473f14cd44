import './register.mjs';

/** One server for the whole run; its address reaches the test files by the environment. */
export default async () => {
  const { startTestServer } = await import('./server.ts');
  globalThis.stopTestServer = await startTestServer();
};

import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { eventStoreDbEventLog } from '#event-log/eventstore';

/**
 * A command line for the shell that starts one node in the foreground, without TLS, on 127.0.0.1 at the port and with its
 * data in the folder that EVENT_STORE_PORT and EVENT_STORE_DATA name to it. Where it is given, tests may stop, freeze and
 * kill nodes of their own.
 */
export const nodeCommand = process.env.EVENT_STORE_COMMAND;

const READY_WITHIN = 90_000;

const freePort = async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
};

const untilReady = async (url: string) => {
  const log = eventStoreDbEventLog({ url, patience: 1_000, within: 0 });
  const until = performance.now() + READY_WITHIN;
  while (!(await log.head().catch(() => undefined))) {
    if (performance.now() > until) throw new Error('the node did not become ready');
    await sleep(200);
  }
  await log.close();
};

/**
 * A node that no other test sees, so that it may be stopped, frozen and killed.
 * @param folder where its data lie; one of its own in the temporary folder when absent
 */
export const ownNode = async (command: string, folder?: string) => {
  const data = folder ?? (await mkdtemp(join(tmpdir(), 'kiemsat-node-')));
  const port = await freePort();
  const url = `esdb://127.0.0.1:${port}?tls=false`;
  const start = (): ChildProcess =>
    spawn(command, {
      shell: true,
      // A group of its own, whatever the shell starts: signals go to all of it.
      detached: true,
      stdio: 'ignore',
      env: { ...process.env, EVENT_STORE_PORT: String(port), EVENT_STORE_DATA: data },
    });
  let node = start();
  const signal = (name: NodeJS.Signals) => process.kill(-(node.pid as number), name);
  const lives = () => node.exitCode === null && node.signalCode === null;
  const killLast = () => {
    if (lives()) signal('SIGKILL');
  };
  // It is in a group of its own, and would outlive a run that is broken off.
  process.on('exit', killLast);
  await untilReady(url);
  /** Whether anything that the command started is still there: the shell may end before the node does. */
  const lingers = () => {
    try {
      return process.kill(-(node.pid as number), 0);
    } catch {
      return false;
    }
  };
  const end = async (name: NodeJS.Signals) => {
    if (lives()) {
      const ended = once(node, 'exit');
      signal(name);
      await ended;
    }
    while (lingers()) await sleep(20);
  };
  const startAgain = async () => {
    node = start();
    await untilReady(url);
  };
  return {
    url,
    port,
    restart: async () => {
      await end('SIGTERM');
      await startAgain();
    },
    crash: async () => {
      await end('SIGKILL');
      await startAgain();
    },
    freeze: () => signal('SIGSTOP'),
    thaw: () => {
      if (lives()) signal('SIGCONT');
    },
    /** A node that ended by itself is started again. */
    recover: async () => {
      if (!lives()) await startAgain();
    },
    drop: async () => {
      await end('SIGKILL');
      process.off('exit', killLast);
      if (folder === undefined) await rm(data, { recursive: true, force: true });
    },
  };
};

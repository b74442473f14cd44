import { postgresEventLog } from '#event-log';
import { eventLogContract, type LogUnderTest } from '#event-log/testing';
import { testDatabase, type TestDatabase } from '#test';
import { proxy } from '../harness/proxy.js';
import { cutConnections } from './as-owner.js';
import { copyLog } from './copy-log.js';
import { ownServer } from './own-server.js';
import { storm } from './storm.js';

/** The prepared statement's name, in the message that runs it. */
const APPEND = 'append-group';

/** A database of its own, reached through a proxy that can lose an answer. */
const makeLog = async (): Promise<LogUnderTest> => {
  const databases: TestDatabase[] = [];
  const logs: { close(): Promise<void> }[] = [];
  const open = (url: string) => {
    const log = postgresEventLog({ url });
    logs.push(log);
    return log;
  };
  const make = async () => {
    const made = await testDatabase();
    databases.push(made);
    return made;
  };
  const database = await make();
  const wire = await proxy(database.writerUrl);
  const log = open(wire.through(database.writerUrl));
  return {
    log,
    another: () => open(database.writerUrl),
    close: () => log.close(),
    cut: async () => void (await cutConnections(database.ownerUrl)),
    loseNextAnswer: () => wire.loseNextAnswer({ asking: APPEND }),
    copy: async () => {
      const copied = await make();
      await copyLog(database.ownerUrl, copied.ownerUrl);
      return open(copied.writerUrl);
    },
    storm: (events) => storm(database.writerUrl, database.ownerUrl, events),
    dispose: async () => {
      await Promise.all(logs.map((opened) => opened.close()));
      wire.close();
      await Promise.all(databases.map(({ drop }) => drop()));
    },
  };
};

/** On a server of its own, which may be stopped and killed. */
const makeRestartable = async (): Promise<LogUnderTest> => {
  const server = await ownServer();
  const logs: { close(): Promise<void> }[] = [];
  const open = () => {
    const log = postgresEventLog({ url: server.writerUrl });
    logs.push(log);
    return log;
  };
  return {
    log: open(),
    another: open,
    restart: server.restart,
    crash: server.crash,
    dispose: async () => {
      await Promise.all(logs.map((opened) => opened.close()));
      await server.drop();
    },
  };
};

eventLogContract('PostgreSQL', makeLog, { makeRestartable });

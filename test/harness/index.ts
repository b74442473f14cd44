export { testDatabase, type TestDatabase } from './test-database.js';
export { lineOf, startProgram, until, workersOn, type Worker } from './processes.js';
export { testLog } from './test-log.js';

export { testDatabase, type TestDatabase } from './test-database.js';
export { isRunning, lineOf, processesNaming, startProgram, until } from './processes.js';

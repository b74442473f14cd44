// `npm test`: builds what the tests start, runs all of them, and closes with one line of totals.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildIfOlder } from '../apps/cli/bin/build.mjs';

const root = join(import.meta.dirname, '..');

const jest = (report) =>
  spawnSync(
    process.execPath,
    [
      '--experimental-vm-modules',
      '--disable-warning=ExperimentalWarning',
      join(root, 'node_modules', 'jest', 'bin', 'jest.js'),
      '--json',
      // Whatever a failed test left running doesn't keep the run from ending.
      '--forceExit',
      `--outputFile=${report}`,
      ...process.argv.slice(2),
    ],
    // The report goes to its file, what people read to standard error.
    { cwd: root, stdio: ['inherit', 'ignore', 'inherit'] },
  );

const totals = (report) => {
  const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites, numPendingTests } = JSON.parse(
    readFileSync(report, 'utf8'),
  );
  // A file that could not even be run counts as one failure.
  const failed = numFailedTests + numRuntimeErrorTestSuites;
  const skipped = numPendingTests > 0 ? `, ${numPendingTests} skipped` : '';
  return { failed, line: `${numPassedTests} passed, ${failed} failed${skipped}` };
};

const run = () => {
  if (!buildIfOlder(root)) return 1;
  const folder = mkdtempSync(join(tmpdir(), 'kiemsat-report-'));
  try {
    const report = join(folder, 'report.json');
    const { status } = jest(report);
    const { failed, line } = totals(report);
    console.log(line);
    return failed > 0 ? 1 : (status ?? 1);
  } catch (error) {
    console.error(`the tests did not come to an end: ${error.message}`);
    return 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

process.exitCode = run();

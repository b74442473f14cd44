import { spawnSync } from 'node:child_process';
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readdirSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';

const libs = [
  'engine',
  'law',
  'casework',
  'indicators',
  'event-log',
  'read-models',
  'exchange',
  'telemetry',
  'reminders',
];
const pure = libs.slice(0, 4);
const sourcesOf = (names) => names.map((name) => `libs/${name}/src`);

/** What is built, out of what, by which program of node_modules. Types are checked by `npm run types`, not here. */
const targets = [
  {
    name: 'máy chủ',
    stamp: 'dist/.server',
    sources: ['apps/api/src', 'apps/projector/src', 'apps/cli/src', 'infra/src', ...sourcesOf(libs)],
    files: ['package.json', 'package-lock.json', 'tsconfig.json', 'tsconfig.build.json'],
    command: ['node_modules/@typescript/native/bin/tsc', '-p', 'tsconfig.build.json', '--noCheck'],
  },
  {
    name: 'trang web',
    stamp: 'dist/.web',
    sources: ['apps/web', ...sourcesOf(pure)],
    files: ['package.json', 'package-lock.json'],
    command: ['node_modules/vite/bin/vite.js', 'build', 'apps/web', '--configLoader', 'runner', '--logLevel', 'warn'],
  },
];

/** When anything below the folder last changed; a folder's own time tells of files that were taken away. */
const newest = (path) => {
  const { mtimeMs } = statSync(path);
  const below = readdirSync(path, { withFileTypes: true }).map((entry) =>
    entry.isDirectory() ? newest(join(path, entry.name)) : statSync(join(path, entry.name)).mtimeMs,
  );
  return Math.max(mtimeMs, ...below);
};

const isFresh = (root, { stamp, sources, files }) => {
  const built = statSync(join(root, stamp), { throwIfNoEntry: false });
  if (!built) return false;
  const times = [
    ...sources.map((source) => newest(join(root, source))),
    ...files.map((file) => statSync(join(root, file)).mtimeMs),
  ];
  return built.mtimeMs >= Math.max(...times);
};

const refusal = (root, error) =>
  ['EACCES', 'EPERM', 'EROFS'].includes(error.code)
    ? `Không ghi được vào ${join(root, 'dist')}: hãy cấp quyền ghi, hoặc chạy npm run build bằng chủ của thư mục.`
    : error.code === 'ENOSPC'
      ? `Hết dung lượng đĩa ở ${root}: hãy giải phóng dung lượng rồi chạy lại.`
      : `Không dựng được: ${error.message}`;

const build = (root, { name, stamp, command: [program, ...args] }) => {
  if (!existsSync(join(root, program))) {
    console.error('Thiếu thư viện để dựng chương trình: hãy chạy npm ci --include=dev rồi chạy lại.');
    return false;
  }
  process.stdout.write(`Đang dựng ${name}… `);
  const begun = new Date();
  // A folder that can't be written is told before any work is done.
  mkdirSync(join(root, 'dist'), { recursive: true });
  accessSync(join(root, 'dist'), constants.W_OK);
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], { cwd: root, encoding: 'utf8' });
  if (status !== 0) {
    const [line = ''] = `${stdout}${stderr}`.trim().split('\n');
    process.stdout.write('\n');
    console.error(`Không dựng được ${name}: ${line}`);
    return false;
  }
  writeFileSync(join(root, stamp), '');
  utimesSync(join(root, stamp), begun, begun);
  console.log(`xong sau ${((Date.now() - begun.getTime()) / 1000).toFixed(1).replace('.', ',')} giây`);
  return true;
};

/** Builds what is missing or older than its sources. @returns whether all of it stands */
export const buildIfOlder = (root) => {
  try {
    return targets.every((target) => isFresh(root, target) || build(root, target));
  } catch (error) {
    console.error(refusal(root, error));
    return false;
  }
};

#!/usr/bin/env node
// Written so that any Node that knows modules can read it: it is the one that says when Node is too old.
import { join, dirname } from 'path';
import { fileURLToPath } from 'url';

var root = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..');
var version = process.versions.node.split('.').map(Number);

if (version[0] < 20 || (version[0] === 20 && version[1] < 19)) {
  console.error(
    'Kiemsat cần Node 20.19 trở lên, máy đang dùng ' + process.versions.node + ': hãy cài bản mới từ nodejs.org.',
  );
  process.exitCode = 1;
} else {
  import('./build.mjs')
    .then(function (build) {
      return build.buildIfOlder(root);
    })
    .then(function (ok) {
      if (ok) return import('../../../dist/apps/cli/src/main.js');
      process.exitCode = 1;
    })
    .catch(function (error) {
      console.error('Kiemsat không khởi động được: ' + error.message.split('\n')[0]);
      process.exitCode = 1;
    });
}

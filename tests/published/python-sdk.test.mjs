// `authing` 5.1.0 from PyPI, in a virtual environment of its own below `target`.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

import { emulator } from './support.mjs';

const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));
const FOLDER = path('../../target/published-python');
const PYTHON = `${FOLDER}/bin/python`;
// It imports `websockets`, and does not say that it needs it.
const INSTALLED = ['authing==5.1.0', 'websockets'];

function run(program, args) {
  return spawnSync(program, args, { encoding: 'utf8', timeout: 240_000 });
}

/** Why the client cannot be tried here: there is no Python, or no registry. */
function install() {
  if (!existsSync(PYTHON) && run('python3', ['-m', 'venv', FOLDER]).status !== 0) return 'no python3 that makes a virtual environment';
  if (run(PYTHON, ['-c', 'import authing']).status === 0) return false;
  return run(PYTHON, ['-m', 'pip', 'install', '--quiet', ...INSTALLED]).status === 0 ? false : `pip does not install ${INSTALLED.join(' ')}`;
}

test('sign-in, account and management by the Python SDK', { skip: install() }, async () => {
  const { origin, info } = await emulator(['--app', 'shop:shop-secret']);
  const outcome = run(PYTHON, [path('python-sdk.py'), origin, info.userPoolId, info.secret]);
  assert.deepEqual([outcome.status, outcome.stdout], [0, 'done\n'], outcome.stderr);
});

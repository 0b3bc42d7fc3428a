// Programs in Python, each in a virtual environment of its own below `target`.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));
const FOLDERS = path('../../target/published-python');

function run(program, args) {
  return spawnSync(program, args, { encoding: 'utf8', timeout: 240_000 });
}

/** An interpreter that imports `module`, or why there is none: no Python, or no registry. */
export function python(name, module, packages) {
  const folder = `${FOLDERS}/${name}`;
  const program = `${folder}/bin/python`;
  if (!existsSync(program) && run('python3', ['-m', 'venv', folder]).status !== 0) return { missing: 'no python3 that makes a virtual environment' };
  if (run(program, ['-c', `import ${module}`]).status === 0) return { program };
  if (run(program, ['-m', 'pip', 'install', '--quiet', ...packages]).status === 0) return { program };
  return { missing: `pip does not install ${packages.join(' ')}` };
}

/** Runs a file of this folder. It prints `done` at its end. */
export function runToEnd(program, file, ...args) {
  const outcome = run(program, [path(file), ...args]);
  assert.deepEqual([outcome.status, outcome.stdout], [0, 'done\n'], outcome.stderr);
}

// The published SDK's own tests, unchanged but for the address, the pool and the key, one after another.

import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';

import { collector } from './suite/ava.mjs';
import { baseConfig, load } from './suite/bundle.mjs';
import { CANNOT_PASS, RACES } from './suite/expected.mjs';
import { emulator } from './support.mjs';

const FILES = ['authz.js', 'org.js', 'multi-userpool.js', 'functions.js'];
const TIMEOUT_MS = 60_000;
/** How often a test that races with itself is run at most. */
const RACE_RUNS = 20;
const POOL = { id: '59f86b4832eb28071bdd9214', secret: 'the-suite-s-secret-of-32-letters' };
const OIDC_APP = { id: '5e05bbf2d51b3761d5c71090', secret: 'the-suite-s-oidc-secret-of-32-ch' };
/** The pools that the suite names itself, with the secrets that it gives. */
const NAMED = [
  '5e7d5fcf4754692e4307927d:59eecb6855ebd7472ff6530b10b69f86',
  '5e7d5fc74754692e4307926e:abf52ffca0b40e93b1ca2dcebff4dbf6',
  '5e4cdd055df3df65dc58b97d:49882b55cbaddf40af0bb5f8b7ad9309',
  '5e442f7a2a94353ac2536892:2052b4f2690167ef0ab9e3bd56c1627b',
  '5e6a4a98dee1b66fb488d8d9:b131236aa1b8c5cf8366860abf8f76b6',
];
/** The users that the suite takes for registered. */
const USERS = ['test1@123.com', 'test3@123.com'];

const folder = await mkdtemp(join(tmpdir(), 'authing-suite-'));
after(() => rm(folder, { recursive: true }));

const users = USERS.map((email) => `[[users]]\nemail = "${email}"\npassword = "123456"\n`).join('');
await writeFile(join(folder, 'emulator.toml'), users);
const pools = [`${POOL.id}:${POOL.secret}`, ...NAMED].flatMap((pool) => ['--user-pool', pool]);
const { origin, publicKey } = await emulator([
  '--quiet',
  '--config', join(folder, 'emulator.toml'),
  '--oidc-app', `${OIDC_APP.id}:${OIDC_APP.secret}`,
  ...pools,
]);
await writeFile(join(folder, 'baseConfig.yaml'), await baseConfig());
await writeFile(join(folder, 'config.yaml'), JSON.stringify({
  env: 'node',
  userPoolId: POOL.id,
  secret: POOL.secret,
  oidcAppId: OIDC_APP.id,
  oidcAppSecret: OIDC_APP.secret,
  host: { base: origin, user: `${origin}/graphql`, oauth: `${origin}/graphql` },
}));

// All of them before the first test is told of, which would begin.
const suites = [];
for (const file of FILES) {
  const { test: ava, tests } = collector();
  await load(file, { origin, publicKey, folder, ava });
  suites.push([file, tests]);
}

/** What is asserted of a test of the suite. */
function expected(name, run) {
  if (name in CANNOT_PASS) return () => assert.rejects(run);
  return name in RACES ? () => passesOnce(run) : run;
}

async function passesOnce(run) {
  for (let runs = 1; runs < RACE_RUNS; runs += 1) {
    const passed = await run().then(() => true, () => false);
    if (passed) return;
  }
  await run();
}

for (const [file, tests] of suites) {
  describe(file, { concurrency: 1 }, () => {
    for (const { name, skipped, run } of tests) {
      test(name, { skip: skipped, timeout: TIMEOUT_MS }, expected(`${file}: ${name}`, run));
    }
  });
}

test('README.md lists the tests that cannot pass or race, and the suite has them', async () => {
  const readme = await readFile(new URL('README.md', import.meta.url), 'utf8');
  for (const table of [CANNOT_PASS, RACES]) {
    const rows = Object.entries(table).map(([name, reason]) => `| \`${name}\` | ${reason} |\n`).join('');
    assert.ok(readme.includes(rows), `README.md should hold:\n${rows}`);
  }
  const known = new Set(suites.flatMap(([file, tests]) => tests.map(({ name }) => `${file}: ${name}`)));
  assert.deepEqual(Object.keys({ ...CANNOT_PASS, ...RACES }).filter((name) => !known.has(name)), []);
});

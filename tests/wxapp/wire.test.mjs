// What the package sends is what the published client sent, call by call, as recorded in tests/data/wire.json; deliberate differences
// excepted.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

import { describe, effective } from './graphql-shape.mjs';
import { agreeable, bareHost, construct, inside, packaged, uploaded } from './support.mjs';

const ORIGIN = 'http://127.0.0.1:5510';
/** The recording had every host but the CDN replaced. */
const HOSTS = { user: `${ORIGIN}/graphql`, oauth: `${ORIGIN}/graphql`, upload: `${ORIGIN}/upload` };
const { wxapp } = JSON.parse(readFileSync(new URL('../data/wire.json', import.meta.url), 'utf8'));

/** The recording of `login` is the first, before there was a token. */
const ANONYMOUS = ['login'];
const RSA_1024_BYTES = 128;

/** The calls that carry no token where the published client sent one, as docs/architecture.md lists them. */
const WITHOUT_TOKEN = [...readFileSync(new URL('../../docs/architecture.md', import.meta.url), 'utf8').matchAll(/`wxapp (\w+)`/g)].map(([, call]) => call);

for (const [method, { arguments: args, requests }] of Object.entries(wxapp)) {
  packaged(method, async () => {
    const host = bareHost();
    if (!ANONYMOUS.includes(method)) host.storage.set('_authing_token', 'USER_TOKEN');
    host.faults.answer('request', agreeable);
    host.faults.answer('uploadFile', uploaded);
    const authing = construct(host, { userPoolId: 'pool-1', host: HOSTS });
    await authing[method](...args.map((argument) => inside(host, argument)));
    const sent = host.calls.filter(({ name }) => name === 'request' || name === 'uploadFile');
    assert.equal(sent.length, requests.length, 'as many requests');
    const deliberate = WITHOUT_TOKEN.includes(method) ? { authorization: null } : {};
    requests.forEach((recorded, at) => compare(sent[at], { ...recorded, ...deliberate }));
    await host.end();
  });
}

function compare({ name, options }, recorded) {
  const header = Object.fromEntries(Object.entries(options.header ?? {}).map(([key, value]) => [key.toLowerCase(), value]));
  assert.equal(options.url, ORIGIN + recorded.path);
  assert.equal(header.authorization || null, recorded.authorization);
  if (recorded.multipart) {
    assert.equal(name, 'uploadFile');
    const fields = [...Object.keys(options.formData), `${options.name} (file)`];
    assert.deepEqual(fields.sort(), [...recorded.multipart].sort());
    return;
  }
  assert.equal(options.method ?? 'GET', recorded.method);
  if (recorded.contentType) assert.match(header['content-type'] ?? 'application/json', new RegExp(`^${recorded.contentType}`));
  const body = typeof options.data === 'string' ? JSON.parse(options.data) : options.data;
  if (recorded.graphql) compareGraphql(body, recorded);
  else assert.deepEqual(body, recorded.body);
}

function compareGraphql(body, recorded) {
  assert.ok(!('operationName' in body), 'the mini-program client sends no operationName');
  const ours = describe(body.query);
  assert.equal(ours.kind, recorded.graphql.kind);
  assert.equal(ours.field, recorded.graphql.field);
  contains(ours.selection, recorded.graphql.selection, ours.field);
  const [actual, expected] = [encrypted(body.variables), encrypted(recorded.variables)];
  assert.deepEqual(actual, expected);
  assert.deepEqual(effective(ours.arguments, actual), effective(recorded.graphql.arguments, expected));
}

/** The variables with each RSA ciphertext, recorded or real, as the same word. */
function encrypted(variables) {
  return Object.fromEntries(Object.entries(variables ?? {}).map(([name, value]) => {
    if (name !== 'password') return [name, value];
    const real = value !== '<rsa:PLAINTEXT>';
    if (real) assert.equal(Buffer.from(value, 'base64').length, RSA_1024_BYTES);
    return [name, 'an RSA ciphertext'];
  }));
}

function contains(ours, recorded, path) {
  if (recorded === true) return assert.notEqual(ours, undefined, path);
  for (const [field, below] of Object.entries(recorded)) contains(ours?.[field], below, `${path}.${field}`);
}

// What a caller may rely on: arguments stay as they are, mistakes are named at once, instances share nothing, and `wx` may be
// replaced at any time.

import assert from 'node:assert/strict';

import { METHODS } from './methods.mjs';
import { agreeable, bareHost, construct, inside, packaged, uploaded } from './support.mjs';

const OPTIONS = { userPoolId: 'pool-1', host: 'http://127.0.0.1:1' };

function willing() {
  const host = bareHost();
  host.faults.answer('request', agreeable);
  host.faults.answer('uploadFile', uploaded);
  host.faults.answer('login', () => ({ code: `code-${host.calls.length}` }));
  return host;
}

const SECRET = 'a-very-secret-word';

/** A service that trades the secret for the owner's token, or answers otherwise. */
function withOwner(traded = () => ({ statusCode: 200, data: { data: { getClientWhenSdkInit: { accessToken: 'OWNER_TOKEN' } } } })) {
  const host = willing();
  host.faults.answer('request', (options) => (String(options.data).includes('getClientWhenSdkInit') ? traded() : agreeable(options)));
  return host;
}

function frozen(value) {
  if (value !== null && typeof value === 'object') Object.values(Object.freeze(value)).forEach(frozen);
  return value;
}

function sentBy(host) {
  return host.calls.filter(({ name }) => name === 'request').map(({ options }) => options);
}

function variables(options) {
  return (typeof options.data === 'string' ? JSON.parse(options.data) : options.data).variables;
}

packaged('arguments are not modified', async () => {
  const host = willing();
  host.storage.set('_authing_token', 'USER_TOKEN');
  host.faults.answer('getSetting', () => ({ authSetting: {} }));
  const authing = construct(host, OPTIONS);
  for (const [method, args] of Object.entries(METHODS)) {
    const given = args.map((argument) => frozen(inside(host, argument)));
    const before = JSON.stringify(given);
    await authing[method](...given).catch((error) => assert.doesNotMatch(error.message, /read.?only|not extensible|frozen/i, method));
    assert.equal(JSON.stringify(given), before, method);
  }
  await host.end();
});

packaged('an argument that throws when it is read is an error with a code', async () => {
  const host = willing();
  const authing = construct(host, OPTIONS);
  for (const thrown of ['new Error("no")', 'undefined', 'null']) {
    const argument = host.realm.evaluate(`({ get detail() { throw ${thrown} } })`);
    await assert.rejects(authing.loginWithWxapp(argument), (error) => error instanceof host.realm.Error && error.code === 'WASM', thrown);
  }
  await host.end();
});

packaged('the options of the constructor are not modified', async () => {
  const host = willing();
  const authing = host.run(`var Authing = require('authing/authing.js')
    module.exports = (options) => new Authing(options)`, 'frozen.js')(frozen(inside(host, OPTIONS)));
  await authing.login(inside(host, METHODS.login[0]));
  await host.end();
});

packaged('the same arguments can be sent twice', async () => {
  const host = willing();
  const authing = construct(host, OPTIONS);
  const account = inside(host, { email: 'a@b.com', password: 'pw123456' });
  await authing.login(account);
  await authing.login(account);
  assert.equal(account.password, 'pw123456');
  const [first, second] = sentBy(host).map((options) => variables(options).password);
  assert.notEqual(first, second, 'PKCS#1 v1.5 padding is random');
  await host.end();
});

packaged('a missing pool id is thrown at once, and named', async () => {
  const host = bareHost();
  for (const options of [{}, { userPoolId: '' }, { userPoolId: 7 }, undefined]) {
    assert.throws(() => construct(host, options), (error) => error instanceof host.realm.Error && error.argument === 'userPoolId' && /userPoolId/.test(error.hint));
  }
  await host.end();
});

packaged('with a secret, a call without a logged-in user does not carry the owner\'s token', async () => {
  const host = withOwner();
  const authing = construct(host, { ...OPTIONS, secret: SECRET });
  await authing.user(inside(host, { id: 'u1' }));
  await authing.metadata('u1');
  assert.deepEqual(sentBy(host).map(({ header }) => header.authorization), [undefined, undefined]);
  assert.ok(!JSON.stringify(sentBy(host)).includes(SECRET), 'nor is the secret sent');
  await host.end();
});

packaged('with a secret, a logged-in user\'s calls carry the user\'s token', async () => {
  const host = withOwner();
  host.storage.set('_authing_token', 'USER_TOKEN');
  await construct(host, { ...OPTIONS, secret: SECRET }).user(inside(host, { id: 'u1' }));
  assert.deepEqual(sentBy(host).map(({ header }) => header.authorization), ['Bearer USER_TOKEN']);
  await host.end();
});

packaged('a secret is shown in no error', async () => {
  for (const answer of [{ statusCode: 200, data: { errors: [{ message: { code: 1001, message: 'no' } }], data: null } }, { statusCode: 500, data: SECRET }]) {
    const host = willing();
    host.faults.answer('request', () => ({ header: {}, ...answer }));
    const error = await construct(host, { ...OPTIONS, secret: SECRET }).update(inside(host, { _id: 'u1' })).catch((thrown) => thrown);
    assert.ok(error instanceof host.realm.Error);
    assert.ok(!`${error.stack}${JSON.stringify(error)}`.includes(SECRET));
    await host.end();
  }
  const host = bareHost();
  assert.throws(() => construct(host, { secret: SECRET }), (error) => !`${error.stack}${JSON.stringify(error)}`.includes(SECRET));
  const authing = construct(host, { ...OPTIONS, host: 'not an address', secret: SECRET });
  await assert.rejects(authing.user(inside(host, { id: 'u1' })), (error) => !`${error.stack}${JSON.stringify(error)}`.includes(SECRET));
  await host.end();
});

packaged('construction is synchronous and sends nothing', async () => {
  const host = bareHost();
  construct(host, OPTIONS);
  assert.deepEqual(host.calls.filter(({ name }) => !/Sync$/.test(name)), []);
  await host.end();
});

packaged('two instances share nothing', async () => {
  const host = willing();
  const first = construct(host, { userPoolId: 'pool-1', host: 'https://one.example' });
  const second = construct(host, { userPoolId: 'pool-2', host: { user: 'https://two.example/graphql', oauth: 'https://two-oauth.example/graphql' } });
  const email = inside(host, { email: 'a@b.com' });
  await Promise.all([first.sendResetPasswordEmail(email), second.sendResetPasswordEmail(email)]);
  const sent = sentBy(host).map((options) => [options.url, variables(options).client]);
  assert.deepEqual(sent.sort(), [['https://one.example/graphql', 'pool-1'], ['https://two.example/graphql', 'pool-2']]);
  await host.end();
});

packaged('wx is looked up when it is called', async () => {
  const host = willing();
  const authing = construct(host, OPTIONS);
  host.realm.evaluate('var asked = []; var real = wx; wx = Object.assign({}, real, { request(o) { asked.push(o.url); return real.request(o) } })');
  await authing.sendResetPasswordEmail(inside(host, { email: 'a@b.com' }));
  assert.equal(host.realm.evaluate('asked.length'), 1);
  await host.end();
});

packaged('without wx.getRandomValues a password is not sent, and the error says what is missing', async () => {
  const host = willing();
  host.missing('getRandomValues');
  const authing = construct(host, OPTIONS);
  await assert.rejects(authing.login(inside(host, METHODS.login[0])), (error) => {
    assert.equal(error.code, 'NO_RANDOMNESS');
    assert.match(error.hint, /wx\.getRandomValues.*seed/);
    return error instanceof host.realm.Error;
  });
  assert.deepEqual(sentBy(host), []);
  await authing.sendResetPasswordEmail(inside(host, { email: 'a@b.com' }));
  await host.end();
});

packaged('without wx.getRandomValues a seed does', async () => {
  const host = willing();
  host.missing('getRandomValues');
  const authing = construct(host, { ...OPTIONS, seed: new Uint8Array(32).fill(7) });
  await authing.login(inside(host, METHODS.login[0]));
  assert.equal(Buffer.from(variables(sentBy(host)[0]).password, 'base64').length, 128);
  await host.end();
});

packaged('a password of more than 117 bytes is refused before anything is sent, with the limit', async () => {
  const host = willing();
  const authing = construct(host, OPTIONS);
  const password = '密'.repeat(40);
  await assert.rejects(authing.login(inside(host, { email: 'a@b.com', password })), (error) => {
    assert.equal(error.message, '密码过长');
    assert.match(error.hint, /117/);
    assert.ok(!`${error.stack}${JSON.stringify(error)}`.includes(password));
    return true;
  });
  assert.deepEqual(sentBy(host), []);
  await host.end();
});

// What the published client's users wrote goes on working; the token of each pool has a key of its own; a full storage is no failed login.

import assert from 'node:assert/strict';

import { agreeable, bareHost, construct, inside, packaged, rejection, wrapModule } from './support.mjs';

const HOST = 'http://127.0.0.1:1';
const LOGIN = { email: 'a@b.com', password: 'pw123456' };
const OLD = '_authing_token';

function willing() {
  const host = bareHost();
  host.faults.answer('request', agreeable);
  return host;
}

function sent(host) {
  return host.calls.filter(({ name }) => name === 'request').map(({ options }) => options);
}

/** A user's token of a pool, unsigned. */
function token(clientId) {
  const part = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ alg: 'HS256' })}.${part({ data: { id: 'u1', clientId, email: '密@b.com' } })}.c2ln`;
}

async function authorization(host, authing) {
  await authing.user(inside(host, { id: 'u1' })).catch(() => {});
  return sent(host).at(-1).header.authorization;
}

packaged('a pool goes by userPoolId, or by its old name clientId', async () => {
  const host = willing();
  const authing = construct(host, { clientId: 'pool-1', host: HOST });
  await authing.sendResetPasswordEmail(inside(host, { email: 'a@b.com' }));
  assert.equal(JSON.parse(sent(host)[0].data).variables.client, 'pool-1');
  assert.deepEqual([authing.userPoolId, authing.opts.clientId], ['pool-1', 'pool-1']);
  assert.equal(construct(host, { userPoolId: 'pool-2', clientId: 'pool-1' }).userPoolId, 'pool-2');
  await host.end();
});

packaged('userAuth says who is logged in, before and after', async () => {
  const host = willing();
  const authing = construct(host, { userPoolId: 'pool-1', host: HOST });
  const auth = () => ({ ...authing.userAuth });
  assert.deepEqual(auth(), { authed: false, authSuccess: false, token: null });
  await authing.login(inside(host, LOGIN));
  assert.deepEqual(auth(), { authed: true, authSuccess: true, token: 'USER_TOKEN' });
  assert.doesNotMatch(JSON.stringify(Object.assign({}, authing)), /USER_TOKEN/, 'a copy does not have the token');
  assert.deepEqual({ ...construct(host, { userPoolId: 'pool-1' }).userAuth }, auth(), 'from storage');
  await authing.logout('u1');
  assert.deepEqual(auth(), { authed: false, authSuccess: false, token: null });
  await host.end();
});

packaged('two pools do not see each other\'s tokens', async () => {
  const host = willing();
  const [first, second] = ['pool-1', 'pool-2'].map((userPoolId) => construct(host, { userPoolId, host: HOST }));
  await first.login(inside(host, LOGIN));
  assert.equal(await authorization(host, first), 'Bearer USER_TOKEN');
  assert.equal(await authorization(host, second), undefined);
  assert.equal(await authorization(host, construct(host, { userPoolId: 'pool-2', host: HOST })), undefined);
  assert.equal(await authorization(host, construct(host, { userPoolId: 'pool-1', host: HOST })), 'Bearer USER_TOKEN');
  await host.end();
});

packaged('the old key is read once, by the pool whose token it holds', async () => {
  const host = willing();
  host.storage.set(OLD, token('pool-2'));
  assert.equal(await authorization(host, construct(host, { userPoolId: 'pool-1', host: HOST })), undefined);
  assert.ok(host.storage.has(OLD), 'it is left for its own pool');
  const owner = construct(host, { userPoolId: 'pool-2', host: HOST });
  assert.equal(await authorization(host, owner), `Bearer ${token('pool-2')}`);
  assert.ok(!host.storage.has(OLD));
  await owner.logout('u1');
  assert.equal(await authorization(host, construct(host, { userPoolId: 'pool-2', host: HOST })), undefined, 'and does not come back');
  await host.end();
});

packaged('a token that could not move from the old key does not come back after a logout', async () => {
  const host = willing();
  host.storage.set(OLD, 'USER_TOKEN');
  host.faults.throws('setStorageSync', 'setStorageSync:fail exceed storage max size 10Mb');
  const authing = construct(host, { userPoolId: 'pool-1', host: HOST });
  assert.equal(await authorization(host, authing), 'Bearer USER_TOKEN');
  await authing.logout('u1');
  assert.equal(construct(host, { userPoolId: 'pool-1', host: HOST }).userAuth.token, null);
  await host.end();
});

packaged('a token that a header cannot carry is none', async () => {
  for (const stored of ['USER_TOKEN\n', 'USER\u0000TOKEN', '令牌', ' ', 7, { token: 'x' }]) {
    const host = willing();
    host.storage.set(OLD, stored);
    host.storage.set(`${OLD}_pool-1`, stored);
    const authing = construct(host, { userPoolId: 'pool-1', host: HOST });
    assert.equal(authing.userAuth.token, null, String(stored));
    await authing.login(inside(host, LOGIN));
    assert.equal(sent(host)[0].header.authorization, undefined, String(stored));
    assert.equal(authing.userAuth.token, 'USER_TOKEN');
    await host.end();
  }
});

packaged('a login that succeeded stays one when storage is full, and says so', async () => {
  const host = willing();
  const authing = construct(host, { userPoolId: 'pool-1', host: HOST });
  const trap = () => host.realm.evaluate('trap = true');
  wrapModule(host, '{ call_step(...given) { if (trap) { trap = false; throw new Error("unreachable") } return real.call_step(...given) } }', 'var trap = false');
  assert.equal(authing.storageError, null);
  host.storage.set(`${OLD}_pool-1`, 'ANOTHER_TOKEN');
  host.faults.throws('setStorageSync', 'setStorageSync:fail exceed storage max size 10Mb');
  assert.ok((await authing.login(inside(host, LOGIN))).token);
  assert.equal(await authorization(host, authing), 'Bearer USER_TOKEN');
  assert.deepEqual([authing.storageError.code, authing.storageError.message], ['STORAGE', '存储空间不足，请清理后再试']);
  assert.equal(host.logs.filter(({ level }) => level === 'warn').length, 1);
  assert.ok(!host.storage.has(`${OLD}_pool-1`), 'no other user\'s token is left to be restored');
  trap();
  await rejection(authing.user(inside(host, { id: 'u1' })));
  assert.equal(await authorization(host, authing), 'Bearer USER_TOKEN', 'nor is the login lost with the module');
  host.faults.clear();
  host.faults.answer('request', agreeable);
  await authing.login(inside(host, LOGIN));
  assert.equal(authing.storageError, null);
  await host.end();
});

packaged('a logout that cannot remove the token is an error', async () => {
  const host = willing();
  const authing = construct(host, { userPoolId: 'pool-1', host: HOST });
  await authing.login(inside(host, LOGIN));
  host.faults.throws('removeStorageSync', 'removeStorageSync:fail');
  assert.equal((await rejection(authing.logout('u1'))).code, 'STORAGE');
  await host.end();
});

// Nothing hangs: every API of `wx` has a time limit, and the module is loaded anew after a load that failed or was silent.

import assert from 'node:assert/strict';

import { agreeable, bareHost, construct, inside, packaged, rejection, uploaded } from './support.mjs';

const OPTIONS = { userPoolId: 'pool-1', host: 'http://127.0.0.1:1', timeout: 5000 };
const TAP = { detail: { errMsg: 'getUserInfo:ok', encryptedData: 'ED', iv: 'IV' } };
const SILENCE = () => new Promise(() => {});
/** Longer than the limit of everything but a choice of the user's, in seconds. */
const LONG = 12;

function willing() {
  const host = bareHost();
  host.storage.set('_authing_token', 'USER_TOKEN');
  host.faults.answer('request', agreeable);
  host.faults.answer('uploadFile', uploaded);
  host.faults.answer('login', () => ({ code: `code-${host.calls.length}` }));
  host.faults.answer('checkSession', () => ({}));
  host.faults.answer('getSetting', () => ({ authSetting: { 'scope.userInfo': true } }));
  host.faults.answer('getUserInfo', () => ({ encryptedData: 'ED', iv: 'IV' }));
  return { host, authing: construct(host, OPTIONS) };
}

/** The same, with the module loaded. */
async function loaded() {
  const { host, authing } = willing();
  await authing.user(inside(host, { id: 'u1' }));
  host.calls.length = 0;
  return { host, authing };
}

/** More turns of the event loop than the calls between two silences take. */
const TURNS = 40;

async function turns() {
  for (let turn = 0; turn < TURNS; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

/** Lets time pass until the promise settles. */
async function outlasts(host, promise, seconds = LONG) {
  let settled = false;
  promise.then(() => { settled = true; }, () => { settled = true; });
  await turns();
  for (let step = 0; step < 8 && !settled; step += 1) {
    await host.advance(seconds);
    await turns();
  }
  assert.ok(settled, 'it never settled');
  return promise;
}

for (const [method, api, argument, code] of [
  ['loginSilently', 'getSetting', undefined, 'HOST'],
  ['loginSilently', 'getUserInfo', undefined, 'HOST'],
  ['loginSilently', 'login', undefined, 'HOST'],
  ['prepare', 'login', undefined, 'HOST'],
  ['loginWithWxapp', 'request', TAP, 'TRANSPORT'],
  ['changeAvatar', 'uploadFile', 'u1', 'TRANSPORT'],
]) {
  packaged(`${method}: a silent wx.${api} is an error, and the next call goes well`, async () => {
    const { host, authing } = await loaded();
    host.faults.answer(api, SILENCE);
    const error = await outlasts(host, rejection(authing[method](inside(host, argument))));
    assert.equal(error.code, code);
    assert.match(error.hint, /timeout/);
    host.faults.clear();
    host.faults.answer('request', agreeable);
    host.faults.answer('login', () => ({ code: `later-${host.calls.length}` }));
    host.faults.answer('checkSession', () => ({}));
    await outlasts(host, authing.prepare());
    assert.ok((await authing.loginWithWxapp(inside(host, TAP))).token);
    await host.end();
  });
}

for (const [what, callback] of [
  ['a fail whose words throw', 'fail({ get errMsg() { throw 1 } })'],
  ['a fail whose number throws', 'fail({ errMsg: "", get errno() { throw 1 } })'],
  ['a fail without a prototype', 'fail(Object.create(null))'],
  ['a success that is a silent promise', 'success({ then() {} })'],
  ['a status that is no number', 'success({ statusCode: Symbol(), data: "{}" })'],
]) {
  packaged(`${what} is an error, and the next call goes well`, async () => {
    const { host, authing } = await loaded();
    // WeChat catches an exception that a callback throws.
    host.realm.evaluate(`var real = wx; wx = Object.assign({}, real, { request(to) { setTimeout(() => { try { to.${callback} } catch (_) {} }) } })`);
    const error = await outlasts(host, rejection(authing.user(inside(host, { id: 'u1' }))));
    assert.equal(error.code, 'TRANSPORT');
    host.realm.evaluate('wx = real');
    assert.equal((await outlasts(host, authing.user(inside(host, { id: 'u1' }))))._id, 'u1');
    await host.end();
  });
}

packaged('a silent wx.chooseImage ends after the time that a choice takes', async () => {
  const { host, authing } = await loaded();
  host.faults.answer('chooseImage', SILENCE);
  const error = await outlasts(host, rejection(authing.changeAvatar('u1')), 301);
  assert.equal(error.code, 'HOST');
  await host.end();
});

packaged('a silent wx.checkSession counts as a lost session, a silent wx.getRandomValues as none', async () => {
  const { host, authing } = willing();
  host.faults.answer('checkSession', SILENCE);
  host.faults.answer('getRandomValues', SILENCE);
  const prepared = authing.prepare();
  await host.until(() => host.calls.some(({ name }) => name === 'getRandomValues'));
  await outlasts(host, prepared);
  await outlasts(host, authing.prepare());
  assert.equal((await outlasts(host, rejection(authing.login(inside(host, { email: 'a@b.com', password: 'pw123456' }))))).code, 'NO_RANDOMNESS');
  await host.end();
});

packaged('a silent load is an error, and is tried anew by the next call', async () => {
  const { host, authing } = willing();
  host.realm.evaluate('var real = WXWebAssembly; WXWebAssembly = { instantiate() { return new Promise(function () {}) } }');
  const error = await outlasts(host, rejection(authing.user(inside(host, { id: 'u1' }))));
  assert.deepEqual([error.code, error.kind], ['WASM', 'TIMEOUT']);
  host.realm.evaluate('WXWebAssembly = real');
  assert.equal((await authing.user(inside(host, { id: 'u1' })))._id, 'u1');
  await host.end();
});

packaged('whatever instantiate answers has a code, and is tried anew by the next call', async () => {
  const answers = {
    NOT_FOUND: ['undefined', 'null', '7', '{}', '{ instance: {} }', '{ instance: { exports: {} } }', 'Promise.reject()', 'Promise.reject("no")',
      '(() => { throw new Error("no") })()'],
    NO_API: [undefined],
  };
  for (const [kind, list] of Object.entries(answers)) {
    for (const answer of list) {
      const { host, authing } = willing();
      host.realm.evaluate('var real = WXWebAssembly');
      host.realm.evaluate(answer ? `WXWebAssembly = { instantiate() { return ${answer} } }` : 'delete globalThis.WXWebAssembly');
      const error = await rejection(authing.user(inside(host, { id: 'u1' })));
      assert.deepEqual([error.code, error.kind], ['WASM', kind], answer);
      host.realm.evaluate('globalThis.WXWebAssembly = real');
      assert.equal((await authing.user(inside(host, { id: 'u1' })))._id, 'u1', answer);
      await host.end();
    }
  }
});

packaged('a wx API that is missing is named', async () => {
  for (const [method, api, argument] of [
    ['loginSilently', 'getSetting'], ['loginSilently', 'getUserInfo'], ['prepare', 'login'], ['changeAvatar', 'chooseImage', 'u1'],
    ['changeAvatar', 'uploadFile', 'u1'], ['loginWithWxapp', 'request', TAP],
  ]) {
    const { host, authing } = await loaded();
    host.missing(api);
    const error = await outlasts(host, rejection(authing[method](inside(host, argument))), 1);
    assert.deepEqual([error.code, error.kind, error.message], ['HOST', 'MISSING', '微信版本过低，请升级后再试'], api);
    assert.ok(error.hint.includes(`wx.${api}`), error.hint);
    await host.end();
  }
  const { host, authing } = willing();
  host.missing('getStorageSync');
  const error = await rejection(authing.user(inside(host, { id: 'u1' })));
  assert.equal(error.code, 'STORAGE');
  assert.match(error.hint, /getStorageSync/);
  await host.end();
});

// The field's most reported fault: a code that is too old, used, or not of the session that encrypted the data. First the
// requests of the published client, which each fail; then ours, which succeeds or says to tap again, and never sends a code twice.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { startEmulator } from './host/emulator.mjs';
import { createHost } from './host/host.mjs';
import { bareHost, construct, inside, packaged } from './support.mjs';

const SIX_MINUTES = 360;

let emulator;
before(async () => { emulator = await startEmulator(); });
after(() => emulator?.stop());

async function inHand(host) {
  await host.phone.handTo({});
  return host;
}

/** `wx.login`, and the code in storage, as the guide has it. */
async function storeCode(host) {
  const { code } = await host.realm.evaluate('wx.login()');
  host.storage.set('code', code);
}

/** What the published client sends for `loginWithWxapp({code, detail})`; gives the service's envelope. */
async function publishedLogin(host, code, { encryptedData, iv }) {
  const send = host.realm.evaluate('(o) => new Promise((success, fail) => wx.request({ ...o, success, fail }))');
  const { data } = await send(inside(host, {
    url: `${emulator.origin}/oauth/wechatapp/auth/${emulator.userPoolId}`,
    method: 'POST',
    data: { iv, encryptedData, code },
  }));
  return data;
}

/** A test of the published sequence: `body` gives the envelope of a refusal. */
function published(name, body) {
  test(`published: ${name}`, async () => {
    const host = await inHand(createHost({ emulator }));
    await storeCode(host);
    const refused = await body(host);
    assert.equal(typeof refused.code, 'number', 'an envelope of the service');
    assert.notEqual(refused.code, 200, refused.message);
    await host.end();
  });
}

/** A test of ours: launched with `prepare()`, it ends logged in, and no code was sent twice. */
function ours(name, body) {
  packaged(`ours: ${name}`, async () => {
    const host = await inHand(bareHost({ emulator }));
    const authing = construct(host, emulator.configuration());
    await authing.prepare();
    await body(host, authing);
    const codes = host.requests.map(({ body: sent }) => sent && JSON.parse(sent).code).filter(Boolean);
    assert.ok(codes.length > 0);
    assert.deepEqual(codes, [...new Set(codes)], 'no code is sent twice');
    await host.end();
  });
}

async function tap(host, authing) {
  return authing.loginWithWxapp(inside(host, { detail: await host.phone.userInfo() }));
}

/** The tap logs in; or its error says to tap again, and the second tap does. */
async function tapUntilIn(host, authing, first = tap(host, authing)) {
  const user = await first.catch(async (error) => {
    saysTapAgain(host, error);
    return tap(host, authing);
  });
  assert.ok(user.token);
  return user;
}

function saysTapAgain(host, error) {
  assert.ok(error instanceof host.realm.Error);
  assert.equal(error.code, 'TAP_AGAIN');
  assert.equal(error.message, '刚才没有成功，请再点一次');
}

test('published: at once, and once, it logs in', async () => {
  const host = await inHand(createHost({ emulator }));
  await storeCode(host);
  const answer = await publishedLogin(host, host.storage.get('code'), await host.phone.userInfo());
  assert.equal(answer.code, 200, answer.message);
  assert.ok(answer.data.token);
  await host.end();
});

published('the person waits six minutes', async (host) => {
  await host.advance(SIX_MINUTES);
  await host.realm.evaluate('wx.checkSession()');
  return publishedLogin(host, host.storage.get('code'), await host.phone.userInfo());
});

ours('the person waits six minutes', async (host, authing) => {
  await host.advance(SIX_MINUTES);
  await tapUntilIn(host, authing);
});

published('the person taps twice', async (host) => {
  const detail = await host.phone.userInfo();
  const code = host.storage.get('code');
  const answers = await Promise.all([publishedLogin(host, code, detail), publishedLogin(host, code, detail)]);
  return answers.find((answer) => answer.code !== 200);
});

ours('the person taps twice', async (host, authing) => {
  const taps = [tap(host, authing), tap(host, authing)];
  const results = await Promise.allSettled(taps);
  for (const { status, reason } of results) {
    if (status === 'rejected') saysTapAgain(host, reason);
  }
  assert.ok(results.some(({ status }) => status === 'fulfilled'), 'one tap of two logs in');
  await tapUntilIn(host, authing);
});

published('the person taps while a login is in flight', async (host) => {
  const detail = await host.phone.userInfo();
  await storeCode(host);
  return publishedLogin(host, host.storage.get('code'), detail);
});

ours('the person taps while a login is in flight', async (host) => {
  const authing = construct(host, emulator.configuration());
  const release = host.faults.hold('login');
  host.phone.forgetSession();
  const preparing = authing.prepare();
  await host.until(() => host.calls.filter(({ name }) => name === 'login').length === 2, 'the login in flight');
  const detail = await host.phone.userInfo();
  const first = authing.loginWithWxapp(inside(host, { detail }));
  first.catch(() => {});
  release();
  await preparing;
  await tapUntilIn(host, authing, first);
});

published('the person switches account', async (host) => {
  await host.phone.handTo({});
  await host.realm.evaluate('wx.login()');
  return publishedLogin(host, host.storage.get('code'), await host.phone.userInfo());
});

ours('the person switches account', async (host, authing) => {
  const before = await tapUntilIn(host, authing);
  await host.phone.handTo({ nickName: 'Somebody else' });
  const user = await tapUntilIn(host, authing);
  assert.notEqual(user._id, before._id);
  assert.equal(user.nickname, 'Somebody else');
});

ours('a code that is given is used as it is', async (host, authing) => {
  const { code } = await host.realm.evaluate('wx.login()');
  await authing.loginWithWxapp(inside(host, { code, detail: await host.phone.userInfo() }));
  assert.equal(JSON.parse(host.requests.at(-1).body).code, code);
});

ours('one tap after another, without any care of the caller', async (host, authing) => {
  for (let tapped = 0; tapped < 3; tapped += 1) await tapUntilIn(host, authing);
  const phone = await authing.getPhone(inside(host, { detail: await host.phone.phoneNumber() }));
  assert.ok(phone.phoneNumber);
});

ours('loginSilently logs in who granted it before', async (host, authing) => {
  host.phone.granted = true;
  assert.ok((await authing.loginSilently()).token);
});

packaged('ours: loginSilently refuses, and sends nothing, where it was not granted', async () => {
  const host = await inHand(bareHost({ emulator }));
  const authing = construct(host, emulator.configuration());
  await assert.rejects(authing.loginSilently(), (error) => error instanceof host.realm.Error && error.code !== undefined);
  assert.equal(host.requests.length, 0);
  await host.end();
});

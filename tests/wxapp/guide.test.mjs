// Every sample of the guide, as the example shows it to the letter, ends in its success branch; and each ends in its failure
// branch with something to read.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before } from 'node:test';

import { startEmulator } from './host/emulator.mjs';
import { createHost } from './host/host.mjs';
import { exampleHost, PACKAGE, packaged, skip } from './support.mjs';

const sample = (name) => readFileSync(new URL(`./guide/${name}.js`, import.meta.url), 'utf8');
const DECLINED = { userInfo: { errMsg: 'getUserInfo:fail auth deny' }, phoneNumber: { errMsg: 'getPhoneNumber:fail user deny' } };

let emulator;
before(async () => { if (!skip) emulator = await startEmulator(); });
after(() => emulator?.stop());

let people = 0;

/** The example, launched, in the hands of a new person, with an account of their own in its configuration. */
async function launched() {
  people += 1;
  const host = exampleHost(emulator, { email: `person-${people}@example.com` });
  await host.phone.handTo({ nickName: `Person ${people}` });
  host.launch();
  await host.until(() => host.storage.has('code'), 'the code that onLaunch stores');
  return host;
}

/** Registers and logs in with the password, as the first page does. */
async function withAccount(host) {
  const page = host.open('pages/login/login');
  host.fire(page, 'register');
  await host.until(() => page.data.userinfo._id, 'the new account');
  host.fire(page, 'login');
  await host.until(() => page.data.userinfo.token, 'the login');
  host.close(page);
}

/** The page is opened and the button tapped; then its data or a dialog changes. */
async function tapped(host, route, handler, kind) {
  const page = host.open(route);
  if (kind) await host.tap(page, handler, kind);
  else host.fire(page, handler);
  return page;
}

async function dialog(host) {
  const { content } = await host.until(() => host.dialogs.at(-1), 'a dialog');
  readable(content);
  return content;
}

function readable(message) {
  assert.equal(typeof message, 'string');
  assert.ok(message.length > 3 && !/^\[object|undefined|null$/.test(message), message);
}

async function nobodyHandled(host) {
  await host.until(() => host.errors.length > 0, 'a rejection');
  const [error] = host.takeErrors();
  assert.ok(error instanceof host.realm.Error);
  readable(error.message);
  return error;
}

async function loggedInWithWechat(host) {
  const page = await tapped(host, 'pages/wechat-login/wechat-login', 'onGotUserInfo', 'userInfo');
  await host.until(() => page.data.userinfo._id, 'the WeChat user');
  return page;
}

async function freshCode(host, old) {
  await host.until(() => host.storage.get('code') !== old, 'the code that replaces the used one');
}

packaged('require and initialise: as they stand, towards the real service', async () => {
  const host = createHost({ mounts: { 'path/to/authing': PACKAGE }, emulator });
  const authing = host.run(`${sample('require')}${sample('initialise')}module.exports = authing`);
  await authing.sendResetPasswordEmail({ email: 'a@b.com' }).catch(() => {});
  assert.equal(host.requests[0].url, 'https://users.authing.cn/graphql');
  await host.end();
});

packaged('initialise: a missing pool id is thrown at once', async () => {
  const host = createHost({ mounts: { 'path/to/authing': PACKAGE }, emulator });
  const source = `${sample('require')}${sample('initialise').replace("'YOUR_USERPOOLID'", "''")}`;
  assert.throws(() => host.run(source), (error) => { readable(error.message); return error instanceof host.realm.Error; });
  await host.end();
});

packaged('login: success', async () => {
  const host = await launched();
  await withAccount(host);
  const page = await tapped(host, 'pages/login/login', 'login');
  await host.until(() => page.data.userinfo.token);
  assert.equal(page.data.userinfo.email, `person-${people}@example.com`);
  await host.end();
});

packaged('login: failure', async () => {
  const host = await launched();
  await tapped(host, 'pages/login/login', 'login');
  assert.equal(await dialog(host), '账号或密码错误');
  await host.end();
});

packaged('onLaunch: a code is stored; with a live session it is left alone', async () => {
  const host = await launched();
  const first = host.storage.get('code');
  host.launch();
  await host.until(() => host.logs.some(({ args }) => args[0]?.errMsg === 'checkSession:ok'));
  assert.equal(host.storage.get('code'), first);
  await host.end();
});

packaged('onLaunch: where WeChat refuses, nothing is stored and nothing breaks', async () => {
  const host = exampleHost(emulator);
  host.faults.fail('login', { errMsg: 'login:fail system error' });
  host.launch();
  await host.until(() => host.calls.some(({ name }) => name === 'login'));
  await host.end();
  assert.equal(host.storage.get('code'), '');
});

packaged('onLoad: a lost session means a new code', async () => {
  const host = await launched();
  const first = host.storage.get('code');
  host.phone.forgetSession();
  host.open('pages/code/code');
  await freshCode(host, first);
  await host.end();
});

packaged('onLoad: where WeChat refuses, the old code stays and nothing breaks', async () => {
  const host = await launched();
  const first = host.storage.get('code');
  host.phone.forgetSession();
  host.faults.fail('login', {});
  host.open('pages/code/code');
  await host.until(() => host.calls.filter(({ name }) => name === 'login').length === 2);
  await host.end();
  assert.equal(host.storage.get('code'), first);
});

packaged('getPhone: success, and with the phone the user who registered with it', async () => {
  const host = await launched();
  const first = host.storage.get('code');
  const page = await tapped(host, 'pages/phone/phone', 'getPhone', 'phoneNumber');
  await host.until(() => page.data.phone.phoneNumber);
  assert.equal(page.data.phone.countryCode, '86');
  await freshCode(host, first);
  host.close(page);
  const login = await loggedInWithWechat(host);
  assert.equal(login.data.userinfo.phone, page.data.phone.phoneNumber);
  await host.end();
});

packaged('getPhone: failure', async () => {
  const host = await launched();
  host.fire(host.open('pages/phone/phone'), 'getPhone', DECLINED.phoneNumber);
  await nobodyHandled(host);
  assert.equal(host.requests.length, 0, 'nothing is sent when the person declines');
  await host.end();
});

packaged('loginWithWxapp: success', async () => {
  const host = await launched();
  const first = host.storage.get('code');
  const page = await loggedInWithWechat(host);
  assert.equal(page.data.userinfo.nickname, `Person ${people}`);
  assert.ok(page.data.userinfo.token);
  await freshCode(host, first);
  await host.end();
});

packaged('loginWithWxapp: failure', async () => {
  const host = await launched();
  host.fire(host.open('pages/wechat-login/wechat-login'), 'onGotUserInfo', DECLINED.userInfo);
  await dialog(host);
  assert.equal(host.requests.length, 0, 'nothing is sent when the person declines');
  await host.end();
});

packaged('getSetting, getUserInfo, loginWithWxapp: success', async () => {
  const host = await launched();
  host.phone.granted = true;
  const page = await tapped(host, 'pages/silent-login/silent-login', 'login');
  await host.until(() => page.data.userinfo._id);
  await host.end();
});

packaged('getSetting, getUserInfo, loginWithWxapp: failure', async () => {
  const host = await launched();
  host.phone.granted = true;
  host.storage.set('code', 'not a code of WeChat');
  await tapped(host, 'pages/silent-login/silent-login', 'login');
  await dialog(host);
  await host.end();
});

packaged('bindPhone: success', async () => {
  const host = await launched();
  await withAccount(host);
  const first = host.storage.get('code');
  const page = await tapped(host, 'pages/bind-phone/bind-phone', 'bindPhone', 'phoneNumber');
  await host.until(() => page.data.userinfo.phone, 'the bound phone');
  assert.equal(page.data.userinfo.email, `person-${people}@example.com`);
  await freshCode(host, first);
  await host.end();
});

packaged('bindPhone: failure', async () => {
  const host = await launched();
  await tapped(host, 'pages/bind-phone/bind-phone', 'bindPhone', 'phoneNumber');
  await dialog(host);
  assert.equal(host.requests.length, 0, 'nothing is sent when nobody is logged in');
  await host.end();
});

packaged('changeAvatar: success', async () => {
  const host = await launched();
  await withAccount(host);
  const page = await tapped(host, 'pages/avatar/avatar', 'changeAvatar');
  const before = page.data.userinfo.photo;
  await host.until(() => page.data.userinfo.photo !== before, 'the new photo');
  assert.match(page.data.userinfo.photo, /avatar\/wechatapp\//);
  await host.end();
});

packaged('changeAvatar: failure', async () => {
  const host = await launched();
  await withAccount(host);
  host.faults.fail('chooseImage', { errMsg: 'chooseImage:fail cancel' });
  await tapped(host, 'pages/avatar/avatar', 'changeAvatar');
  const { args: [error] } = await host.until(() => host.logs.find(({ args }) => args[0] instanceof host.realm.Error));
  readable(error.message);
  await host.end();
});

packaged('metadata: success', async () => {
  const host = await launched();
  await withAccount(host);
  await tapped(host, 'pages/metadata/metadata', 'metadata');
  const said = (words) => host.logs.find(({ args }) => String(args[0]).startsWith(words));
  await host.until(() => said('removeMetadata'), 'the last line of the sample');
  const list = (words) => said(words).args[1].list.map(({ key, value }) => `${key}=${value}`);
  assert.deepEqual([...list('初始')], []);
  assert.deepEqual([...list('setMetadata')], ['KEY=VALUE']);
  assert.deepEqual([...list('removeMetadata')], []);
  await host.end();
});

packaged('metadata: failure', async () => {
  const host = await launched();
  await withAccount(host);
  host.faults.fail('request', { errMsg: 'request:fail timeout', errno: 5 });
  await tapped(host, 'pages/metadata/metadata', 'metadata');
  await nobodyHandled(host);
  await host.end();
});

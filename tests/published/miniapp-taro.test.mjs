// `@authing/miniapp-taro` 5.1.18, today's published client for mini-programs, in the strict host: its 29 methods. The faults that are its
// own are in the README's table, and named here where they show.

import assert from 'node:assert/strict';
import { constants, publicEncrypt } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after } from 'node:test';

import { createHost } from '../wxapp/host/host.mjs';
import { PASSWORD, freshEmail, scenario } from './support.mjs';
import { freshPhone, ok, setupV3 } from './v3.mjs';

const v3 = await setupV3();
const { running } = v3;
const CONNECTION = { extIdpConnidentifier: 'wechat' };

/** The bundle is an ES module that imports Taro; Taro's `wx` functions call back, and return promises as well. */
function code() {
  const text = readFileSync(createRequire(import.meta.url).resolve('@authing/miniapp-taro'), 'utf8');
  const taro = `const Taro = {};
for (const name of ['request', 'uploadFile', 'login', 'checkSession', 'getStorage', 'setStorage', 'removeStorage', 'chooseImage', 'getUserProfile']) {
  Taro[name] = (options = {}) => {
    const both = (callback, settle) => (value) => { callback && callback(value); settle(value); };
    const result = new Promise((resolve, reject) => {
      wx[name]({ ...options, success: both(options.success, resolve), fail: both(options.fail, reject) });
    });
    result.catch(() => {});
    return result;
  };
}
Taro.getSystemInfo = (options) => wx.getSystemInfo(options);`;
  const exported = /export\{(\w+) as Authing,.*\};\s*$/s;
  return text.replace(/^import Taro .*$/m, taro).replace(exported, 'module.exports = $1;');
}

/** A mini-program of a new WeChat user, and the client in it. */
async function program(options = {}) {
  const host = createHost({ emulator: running });
  after(() => host.end());
  await host.phone.handTo({ nickName: 'Band' });
  host.code.write('authing.js', code());
  const make = host.run("const Authing = require('./authing.js'); module.exports = (options) => new Authing(options)");
  const given = { appId: 'phone', userPoolId: running.userPoolId, host: running.origin, ...options };
  const client = make(host.realm.adopt(given));
  // The constructor calls `wx.login`, and nothing tells when it has its code.
  await host.until(() => host.calls.some((call) => call.name === 'login'), 'the call of `wx.login`');
  const call = async (name, ...args) => structuredClone(await client[name](...args.map((arg) => host.realm.adopt(arg))));
  return { host, call };
}

/** The result of a call that succeeded. */
async function done(promise) {
  const [error, result] = await promise;
  assert.ok(!error, JSON.stringify(error));
  return result;
}

/** The error of a call that did not. */
async function failed(promise) {
  const [error] = await promise;
  assert.ok(error, 'it did not fail');
  return [error.statusCode, error.apiCode].filter((code) => code !== undefined);
}

/** A mini-program whose user is signed in by password. */
async function signedIn(options) {
  const user = await v3.newUser();
  const { host, call } = await program(options);
  const scope = 'openid profile offline_access';
  const passwordPayload = { account: user.email, password: PASSWORD };
  await done(call('loginByPassword', { passwordPayload, options: { scope } }));
  return { host, call, user };
}

const encryptFunction = (text, key) =>
  publicEncrypt({ key, padding: constants.RSA_PKCS1_PADDING }, Buffer.from(text)).toString('base64');

scenario('loginByPassword, getLoginState, saveLoginState, clearLoginState, logout', async () => {
  const { call, user } = await signedIn();
  const state = await done(call('getLoginState'));
  assert.equal(state.token_type, 'Bearer');
  assert.equal((await done(call('getUserInfo'))).userId, user.userId);
  assert.equal(await done(call('logout')), true);
  await failed(call('getLoginState'));
  await call('saveLoginState', state);
  assert.deepEqual(await failed(call('getUserInfo')), [401, 2020], 'the token was revoked');
  assert.equal(await done(call('clearLoginState')), true);
  const wrong = { passwordPayload: { account: user.email, password: 'wrong1' } };
  assert.deepEqual(await failed(call('loginByPassword', wrong)), [403, 2333]);
});

scenario('loginByPassword encrypted, getPublicKey', async () => {
  const { call } = await program({ encryptFunction });
  const { email } = await v3.newUser();
  assert.equal(await done(call('getPublicKey', 'rsa')), running.publicKey);
  const passwordPayload = { account: email, password: PASSWORD };
  await done(call('loginByPassword', { passwordPayload, options: { passwordEncryptType: 'rsa' } }));
});

scenario('loginByCode, getLoginCode, bindEmail', async () => {
  const { host, call } = await program();
  await call('getLoginCode');
  const state = await done(call('loginByCode', CONNECTION));
  assert.ok(state.access_token);
  const email = freshEmail();
  await done(call('sendEmailCode', { email, channel: 'CHANNEL_BIND_EMAIL' }));
  await done(call('bindEmail', { email, passCode: await v3.code(email) }));
  assert.equal((await done(call('getUserInfo'))).email, email);
  await done(call('clearLoginState'));
  assert.deepEqual(await failed(call('loginByCode', { ...CONNECTION, extIdpConnidentifier: '' })), [400]);
  assert.equal(host.takeErrors().length, 0);
});

scenario('loginByPhone, getPhone', async () => {
  const { host, call } = await program();
  const wxPhoneInfo = { code: (await host.phone.phoneNumber()).code };
  await done(call('loginByPhone', { ...CONNECTION, wechatMiniProgramCodeAndPhonePayload: { wxPhoneInfo } }));
  assert.equal((await done(call('getUserInfo'))).phoneVerified, true);
  const code = (await host.phone.phoneNumber()).code;
  const phone = await done(call('getPhone', { ...CONNECTION, code }));
  assert.equal(phone.purePhoneNumber, (await done(call('getUserInfo'))).phone);
  assert.deepEqual(await failed(call('getPhone', { ...CONNECTION, code })), [602]);
  await done(call('clearLoginState'));
  assert.deepEqual(await failed(call('loginByPhone', { ...CONNECTION, wechatMiniProgramCodeAndPhonePayload: { wxPhoneInfo } })), [602]);
});

scenario('sendSms, sendEmailCode, loginByPassCode', async () => {
  const { call } = await program();
  const { email } = await v3.newUser();
  const phoneNumber = freshPhone();
  await done(call('sendSms', { phoneNumber, channel: 'CHANNEL_LOGIN' }));
  assert.deepEqual(await failed(call('sendSms', { phoneNumber, channel: 'CHANNEL_LOGIN' })), [429]);
  await done(call('sendEmailCode', { email, channel: 'CHANNEL_LOGIN' }));
  assert.deepEqual(await failed(call('sendEmailCode', { email: 'x', channel: 'CHANNEL_LOGIN' })), [400]);
  assert.deepEqual(await failed(call('loginByPassCode', { passCodePayload: { email, passCode: '0000' } })), [400, 2001]);
  await done(call('loginByPassCode', { passCodePayload: { email, passCode: await v3.code(email) } }));
});

scenario('getUserInfo, updateUserInfo, updateAvatar', async () => {
  const { call } = await signedIn();
  const updated = await done(call('updateUserInfo', { nickname: 'Bob', customData: { a: 1 } }));
  assert.equal(updated.nickname, 'Bob');
  const extras = { withCustomData: true, withIdentities: true, withDepartmentIds: true };
  assert.deepEqual((await done(call('getUserInfo', extras))).customData, { a: 1 });
  assert.deepEqual(await failed(call('updateUserInfo', { gender: 'X' })), [400]);
  const { data } = await done(call('updateAvatar'));
  assert.equal((await done(call('getUserInfo'))).photo, data.url);
  assert.equal((await fetch(data.url)).status, 200);
});

scenario('updatePassword; encrypted, the old password goes as it is', async () => {
  const { call } = await signedIn({ encryptFunction });
  assert.deepEqual(await failed(call('updatePassword', { oldPassword: 'wrong1', newPassword: 'new12345' })), [403, 2006]);
  await done(call('updatePassword', { oldPassword: PASSWORD, newPassword: 'new12345' }));
  const encrypted = { oldPassword: 'new12345', newPassword: 'newer123', passwordEncryptType: 'rsa' };
  assert.deepEqual(await failed(call('updatePassword', encrypted)), [400, 2016], 'a fault of its own');
});

scenario('bindWxByCode, bindPlatformByCode, decryptData', async () => {
  const { host, call } = await signedIn();
  const { code } = await host.phone.login();
  await done(call('bindPlatformByCode', { ...CONNECTION, code }));
  const identities = async () => (await done(call('getUserInfo', { withIdentities: true }))).identities;
  assert.deepEqual((await identities()).map((identity) => identity.userIdInIdp), [host.phone.openId]);
  assert.deepEqual(await failed(call('bindPlatformByCode', { ...CONNECTION, code })), [602]);
  const sealed = { iv: '', encryptedData: '', rawData: '' };
  await call('bindWxByCode', { ...CONNECTION, ...sealed });
  const login = await host.phone.login();
  const { encryptedData, iv } = await host.phone.userInfo();
  const data = { ...CONNECTION, code: login.code, encryptedData, iv };
  assert.equal((await done(call('decryptData', data))).openId, host.phone.openId);
  assert.deepEqual(await failed(call('decryptData', data)), [602]);
});

scenario('updateEmailRequest, updateEmail, bindPhone, updatePhoneRequest, updatePhone', async () => {
  const { call, user } = await signedIn();
  const sent = async (to, channel) => {
    await done(call(to.includes('@') ? 'sendEmailCode' : 'sendSms', to.includes('@') ? { email: to, channel } : { phoneNumber: to, channel }));
    return v3.code(to);
  };
  assert.deepEqual(await failed(call('bindEmail', { email: freshEmail(), passCode: '0000' })), [422]);
  const newEmail = freshEmail();
  const email = { newEmail, newEmailPassCode: await sent(newEmail, 'CHANNEL_UPDATE_EMAIL'), oldEmail: user.email, oldEmailPassCode: await sent(user.email, 'CHANNEL_UPDATE_EMAIL') };
  const { updateEmailToken } = await done(call('updateEmailRequest', { verifyMethod: 'EMAIL_PASSCODE', emailPassCodePayload: email }));
  assert.deepEqual(await failed(call('updateEmail', { updateEmailToken: 'x' })), [400]);
  await done(call('updateEmail', { updateEmailToken }));
  const [phone, newPhone] = [freshPhone(), freshPhone()];
  const passCode = await sent(phone, 'CHANNEL_BIND_PHONE');
  assert.deepEqual(await failed(call('bindPhone', { phoneNumber: phone, passCode: '0000' })), [400, 2001]);
  await done(call('bindPhone', { phoneNumber: phone, passCode }));
  const payload = { newPhoneNumber: newPhone, newPhonePassCode: await sent(newPhone, 'CHANNEL_BIND_PHONE') };
  const { updatePhoneToken } = await done(call('updatePhoneRequest', { verifyMethod: 'PHONE_PASSCODE', phonePassCodePayload: payload }));
  assert.deepEqual(await failed(call('updatePhone', { updatePhoneToken: 'x' })), [400]);
  await done(call('updatePhone', { updatePhoneToken }));
  const profile = await done(call('getUserInfo'));
  assert.deepEqual([profile.email, profile.phone], [newEmail, newPhone]);
});

scenario('deleteAccountRequest, deleteAccount', async () => {
  const { call, user } = await signedIn({ encryptFunction });
  const request = (payload) => call('deleteAccountRequest', { verifyMethod: 'PASSWORD', passwordPayload: payload });
  assert.deepEqual(await failed(request({ password: PASSWORD, passwordEncryptType: 'rsa' })), [400, 2016], 'a fault of its own: it encrypts nothing');
  assert.deepEqual(await failed(request({ password: 'wrong1' })), [403, 2006]);
  const { deleteAccountToken } = await done(request({ password: PASSWORD }));
  assert.deepEqual(await failed(call('deleteAccount', { deleteAccountToken: 'x' })), [400]);
  await done(call('deleteAccount', { deleteAccountToken }));
  assert.deepEqual(ok(await v3.management.isUserExists({ email: user.email })), { exists: false });
});

// Last: the emulator's clock is then an hour ahead, too far for a signature.
scenario('refreshToken: while the access token is valid, and not after', async () => {
  const { host, call } = await signedIn();
  const before = await done(call('getLoginState'));
  const after = await done(call('refreshToken'));
  assert.notEqual(after.refresh_token, before.refresh_token);
  const sent = host.requests.length;
  await host.advance(3601);
  await failed(call('refreshToken'));
  assert.equal(host.requests.length, sent, 'a fault of its own: nothing was sent');
});

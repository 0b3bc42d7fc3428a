// Registering, logging in and out, one's own account.

import assert from 'node:assert/strict';

import { PASSWORD, freshEmail, loggedIn, newestCode, refusal, registered, scenario, setup } from './support.mjs';

const { running, authing } = await setup();

scenario('construct with a secret', async () => {
  assert.match(await authing.fetchToken, /^[\w-]+\.[\w-]+\.[\w-]+$/);
  assert.equal(authing.userPoolSettings._id, running.userPoolId);
  assert.equal(authing.userPoolSettings.clientType.name, 'Web');
});

scenario('register, and register again', async () => {
  const email = freshEmail();
  const signedUp = new Date(2019, 5, 1);
  const user = await authing.register({ email, password: PASSWORD, nickname: 'n', signedUp, lastLogin: signedUp });
  assert.equal(user.email, email);
  assert.equal(user.nickname, 'n');
  assert.equal(user.registerMethod, 'default:username-password');
  assert.equal(user.registerInClient, running.userPoolId);
  assert.equal(new Date(user.signedUp).getTime(), signedUp.getTime());
  assert.equal(new Date(user.lastLogin).getTime(), signedUp.getTime());
  const again = await refusal(authing.createUser({ email, password: PASSWORD }));
  assert.deepEqual(again, { code: 2026, message: '用户已存在，请不要重复注册', data: null });
});

scenario('log in, as the service refuses it', async () => {
  const { email } = await registered(authing);
  const unknown = await refusal(authing.login({ email: freshEmail(), password: PASSWORD }));
  assert.deepEqual([unknown.code, unknown.message], [2004, '用户不存在']);
  const wrong = await refusal(authing.login({ email, password: 'wrong pass' }));
  assert.deepEqual([wrong.code, wrong.message], [2006, '密码不正确']);
  const user = await authing.login({ email, password: PASSWORD });
  assert.equal(user.loginsCount, 1);
  assert.ok(user.token && user.lastLogin && user.lastIP);
  assert.equal((await authing.login({ email, password: PASSWORD })).loginsCount, 2);
});

scenario('three failures ask for a captcha', async () => {
  const { email } = await registered(authing);
  for (let i = 0; i < 3; i += 1) {
    assert.equal((await refusal(authing.login({ email, password: 'wrong pass' }))).code, 2006);
  }
  const asked = await refusal(authing.login({ email, password: PASSWORD }));
  assert.deepEqual([asked.code, asked.message], [2000, '账号异常，需要输入验证码']);
  assert.match(await (await fetch(asked.data.url)).text(), /^<svg/);
  const captcha = await running.control('captcha');
  assert.equal((await refusal(authing.login({ email, password: PASSWORD, verifyCode: 'no' }))).code, 2001);
  const next = await running.control('captcha');
  assert.equal(captcha.required && next.required, true);
  const user = await authing.login({ email, password: PASSWORD, verifyCode: next.code });
  assert.equal(user.email, email);
  assert.equal((await running.control('captcha')).required, false);
});

scenario('is a token alive, and what does it say', async () => {
  const user = await loggedIn(authing);
  const status = await authing.checkLoginStatus(user.token);
  assert.deepEqual([status.status, status.code, status.message], [true, 200, '已登录']);
  assert.equal(status.token.data.id, user._id);
  assert.equal(status.token.data.clientId, running.userPoolId);
  assert.equal(status.token.exp - status.token.iat, 1_296_000);
  const decoded = await authing.decodeToken(user.token);
  assert.deepEqual(decoded.status, { code: 200, message: 'token 解析正常' });
  assert.equal(decoded.data.email, user.email);
  assert.equal((await authing.checkLoginStatus('x.y.z')).code, 2207);
});

scenario('read and update oneself', async () => {
  const user = await loggedIn(authing);
  assert.equal((await authing.update({ _id: user._id, nickname: 'niska' })).nickname, 'niska');
  const whole = await authing.user({ id: user._id });
  assert.equal(whole.nickname, 'niska');
  assert.ok(whole.thirdPartyIdentity);
  assert.equal(whole.userLoginHistory.totalCount, 1);
  assert.equal(whole.userLoginHistory.list[0].success, true);
  const refused = await refusal(authing.update({ _id: user._id, email: freshEmail() }));
  assert.equal(refused.message, 'updateUser 接口不能直接修改邮箱，请使用 updateEmail 接口。');
  const changed = await authing.update({ _id: user._id, password: 'new 12345', oldPassword: PASSWORD });
  assert.equal(changed._id, user._id);
  assert.ok((await authing.login({ email: user.email, password: 'new 12345' })).token);
});

scenario('log out', async () => {
  const user = await loggedIn(authing);
  assert.equal((await authing.logout(user._id)).tokenExpiredAt, '2000-01-01T00:00:00+08:00');
  assert.equal((await authing.checkLoginStatus(user.token)).code, 2206);
});

scenario('metadata', async () => {
  const user = await loggedIn(authing);
  assert.deepEqual(await authing.metadata(user._id), { totalCount: 0, list: [] });
  const set = await authing.setMetadata({ _id: user._id, key: 'KEY', value: 'VALUE' });
  assert.deepEqual(set, { totalCount: 1, list: [{ key: 'KEY', value: 'VALUE' }] });
  assert.deepEqual(await authing.removeMetadata({ _id: user._id, key: 'KEY' }), { totalCount: 0, list: [] });
});

scenario('a forgotten password', async () => {
  const { email } = await registered(authing);
  assert.deepEqual(await authing.sendResetPasswordEmail({ email }), { message: '成功', code: 200 });
  const verifyCode = await newestCode(running, email);
  assert.equal((await authing.verifyResetPasswordVerifyCode({ email, verifyCode })).code, 200);
  assert.equal((await authing.changePassword({ email, password: 'new 12345', verifyCode })).email, email);
  assert.ok((await authing.login({ email, password: 'new 12345' })).token);
});

scenario('mail to verify an address', async () => {
  const { email } = await registered(authing);
  const sent = { message: '发送验证邮件成功', code: 200, status: true };
  assert.deepEqual(await authing.sendVerifyEmail({ email }), sent);
  assert.deepEqual(await authing.sendActivationEmail({ email }), { message: '发送验证邮件成功' });
});

scenario('codes by SMS', async () => {
  const phone = '17670416754';
  assert.equal((await authing.sendRegisterPhoneCode(phone)).code, 200);
  const phoneCode = await newestCode(running, phone);
  assert.equal((await authing.register({ phone, phoneCode, password: PASSWORD })).phone, phone);
  const { code, message } = await authing.getVerificationCode(phone);
  assert.deepEqual([code, message], [200, '发送成功']);
  const again = await authing.sendOneTimePhoneCode(phone).catch((error) => JSON.parse(error.message));
  assert.deepEqual([again.code, again.message], [500, '已发送验证码，还未失效']);
  const user = await authing.loginByPhoneCode({ phone, phoneCode: await newestCode(running, phone) });
  assert.equal(user.phone, phone);
  assert.equal((await authing.loginByPhonePassword({ phone, password: PASSWORD }))._id, user._id);
  await running.advance(61);
  await authing.getVerificationCode(phone);
  const check = { phone, phoneCode: await newestCode(running, phone) };
  assert.equal((await authing.verifyPhoneCode({ ...check })).code, 200);
  assert.equal((await refusal(authing.verifyPhoneCode({ ...check }))).code, 2001);
});

scenario('another address and another number', async () => {
  const user = await loggedIn(authing);
  const [email, phone] = [freshEmail(), '17670416755'];
  assert.deepEqual(await authing.sendChangeEmailVerifyCode({ email }), { message: '发送成功', code: 200, status: true });
  const emailCode = await newestCode(running, email);
  assert.equal((await refusal(authing.updateEmail({ email, emailCode: '0000' }))).code, 2001);
  assert.equal((await authing.updateEmail({ email, emailCode })).email, email);
  await authing.getVerificationCode(phone);
  const updated = await authing.updatePhone({ phone, phoneCode: await newestCode(running, phone) });
  assert.deepEqual([updated._id, updated.phone, updated.email], [user._id, phone, email]);
});

scenario('directories', async () => {
  const ldap = await authing.loginByLDAP({ username: 'ldap-user', password: 'ldap-password' });
  assert.deepEqual([ldap.username, ldap.registerMethod], ['ldap-user', 'ldap:default']);
  const connector = await authing.adConnectorByProvider({ providerId: '5e05bbf2d51b3761d5c71071', providerType: 'OIDC' });
  assert.equal(connector.status, true);
  const by = { username: 'ad-user', adConnectorId: connector._id };
  assert.equal((await refusal(authing.loginByAd({ ...by, password: 'wrong' }))).code, 2006);
  const user = await authing.loginByAd({ ...by, password: 'ad-password' });
  assert.deepEqual([user.username, user.registerMethod], ['ad-user', 'ad:default']);
  assert.ok(user.token);
});

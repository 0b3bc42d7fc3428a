// Sign-in without a redirect, by `authing-node-sdk` 4.0.1: each call with a success and an error.

import assert from 'node:assert/strict';
import { constants, publicEncrypt } from 'node:crypto';

import { sm2 } from 'sm-crypto';

import { PASSWORD, freshEmail, scenario } from './support.mjs';
import { codes, freshPhone, ok, setupV3 } from './v3.mjs';

const v3 = await setupV3();
const { running } = v3;

for (const method of ['client_secret_post', 'client_secret_basic']) {
  scenario(`password, by each name of the user: ${method}`, async () => {
    const phone = freshPhone();
    const username = `user-${phone}`;
    const { email, userId } = await v3.newUser({ phone, username });
    const client = v3.client({ tokenEndPointAuthMethod: method });
    const answers = [
      await client.signInByEmailPassword({ email, password: PASSWORD }),
      await client.signInByPhonePassword({ phone, password: PASSWORD }),
      await client.signInByUsernamePassword({ username, password: PASSWORD }),
      await client.signInByAccountPassword({ account: email, password: PASSWORD }),
    ];
    for (const answer of answers) {
      const tokens = ok(answer);
      assert.deepEqual([tokens.token_type, tokens.expire_in, tokens.expires_in], ['Bearer', 3600, 3600]);
      assert.equal((await client.parseIDToken(tokens.id_token)).sub, userId);
      assert.equal((await v3.client().introspectToken(tokens.access_token)).active, true);
    }
    assert.deepEqual(codes(await client.signInByEmailPassword({ email, password: 'wrong1' })), [403, 2333]);
    assert.deepEqual(codes(await client.signInByUsernamePassword({ username: 'nobody', password: PASSWORD })), [403, 2333]);
    ok(await client.signInByEmailPassword({ email, password: PASSWORD }));
  });
}

scenario('an application without a secret, a wrong secret, an application that is not there', async () => {
  const { email } = await v3.newUser();
  const none = { appId: 'phone', appSecret: '', tokenEndPointAuthMethod: 'none' };
  ok(await v3.client(none).signInByEmailPassword({ email, password: PASSWORD }));
  assert.deepEqual(codes(await v3.client({ ...none, appId: 'shop' }).signInByEmailPassword({ email, password: PASSWORD })), [401]);
  assert.deepEqual(codes(await v3.client({ appSecret: 'x' }).signInByEmailPassword({ email, password: PASSWORD })), [401]);
  assert.deepEqual(codes(await v3.client({ appId: 'nowhere' }).signInByEmailPassword({ email, password: PASSWORD })), [404, 2011]);
});

scenario('scope, refresh token, language', async () => {
  const { email } = await v3.newUser();
  const options = { scope: 'openid offline_access' };
  const tokens = ok(await v3.client().signInByEmailPassword({ email, password: PASSWORD, options }));
  assert.equal(tokens.scope, 'openid offline_access');
  const next = await v3.client().getNewAccessTokenByRefreshToken(tokens.refresh_token);
  assert.notEqual(next.refresh_token, tokens.refresh_token);
  const refused = await v3.administrator({ lang: 'en-US' }).getUser({ userId: 'nobody' });
  assert.match(refused.message, /no such user/);
  assert.match((await v3.management.getUser({ userId: 'nobody' })).message, /用户不存在/);
});

scenario('encrypted passwords', async () => {
  const { rsa } = await v3.client().getSystemInfo();
  const encrypted = (text) =>
    publicEncrypt({ key: rsa.publicKey, padding: constants.RSA_PKCS1_PADDING }, Buffer.from(text)).toString('base64');
  const options = { passwordEncryptType: 'rsa' };
  const email = freshEmail();
  ok(await v3.client().signUpByEmailPassword({ email, password: encrypted(PASSWORD), options }));
  ok(await v3.client().signInByEmailPassword({ email, password: encrypted(PASSWORD), options }));
  ok(await v3.client().signInByEmailPassword({ email, password: PASSWORD }));
  assert.deepEqual(codes(await v3.client().signInByEmailPassword({ email, password: PASSWORD, options })), [400, 2016]);
});

// `sm-crypto` is another implementation of SM2: its mode 1 is C1C3C2, mode 0 is C1C2C3.
scenario('passwords encrypted with SM2', async () => {
  const key = (await v3.client().getSystemInfo()).sm2.publicKey;
  const options = { passwordEncryptType: 'sm2' };
  const email = freshEmail();
  const encrypted = (text, mode = 1) => sm2.doEncrypt(text, key, mode);
  ok(await v3.client().signUpByEmailPassword({ email, password: encrypted(PASSWORD), options }));
  ok(await v3.client().signInByEmailPassword({ email, password: encrypted(PASSWORD), options }));
  ok(await v3.client().signInByEmailPassword({ email, password: PASSWORD }));
  assert.deepEqual(codes(await v3.client().signInByEmailPassword({ email, password: encrypted('wrong1'), options })), [403, 2333]);
  for (const password of [PASSWORD, encrypted(PASSWORD, 0), `04${encrypted(PASSWORD)}`]) {
    assert.deepEqual(codes(await v3.client().signInByEmailPassword({ email, password, options })), [400, 2016]);
  }
});

scenario('pass codes: each for one channel, once', async () => {
  const { email } = await v3.newUser();
  const client = v3.client();
  ok(await client.sendEmail({ email, channel: 'CHANNEL_LOGIN' }));
  const passCode = await v3.code(email);
  const check = { codeType: 'EMAIL', emailCodePayload: { email, passCode, channel: 'CHANNEL_LOGIN' } };
  assert.deepEqual(ok(await client.preCheckCode(check)), { isValid: true });
  assert.deepEqual(codes(await client.signInByEmailPassCode({ email, passCode: '0000' })), [400, 2001]);
  ok(await client.signInByEmailPassCode({ email, passCode }));
  assert.deepEqual(codes(await client.signInByEmailPassCode({ email, passCode })), [400, 2001]);
  assert.deepEqual(ok(await client.preCheckCode(check)), { isValid: false });
  assert.deepEqual(codes(await client.sendEmail({ email, channel: 'CHANNEL_BIND_PHONE' })), [400]);
  const phone = freshPhone();
  ok(await client.sendSms({ phoneNumber: phone, channel: 'CHANNEL_LOGIN' }));
  assert.deepEqual(codes(await client.sendSms({ phoneNumber: phone, channel: 'CHANNEL_LOGIN' })), [429]);
  assert.deepEqual(codes(await client.signInByPhonePassCode({ phone, passCode: await v3.code(phone) })), [404, 2004]);
  const registering = { phone, passCode: await v3.code(phone), options: { autoRegister: true } };
  ok(await client.signInByPhonePassCode(registering));
});

scenario('directories', async () => {
  const client = v3.client();
  ok(await client.signInByLDAP({ sAMAccountName: 'ldap-user', password: 'ldap-password' }));
  ok(await client.signInByAD({ sAMAccountName: 'ad-user', password: 'ad-password' }));
  assert.deepEqual(codes(await client.signInByLDAP({ sAMAccountName: 'ldap-user', password: 'x' })), [403, 2333]);
  assert.deepEqual(codes(await client.signInByAD({ sAMAccountName: 'nobody', password: 'x' })), [403, 2333]);
});

scenario('sign-up', async () => {
  const client = v3.client();
  const [email, phone] = [freshEmail(), freshPhone()];
  const user = ok(await client.signUpByEmailPassword({ email, password: PASSWORD, profile: { nickname: 'Bob' } }));
  assert.deepEqual([user.email, user.nickname, user.password], [email, 'Bob', undefined]);
  assert.deepEqual(codes(await client.signUpByEmailPassword({ email, password: PASSWORD })), [409, 2026]);
  ok(await client.signUpByUsernamePassword({ username: `u${phone}`, password: PASSWORD }));
  assert.deepEqual(codes(await client.signUpByUsernamePassword({ username: 'short', password: '1' })), [422]);
  ok(await client.sendSms({ phoneNumber: phone, channel: 'CHANNEL_REGISTER' }));
  const passCode = await v3.code(phone);
  assert.deepEqual(codes(await client.signUpByPhoneCode({ phone, passCode: '0000' })), [400, 2001]);
  assert.equal(ok(await client.signUpByPhoneCode({ phone, passCode })).phoneVerified, true);
  const other = freshEmail();
  ok(await client.sendEmail({ email: other, channel: 'CHANNEL_REGISTER' }));
  assert.equal(ok(await client.signUpByEmailCode({ email: other, passCode: await v3.code(other) })).emailVerified, true);
});

scenario('next steps, and users who may not log in', async () => {
  const client = v3.client();
  const first = await v3.newUser({ options: { resetPasswordOnFirstLogin: true } });
  assert.deepEqual(codes(await client.signInByEmailPassword({ email: first.email, password: PASSWORD })), [403, 1639]);
  const suspended = await v3.newUser({ status: 'Suspended' });
  assert.deepEqual(codes(await client.signInByEmailPassword({ email: suspended.email, password: PASSWORD })), [403, 2120008]);
  ok(await v3.management.updateUser({ userId: suspended.userId, status: 'Activated' }));
  ok(await client.signInByEmailPassword({ email: suspended.email, password: PASSWORD }));
});

scenario('a captcha after three failures', async () => {
  const { email } = await v3.newUser();
  const client = v3.client();
  for (const password of ['wrong1', 'wrong2', 'wrong3']) {
    assert.deepEqual(codes(await client.signInByEmailPassword({ email, password })), [403, 2333]);
  }
  assert.deepEqual(codes(await client.signInByEmailPassword({ email, password: PASSWORD })), [499, 2000]);
  const { captchaCodeSvg, captchaToken } = ok(await client.geneCatchaCodeAndToken());
  const captchaCode = />(\d{4})</.exec(captchaCodeSvg)[1];
  const wrong = { captchaCode: '0000', captchaToken };
  assert.deepEqual(codes(await client.signInByEmailPassword({ email, password: PASSWORD, options: wrong })), [499, 2001]);
  assert.deepEqual(codes(await client.signInByEmailPassword({ email, password: PASSWORD, options: { captchaCode, captchaToken } })), [499, 2001]);
  const fresh = ok(await client.geneCatchaCodeAndToken());
  const options = { captchaCode: />(\d{4})</.exec(fresh.captchaCodeSvg)[1], captchaToken: fresh.captchaToken };
  ok(await client.signInByEmailPassword({ email, password: PASSWORD, options }));
  ok(await client.signInByEmailPassword({ email, password: PASSWORD }));
});

scenario('QR code: shown, scanned, confirmed, exchanged', async () => {
  const screen = v3.client();
  const { own, user } = await v3.signedIn({ nickname: 'Bob' });
  const { qrcodeId, url } = ok(await screen.geneQrCode({ type: 'MOBILE_APP' }));
  assert.match(await (await fetch(url)).text(), /<svg/);
  assert.deepEqual(ok(await screen.getQrCodeStatus({ qrcodeId })), { status: 'PENDING' });
  assert.deepEqual(codes(await own.setQrCodeStatus({ qrcodeId, action: 'CONFIRM' })), [422]);
  ok(await own.setQrCodeStatus({ qrcodeId, action: 'SCAN' }));
  const scanned = ok(await screen.getQrCodeStatus({ qrcodeId }));
  assert.deepEqual([scanned.status, scanned.briefUserInfo.displayName], ['SCANNED', 'Bob']);
  ok(await own.changeQrCodeStatus({ qrcodeId, action: 'CONFIRM' }));
  const { status, ticket } = ok(await screen.checkQrCodeStatus({ qrcodeId }));
  assert.equal(status, 'AUTHORIZED');
  const app = { client_id: 'shop', client_secret: 'shop-secret' };
  const tokens = ok(await screen.exchangeTokenSetWithQrCodeTicket({ ticket, ...app }));
  assert.equal((await screen.introspectToken(tokens.access_token)).sub, user.userId);
  assert.deepEqual(codes(await screen.exchangeTokenSetWithQrCodeTicket({ ticket, ...app })), [400]);
  assert.deepEqual(codes(await screen.getQrCodeStatus({ qrcodeId: 'none' })), [404]);
  const other = ok(await screen.geneQrCode({ type: 'WECHAT_MINIPROGRAM' })).qrcodeId;
  ok(await own.setQrCodeStatus({ qrcodeId: other, action: 'SCAN' }));
  ok(await own.setQrCodeStatus({ qrcodeId: other, action: 'CANCEL' }));
  assert.equal(ok(await screen.getQrCodeStatus({ qrcodeId: other })).status, 'CANCELLED');
});

scenario('WeChat: by code, by the sealed phone number, by both codes', async () => {
  const client = v3.client();
  const { openId } = await running.control('wechat/users', { nickName: 'Band' });
  const login = async () => (await running.control('wechat/login', { openId })).code;
  const app = { client_id: 'shop', client_secret: 'shop-secret' };
  const by = (connection, payload) => client.signInByMobile({ connection, extIdpConnidentifier: 'wechat', ...payload, ...app });
  const code = await login();
  const tokens = ok(await by('wechat_mini_program_code', { wechatMiniProgramCodePayload: { code, encryptedData: '', iv: '' } }));
  const { sub } = await client.introspectToken(tokens.access_token);
  assert.deepEqual(codes(await by('wechat_mini_program_code', { wechatMiniProgramCodePayload: { code } })), [602]);
  const phoneCode = await login();
  const sealed = await running.control('wechat/phone-number', { openId });
  const payload = { code: phoneCode, encryptedData: sealed.encryptedData, iv: sealed.iv };
  const again = ok(await by('wechat_mini_program_phone', { wechatMiniProgramPhonePayload: payload }));
  assert.equal((await client.introspectToken(again.access_token)).sub, sub);
  const both = { wxLoginInfo: { code: await login() }, wxPhoneInfo: { code: (await running.control('wechat/phone-number', { openId })).code } };
  ok(await by('wechat_mini_program_code_and_phone', { wechatMiniProgramCodeAndPhonePayload: both }));
  assert.equal(ok(await v3.management.getUser({ userId: sub })).phoneVerified, true);
  assert.deepEqual(codes(await by('wechat_mini_program_code_and_phone', { wechatMiniProgramCodeAndPhonePayload: both })), [602]);
  assert.deepEqual(codes(await by('github', { githubPayload: { code: 'x' } })), [400]);
  const opened = { code: await login(), ...(await running.control('wechat/user-info', { openId })) };
  const { encryptedData, iv } = opened;
  const decrypt = { extIdpConnidentifier: 'wechat', code: opened.code, encryptedData, iv };
  assert.equal(ok(await client.decryptWechatMiniProgramData(decrypt)).openId, openId);
  assert.deepEqual(codes(await client.decryptWechatMiniProgramData(decrypt)), [602]);
});

scenario('what anybody may read, and what the emulator does not have', async () => {
  const client = v3.client();
  assert.equal((await client.getSystemInfo()).rsa.publicKey, running.info.publicKey);
  assert.ok(ok(await client.getCountryList()).some((country) => country.phoneCountryCode === '+86'));
  assert.ok(ok(await client.getApplicationEnabledExtIdps()).length > 0);
  const unknown = await client.signInByPush({ account: 'bob' });
  assert.deepEqual(codes(unknown), [404]);
  assert.match(unknown.message, /signin-by-push/);
});

// A signed-in user's own account, by `authing-node-sdk` 4.0.1: each call with a success and an error.

import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';

import { PASSWORD, freshEmail, scenario } from './support.mjs';
import { codes, freshPhone, ok, setupV3 } from './v3.mjs';

const v3 = await setupV3();
const { running } = v3;

/** What an authenticator shows now (RFC 6238). */
function totp(uri) {
  const secret = new URL(uri).searchParams.get('secret');
  const bits = [...secret].map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0')).join('');
  const key = Buffer.from(bits.match(/.{8}/g).map((byte) => Number.parseInt(byte, 2)));
  const step = Buffer.alloc(8);
  step.writeBigUInt64BE(BigInt(Math.floor((Date.now() + running.offset) / 30_000)));
  const hash = createHmac('sha1', key).update(step).digest();
  const number = (hash.readUInt32BE(hash[19] & 15) & 0x7fffffff) % 1_000_000;
  return String(number).padStart(6, '0');
}

scenario('profile', async () => {
  const { own, user } = await v3.signedIn();
  const updated = ok(await own.updateProfile({ nickname: 'Bob', province: 'Zhejiang', customData: { school: 'x' } }));
  assert.deepEqual([updated.nickname, updated.province], ['Bob', 'Zhejiang']);
  const plain = ok(await own.getProfile({}));
  assert.deepEqual([plain.userId, plain.nickname, plain.customData, plain.identities], [user.userId, 'Bob', undefined, undefined]);
  const whole = ok(await own.getProfile({ withCustomData: true, withIdentities: true, withDepartmentIds: true }));
  assert.deepEqual([whole.customData, whole.identities, whole.departmentIds], [{ school: 'x' }, [], []]);
  assert.equal(ok(await own.updateProfile({ nickname: null })).nickname, null);
  const taken = await v3.newUser({ username: `taken-${Date.now()}` });
  assert.deepEqual(codes(await own.updateProfile({ username: taken.username })), [409, 2026]);
  assert.deepEqual(codes(await own.updateProfile({ gender: 'X' })), [400]);
  assert.deepEqual(codes(await v3.client().getProfile({})), [401, 2020]);
});

scenario('a token that is expired, revoked, or none', async () => {
  const { own, tokens } = await v3.signedIn();
  own.setAccessToken(tokens.id_token);
  assert.deepEqual(codes(await own.getProfile({})), [401, 2020]);
  own.setAccessToken(tokens.access_token);
  ok(await own.getProfile({}));
  await v3.client().revokeToken(tokens.access_token);
  assert.deepEqual(codes(await own.getProfile({})), [401, 2020]);
});

scenario('password', async () => {
  const { own, user } = await v3.signedIn();
  assert.deepEqual(codes(await own.updatePassword({ newPassword: 'new12345' })), [400]);
  assert.deepEqual(codes(await own.updatePassword({ newPassword: 'new12345', oldPassword: 'wrong1' })), [403, 2006]);
  assert.deepEqual(codes(await own.updatePassword({ newPassword: '1', oldPassword: PASSWORD })), [422]);
  ok(await own.updatePassword({ newPassword: 'new12345', oldPassword: PASSWORD }));
  ok(await own.getProfile({}));
  ok(await v3.client().signInByEmailPassword({ email: user.email, password: 'new12345' }));
  assert.deepEqual(ok(await own.validatePassword({ password: '1' })), { valid: false });
  assert.deepEqual(ok(await own.validatePassword({ password: 'new12345' })), { valid: true });
  assert.equal(ok(await own.getSecurityLevel()).passwordSet, true);
});

scenario('a forgotten password, in two steps', async () => {
  const { own, user } = await v3.signedIn();
  const client = v3.client();
  ok(await client.sendEmail({ email: user.email, channel: 'CHANNEL_RESET_PASSWORD' }));
  const verify = (passCode) =>
    client.verifyResetPasswordRequest({ verifyMethod: 'EMAIL_PASSCODE', emailPassCodePayload: { email: user.email, passCode } });
  assert.deepEqual(codes(await verify('0000')), [400, 2001]);
  const { passwordResetToken, tokenExpiresIn } = ok(await verify(await v3.code(user.email)));
  assert.equal(tokenExpiresIn, 60);
  assert.deepEqual(codes(await client.resetPassword({ password: 'new12345', passwordResetToken: 'x' })), [400]);
  ok(await client.resetPassword({ password: 'new12345', passwordResetToken }));
  assert.deepEqual(codes(await client.resetPassword({ password: 'new12345', passwordResetToken })), [400]);
  assert.deepEqual(codes(await own.getProfile({})), [401, 2020], 'every token of the user has ended');
  ok(await client.signInByEmailPassword({ email: user.email, password: 'new12345' }));
  assert.deepEqual(codes(await client.verifyResetPasswordRequest({
    verifyMethod: 'PHONE_PASSCODE', phonePassCodePayload: { phoneNumber: freshPhone(), passCode: '1234' },
  })), [404, 2004]);
});

scenario('email address: bound, given up, changed', async () => {
  const username = `email-${Date.now()}`;
  ok(await v3.client().signUpByUsernamePassword({ username, password: PASSWORD }));
  const own = v3.client();
  own.setAccessToken(ok(await own.signInByUsernamePassword({ username, password: PASSWORD })).access_token);
  const email = freshEmail();
  ok(await own.sendEmail({ email, channel: 'CHANNEL_BIND_EMAIL' }));
  assert.deepEqual(codes(await own.bindEmail({ email, passCode: '0000' })), [400, 2001]);
  assert.equal(ok(await own.bindEmail({ email, passCode: await v3.code(email) })), undefined);
  assert.equal(ok(await own.getProfile({})).emailVerified, true);
  const newEmail = freshEmail();
  ok(await own.sendEmail({ email, channel: 'CHANNEL_UPDATE_EMAIL' }));
  ok(await own.sendEmail({ email: newEmail, channel: 'CHANNEL_UPDATE_EMAIL' }));
  const payload = { newEmail, newEmailPassCode: await v3.code(newEmail), oldEmail: email, oldEmailPassCode: await v3.code(email) };
  const wrong = { ...payload, oldEmailPassCode: '0000' };
  assert.deepEqual(codes(await own.verifyUpdateEmailRequest({ verifyMethod: 'EMAIL_PASSCODE', emailPassCodePayload: wrong })), [400, 2001]);
  const request = { verifyMethod: 'EMAIL_PASSCODE', emailPassCodePayload: payload };
  const { updateEmailToken } = ok(await own.verifyUpdateEmailRequest(request));
  assert.deepEqual(codes(await own.updateEmail({ updateEmailToken: 'x' })), [400]);
  ok(await own.updateEmail({ updateEmailToken }));
  assert.equal(ok(await own.getProfile({})).email, newEmail);
  ok(await own.sendEmail({ email: newEmail, channel: 'CHANNEL_UNBIND_EMAIL' }));
  assert.deepEqual(codes(await own.unbindEmail({ passCode: '0000' })), [400, 2001]);
  ok(await own.unbindEmail({ passCode: await v3.code(newEmail) }));
  assert.equal(ok(await own.getProfile({})).email, null);
  assert.deepEqual(codes(await own.unbindEmail({ passCode: '0000' })), [422]);
});

scenario('phone number: bound, changed, given up', async () => {
  const { own } = await v3.signedIn();
  const [phone, newPhone] = [freshPhone(), freshPhone()];
  ok(await own.sendSms({ phoneNumber: phone, channel: 'CHANNEL_BIND_PHONE' }));
  assert.deepEqual(codes(await own.bindPhone({ phoneNumber: phone, passCode: '0000' })), [400, 2001]);
  ok(await own.bindPhone({ phoneNumber: phone, phoneCountryCode: '+86', passCode: await v3.code(phone) }));
  assert.deepEqual(codes(await own.bindPhone({ phoneNumber: newPhone, passCode: '0000' })), [422]);
  ok(await own.sendSms({ phoneNumber: newPhone, channel: 'CHANNEL_BIND_PHONE' }));
  const payload = { newPhoneNumber: newPhone, newPhonePassCode: await v3.code(newPhone) };
  const { updatePhoneToken } = ok(await own.verifyUpdatePhoneRequest({ verifyMethod: 'PHONE_PASSCODE', phonePassCodePayload: payload }));
  await running.advance(61);
  assert.deepEqual(codes(await own.updatePhone({ updatePhoneToken })), [400], 'the token lives sixty seconds');
  ok(await own.sendSms({ phoneNumber: newPhone, channel: 'CHANNEL_BIND_PHONE' }));
  const again = { newPhoneNumber: newPhone, newPhonePassCode: await v3.code(newPhone) };
  const second = ok(await own.verifyUpdatePhoneRequest({ verifyMethod: 'PHONE_PASSCODE', phonePassCodePayload: again }));
  ok(await own.updatePhone(second));
  const profile = ok(await own.getProfile({}));
  assert.deepEqual([profile.phone, profile.phoneVerified], [newPhone, true]);
  ok(await own.sendSms({ phoneNumber: newPhone, channel: 'CHANNEL_UNBIND_PHONE' }));
  assert.deepEqual(codes(await own.unbindPhone({ passCode: '0000' })), [400, 2001]);
  ok(await own.unbindPhone({ passCode: await v3.code(newPhone) }));
  assert.equal(ok(await own.getProfile({})).phone, null);
});

scenario('roles, groups, departments, resources, applications, logins', async () => {
  const { own, user } = await v3.signedIn();
  const targets = [{ targetType: 'USER', targetIdentifier: user.userId }];
  ok(await v3.management.createRole({ code: 'editor', name: 'Editor' }));
  ok(await v3.management.assignRole({ code: 'editor', targets }));
  ok(await v3.management.createGroup({ code: 'writers', name: 'Writers', type: 'static', description: '' }));
  ok(await v3.management.addGroupMembers({ code: 'writers', userIds: [user.userId] }));
  assert.deepEqual(ok(await own.getRoleList({})).map((role) => role.code), ['editor']);
  assert.deepEqual(ok(await own.getRoleList({ namespace: 'elsewhere' })), []);
  assert.deepEqual(ok(await own.getGroupList()).map((group) => group.code), ['writers']);
  assert.deepEqual(ok(await own.getDepartmentList({})), { totalCount: 0, list: [] });
  assert.deepEqual(ok(await own.getAuthorizedResources({})), { totalCount: 0, list: [] });
  assert.deepEqual(ok(await own.getTenantList()), []);
  assert.deepEqual(ok(await own.getLoggedInApps()).map((app) => [app.appId, app.active]), [['shop', true]]);
  assert.ok(ok(await own.getAccessibleApps()).some((app) => app.appId === 'phone'));
  const history = ok(await own.getLoginHistory({ appId: 'shop' }));
  assert.deepEqual([history.totalCount, history.list[0].loginMethod, history.list[0].success], [1, 'PASSWORD', true]);
  assert.deepEqual(ok(await own.getLoginHistory({ appId: 'phone' })).list, []);
  assert.deepEqual(codes(await own.getLoginHistory({ limit: 51 })), [400]);
  const nobody = v3.client();
  for (const call of ['getRoleList', 'getGroupList', 'getDepartmentList', 'getAuthorizedResources', 'getTenantList', 'getLoggedInApps', 'getAccessibleApps', 'getLoginHistory', 'getIdentities', 'getSecurityLevel']) {
    assert.deepEqual(codes(await nobody[call]({})), [401, 2020], call);
  }
});

scenario('identities', async () => {
  const { own, user } = await v3.signedIn();
  assert.deepEqual(ok(await own.getIdentities()), []);
  ok(await v3.management.linkIdentity({ userId: user.userId, userIdInIdp: 'bob', extIdpId: 'github' }));
  assert.deepEqual(ok(await own.getIdentities()).map((identity) => identity.userIdInIdp), ['bob']);
  assert.deepEqual(codes(await v3.management.linkIdentity({ userId: user.userId, userIdInIdp: 'bob', extIdpId: 'github' })), [409]);
  ok(await own.unlinkExtIdp({ extIdpId: 'github' }));
  assert.deepEqual(codes(await own.unlinkExtIdp({ extIdpId: 'github' })), [404]);
});

scenario('second factors', async () => {
  const { own, user } = await v3.signedIn();
  assert.deepEqual(ok(await own.listEnrolledFactors()), []);
  assert.deepEqual(ok(await own.listFactorsToEnroll()).map((factor) => factor.factorType), ['OTP', 'SMS', 'EMAIL']);
  const phoneNumber = freshPhone();
  const sms = ok(await own.sendEnrollFactorRequest({ factorType: 'SMS', profile: { phoneNumber } }));
  const enrollSms = (passCode) =>
    own.enrollFactor({ factorType: 'SMS', enrollmentToken: sms.enrollmentToken, enrollmentData: { passCode } });
  assert.deepEqual(codes(await enrollSms('0000')), [400, 2001]);
  ok(await enrollSms(await v3.code(phoneNumber)));
  const { enrollmentToken, otpData } = ok(await own.sendEnrollFactorRequest({ factorType: 'OTP', profile: {} }));
  const enrollOtp = (passCode) => own.enrollFactor({ factorType: 'OTP', enrollmentToken, enrollmentData: { passCode } });
  assert.deepEqual(codes(await enrollOtp('000000')), [403, 6001]);
  assert.deepEqual(codes(await enrollOtp()), [400, 6003]);
  ok(await enrollOtp(totp(otpData.qrCodeUri)));
  assert.deepEqual(codes(await enrollOtp(totp(otpData.qrCodeUri))), [400]);
  const factors = ok(await own.listEnrolledFactors());
  assert.deepEqual(factors.map((factor) => factor.factorType), ['OTP', 'SMS']);
  assert.equal(ok(await own.getFactor({ factorId: factors[1].factorId })).profile.phoneNumber, phoneNumber);
  assert.deepEqual(codes(await own.getFactor({ factorId: 'none' })), [404]);
  assert.deepEqual(codes(await own.mfaOtpVerify({ totp: '000000' })), [403, 6001]);
  await running.advance(30);
  assert.deepEqual(ok(await own.mfaOtpVerify({ totp: totp(otpData.qrCodeUri) })), { verified: true });
  const signIn = () => v3.client().signInByEmailPassword({ email: user.email, password: PASSWORD });
  assert.deepEqual(codes(await signIn()), [403, 1635], 'sign-in by V3 cannot ask for the second factor');
  ok(await own.resetFactor({ factorId: factors[0].factorId }));
  assert.deepEqual(codes(await own.resetFactor({ factorId: factors[0].factorId })), [404]);
  ok(await signIn());
});

scenario('the account deleted, in two steps', async () => {
  const { own, user } = await v3.signedIn();
  const verify = (password) => own.verifyDeleteAccountRequest({ verifyMethod: 'PASSWORD', passwordPayload: { password } });
  assert.deepEqual(codes(await verify('wrong1')), [403, 2006]);
  const { deleteAccountToken } = ok(await verify(PASSWORD));
  assert.deepEqual(codes(await own.deleteAccount({ deleteAccountToken: 'x' })), [400]);
  ok(await own.deleteAccount({ deleteAccountToken }));
  assert.deepEqual(codes(await own.getProfile({})), [401, 2020]);
  assert.deepEqual(codes(await v3.management.getUser({ userId: user.userId })), [404, 2004]);
});

scenario('an account with a bound address is deleted by a code', async () => {
  const { own, user } = await v3.signedIn();
  ok(await own.sendEmail({ email: user.email, channel: 'CHANNEL_DELETE_ACCOUNT' }));
  const by = (email, passCode) =>
    own.verifyDeleteAccountRequest({ verifyMethod: 'EMAIL_PASSCODE', emailPassCodePayload: { email, passCode } });
  assert.deepEqual(codes(await by(freshEmail(), '1234')), [422]);
  ok(await own.deleteAccount(ok(await by(user.email, await v3.code(user.email)))));
});

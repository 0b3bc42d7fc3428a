// Third parties, bound accounts, the applications a user has let in, and the second factor.

import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';

import { PASSWORD, loggedIn, refusal, scenario, setup } from './support.mjs';

const { running, authing } = await setup();

const GITHUB = { type: 'github', unionid: '12345678', userInfo: '{"username":"demo"}' };

scenario('which third parties there are', async () => {
  const list = await authing.readOAuthList();
  assert.ok(list.every((provider) => provider._id && provider.alias && provider.enabled));
  await running.control('oauth-providers', [{ alias: 'github', name: 'GitHub', url: 'https://github.example/login' }]);
  const [only] = await authing.readOAuthList();
  assert.deepEqual([only.alias, only.url, only.client], ['github', 'https://github.example/login', running.userPoolId]);
});

scenario('bind, give up the address, unbind', async () => {
  const user = await loggedIn(authing);
  const whose = { user: user._id, client: running.userPoolId };
  const unbound = await refusal(authing.unbindEmail({ ...whose }));
  assert.deepEqual([unbound.code, unbound.message], [2217, '没有配置其他登录方式，不能解绑邮箱']);
  const bound = await authing.bindOAuth({ ...whose, ...GITHUB });
  assert.deepEqual([bound.user, bound.type, bound.unionid], [user._id, 'github', GITHUB.unionid]);
  assert.equal((await refusal(authing.bindOAuth({ ...whose, ...GITHUB }))).code, 2213);
  const list = await authing.readUserOAuthList({ ...whose });
  assert.deepEqual(list, [{ type: 'github', binded: true, unionid: GITHUB.unionid, openid: null }]);
  assert.equal((await authing.login({ unionid: GITHUB.unionid }))._id, user._id);
  assert.equal((await authing.unbindEmail({ ...whose })).email, '');
  assert.equal((await authing.unbindOAuth({ ...whose, type: 'github' }))._id, bound._id);
  assert.equal((await refusal(authing.unbindOAuth({ ...whose, type: 'github' }))).code, 2216);
});

scenario('tokens of a third party', async () => {
  const user = await loggedIn(authing);
  assert.equal((await authing.refreshThirdPartyToken(user._id)).refreshSuccess, false);
  const userInfo = '{"refreshToken":"r"}';
  await authing.bindOAuth({ user: user._id, client: running.userPoolId, type: 'github', unionid: '9', userInfo });
  const refreshed = await authing.refreshThirdPartyToken(user._id);
  assert.deepEqual([refreshed.refreshSuccess, refreshed.provider], [true, 'github']);
});

scenario('applications that act for a user', async () => {
  const user = await loggedIn(authing);
  await running.control('authorized-apps', { userId: user._id, appId: 'shop', name: 'Shop' });
  const { OIDCApps, totalCount } = await authing.getAuthedAppList({ userId: user._id });
  assert.deepEqual([totalCount, OIDCApps[0].name], [1, 'Shop']);
  assert.equal((await authing.revokeAuthedApp({ userId: user._id, appId: 'shop' })).isRevoked, 'true');
});

scenario('a second factor', async () => {
  const user = await loggedIn(authing);
  const whose = { userPoolId: running.userPoolId, userId: user._id };
  assert.equal(await authing.queryMFA(whose), null);
  const mfa = await authing.changeMFA({ ...whose, enable: true });
  assert.deepEqual([mfa.userId, mfa.userPoolId, mfa.enable], [user._id, running.userPoolId, true]);
  assert.match(mfa.shareKey, /^[A-Z2-7]{32}$/);
  assert.deepEqual(await authing.queryMFA(whose), mfa);

  const login = (more) => authing.login({ email: user.email, password: PASSWORD, ...more });
  assert.equal((await refusal(login())).code, 2001);
  assert.equal((await refusal(login({ MFACode: '000000' }))).code, 2001);
  const MFACode = oneTimePassword(mfa.shareKey, Date.now() + running.offset);
  assert.equal((await login({ MFACode }))._id, user._id);
  assert.equal((await refusal(login({ MFACode }))).code, 2001, 'it works once');
  assert.equal((await authing.changeMFA({ ...whose, enable: false })).enable, false);
  assert.equal((await login())._id, user._id);
});

/** RFC 6238. */
function oneTimePassword(key, now) {
  const bits = [...key].map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'));
  const bytes = bits.join('').match(/.{8}/g).map((byte) => parseInt(byte, 2));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(now / 30_000)));
  const hash = createHmac('sha1', Buffer.from(bytes)).update(counter).digest();
  const number = hash.readUInt32BE(hash[19] & 15) & 0x7fffffff;
  return String(number % 1_000_000).padStart(6, '0');
}

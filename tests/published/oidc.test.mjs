// OpenID Connect: tokens by password, refresh and exchange, and `signIn`.

import assert from 'node:assert/strict';

import { PASSWORD, loggedIn, refusal, registered, scenario, setup } from './support.mjs';

const { running, authing } = await setup(['--oidc-app', 'shop:shop-secret']);
const APP = { client_id: 'shop', client_secret: 'shop-secret' };

/** What an OAuth 2.0 endpoint refuses with. */
async function oauthError(promise) {
  const { response } = await promise.then(() => assert.fail('it was not refused'), (error) => error);
  return [response.status, response.data.error];
}

function payload(token) {
  return JSON.parse(Buffer.from(token.split('.')[1], 'base64url'));
}

scenario('log in with a password', async () => {
  const user = await registered(authing, { nickname: 'Bob' });
  const login = await authing.loginByOidc({ ...APP, email: user.email, password: PASSWORD });
  assert.equal(login.sub, user._id);
  assert.deepEqual([login.email, login.nickname], [user.email, 'Bob']);
  assert.deepEqual([login.token_type, login.expires_in], ['Bearer', 3600]);
  assert.equal(login.refresh_token, undefined, 'nobody asked for offline_access');
  const claims = payload(login.id_token);
  assert.deepEqual([claims.sub, claims.aud, claims.email], [user._id, 'shop', user.email]);
  // The SDK signs with the access token from here on.
  const status = await authing.checkLoginStatus();
  assert.equal(status.token.data.id, user._id);
});

scenario('refusals are those of OAuth 2.0', async () => {
  const { email } = await registered(authing);
  const login = (fields) => authing.loginByOidc({ ...APP, email, password: PASSWORD, ...fields });
  assert.deepEqual(await oauthError(login({ password: 'wrong' })), [400, 'invalid_grant']);
  assert.deepEqual(await oauthError(login({ client_secret: 'wrong' })), [401, 'invalid_client']);
  assert.deepEqual(await oauthError(authing.refreshOidcToken({ ...APP, refresh_token: 'none' })), [400, 'invalid_grant']);
});

scenario('refresh: each token once', async () => {
  const { email } = await registered(authing);
  const scope = 'openid profile email phone offline_access';
  const login = await authing.loginByOidc({ ...APP, email, password: PASSWORD, scope });
  const next = await authing.refreshOidcToken({ ...APP, refresh_token: login.refresh_token });
  assert.notEqual(next.refresh_token, login.refresh_token);
  assert.equal(next.scope, scope);
  const again = authing.refreshOidcToken({ ...APP, refresh_token: login.refresh_token });
  assert.deepEqual(await oauthError(again), [400, 'invalid_grant']);
});

scenario('tokens of OpenID Connect for a user’s token', async () => {
  const user = await loggedIn(authing);
  const tokens = await authing.authingTokenToOidcToken({ ...APP, authingToken: user.token });
  assert.ok(tokens.access_token && tokens.id_token && tokens.refresh_token);
  assert.equal(payload(tokens.id_token).sub, user._id);
  const refused = await authing.authingTokenToOidcToken({ ...APP, authingToken: 'x.y.z' }).catch((error) => error);
  assert.equal(refused.error, 'invalid_grant');
});

scenario('sign in, and refresh', async () => {
  const user = await registered(authing, { nickname: 'Bob' });
  const signedIn = await authing.signIn({ email: user.email, password: PASSWORD });
  assert.deepEqual([signedIn.sub, signedIn._id, signedIn.nickname], [user._id, user._id, 'Bob']);
  assert.deepEqual([signedIn.register_in_userpool, signedIn.logins_count], [running.userPoolId, 1]);
  assert.equal((await authing.checkLoginStatus(signedIn.token)).code, 200);
  const next = await authing.refreshSignInToken({ refreshToken: signedIn.refresh_token });
  assert.ok(next.id_token && next.access_token);
  assert.equal((await refusal(authing.refreshSignInToken({ refreshToken: signedIn.refresh_token }))).code, 2207);
});

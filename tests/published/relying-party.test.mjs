// npm `openid-client`, a certified relying party, against the emulator as its provider.

import assert from 'node:assert/strict';

import * as client from 'openid-client';

import { Browser } from './browser.mjs';
import { PASSWORD, freshEmail, registered, scenario, setup } from './support.mjs';

const REDIRECT_URI = 'http://127.0.0.1:4000/callback';
const GOODBYE = 'http://127.0.0.1:4000/goodbye';
const { running, authing } = await setup([
  '--app', 'shop:shop-secret', '--redirect-uri', REDIRECT_URI, '--post-logout-redirect-uri', GOODBYE,
  '--app', 'phone', '--redirect-uri', 'http://127.0.0.1/callback',
  '--app', 'old:a-secret-of-thirty-two-characters', '--redirect-uri', REDIRECT_URI, '--id-token-alg', 'HS256',
]);
const SERVER = new URL(`${running.origin}/oidc`);
const INSECURE = { execute: [client.allowInsecureRequests] };

const shop = await client.discovery(SERVER, 'shop', 'shop-secret', undefined, INSECURE);

/** A new user, who logs in on the page as `prompt` has it; where the browser ends up. */
async function authorized(config, parameters, browser = new Browser(running.origin)) {
  const email = freshEmail();
  const user = await registered(authing, { email, nickname: 'Bob' });
  const page = await browser.open(client.buildAuthorizationUrl(config, { redirect_uri: REDIRECT_URI, ...parameters }).href);
  let next = await page.submit({ account: email, password: PASSWORD }, 'password');
  if (parameters.prompt?.includes('consent')) next = await next.submit({}, 'allow');
  return { user, email, callback: next.left ?? assert.fail(next.html), browser };
}

/** The code flow with PKCE, state and nonce, to its tokens. */
async function loggedIn(config, parameters = {}) {
  const verifier = client.randomPKCECodeVerifier();
  const expected = { pkceCodeVerifier: verifier, expectedState: client.randomState(), expectedNonce: client.randomNonce() };
  const result = await authorized(config, {
    scope: 'openid profile email',
    code_challenge: await client.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    state: expected.expectedState,
    nonce: expected.expectedNonce,
    ...parameters,
  });
  const tokens = await client.authorizationCodeGrant(config, result.callback, expected);
  return { ...result, tokens, claims: tokens.claims() };
}

const CONSENT = { scope: 'openid profile email offline_access', prompt: 'consent' };

scenario('discovery', () => {
  const server = shop.serverMetadata();
  assert.equal(server.issuer, SERVER.href);
  assert.equal(server.authorization_response_iss_parameter_supported, true);
});

scenario('discovery as RFC 8414 places it', async () => {
  const config = await client.discovery(SERVER, 'shop', 'shop-secret', undefined, { ...INSECURE, algorithm: 'oauth2' });
  assert.deepEqual(config.serverMetadata().token_endpoint, shop.serverMetadata().token_endpoint);
});

/** A configuration whose requests have another response type. */
async function withResponseType(use) {
  const config = await client.discovery(SERVER, 'shop', 'shop-secret', undefined, INSECURE);
  use(config);
  return config;
}

scenario('hybrid flow: the id token of the response binds the code', async () => {
  const { user, claims } = await loggedIn(await withResponseType(client.useCodeIdTokenResponseType));
  assert.equal(claims.sub, user._id);
});

scenario('implicit flow: an id token alone', async () => {
  const config = await withResponseType(client.useIdTokenResponseType);
  const [nonce, state] = [client.randomNonce(), client.randomState()];
  const { user, callback } = await authorized(config, { scope: 'openid', nonce, state });
  const claims = await client.implicitAuthentication(config, callback, nonce, { expectedState: state });
  assert.equal(claims.sub, user._id);
});

scenario('code with PKCE, and userinfo', async () => {
  const { user, email, tokens, claims } = await loggedIn(shop);
  assert.deepEqual([claims.sub, claims.email, claims.nickname, claims.picture], [user._id, email, 'Bob', null]);
  assert.deepEqual([claims.iss, claims.aud], [SERVER.href, 'shop']);
  assert.ok(claims.at_hash && claims.sid && claims.auth_time);
  assert.equal(tokens.refresh_token, undefined, 'without consent there is none');
  const info = await client.fetchUserInfo(shop, tokens.access_token, claims.sub);
  assert.equal(info.email, email);
});

scenario('max_age is kept', async () => {
  const { claims } = await loggedIn(shop, { max_age: '60' });
  assert.ok(Math.abs(claims.auth_time - Date.now() / 1000) < 60);
});

scenario('refresh rotates, and reuse revokes the family', async () => {
  const { tokens, claims } = await loggedIn(shop, CONSENT);
  const next = await client.refreshTokenGrant(shop, tokens.refresh_token);
  assert.notEqual(next.refresh_token, tokens.refresh_token);
  assert.equal(next.claims().sub, claims.sub);
  await assert.rejects(client.refreshTokenGrant(shop, tokens.refresh_token), { error: 'invalid_grant' });
  await assert.rejects(client.refreshTokenGrant(shop, next.refresh_token), { error: 'invalid_grant' });
  assert.equal((await client.tokenIntrospection(shop, next.access_token)).active, false);
});

scenario('introspection and revocation', async () => {
  const { tokens, claims } = await loggedIn(shop, CONSENT);
  const active = await client.tokenIntrospection(shop, tokens.access_token);
  assert.deepEqual([active.active, active.sub, active.client_id, active.token_type], [true, claims.sub, 'shop', 'Bearer']);
  assert.equal((await client.tokenIntrospection(shop, tokens.refresh_token)).active, true);
  await client.tokenRevocation(shop, tokens.refresh_token);
  assert.equal((await client.tokenIntrospection(shop, tokens.access_token)).active, false);
  await assert.rejects(client.fetchUserInfo(shop, tokens.access_token, claims.sub), client.WWWAuthenticateChallengeError);
});

scenario('client credentials', async () => {
  const tokens = await client.clientCredentialsGrant(shop, { scope: 'order:read' });
  assert.deepEqual([tokens.scope, tokens.token_type, tokens.id_token], ['order:read', 'bearer', undefined]);
  assert.equal((await client.tokenIntrospection(shop, tokens.access_token)).sub, 'shop');
});

scenario('client_secret_basic', async () => {
  const basic = await client.discovery(SERVER, 'shop', undefined, client.ClientSecretBasic('shop-secret'), INSECURE);
  assert.ok((await client.clientCredentialsGrant(basic)).access_token);
  const wrong = await client.discovery(SERVER, 'shop', undefined, client.ClientSecretBasic('wrong'), INSECURE);
  await assert.rejects(client.clientCredentialsGrant(wrong), (error) => {
    assert.ok(error instanceof client.WWWAuthenticateChallengeError || error.error === 'invalid_client', error);
    return true;
  });
});

scenario('a native application: no secret, any port of the loopback', async () => {
  const phone = await client.discovery(SERVER, 'phone', undefined, client.None(), INSECURE);
  const { user, claims } = await loggedIn(phone, { redirect_uri: 'http://127.0.0.1:51004/callback' });
  assert.equal(claims.sub, user._id);
});

scenario('HS256 with the application’s secret', async () => {
  const metadata = { client_secret: 'a-secret-of-thirty-two-characters', id_token_signed_response_alg: 'HS256' };
  const old = await client.discovery(SERVER, 'old', metadata, undefined, INSECURE);
  const { user, claims } = await loggedIn(old);
  assert.equal(claims.sub, user._id);
});

scenario('errors come back to the application', async () => {
  const url = client.buildAuthorizationUrl(shop, { redirect_uri: REDIRECT_URI, scope: 'openid', prompt: 'none', state: 'S' });
  const { left } = await new Browser(running.origin).open(url.href);
  await assert.rejects(client.authorizationCodeGrant(shop, left, { expectedState: 'S' }), { error: 'login_required' });
});

scenario('single sign-on, then the end of the session', async () => {
  const { tokens, browser } = await loggedIn(shop);
  const again = client.buildAuthorizationUrl(shop, { redirect_uri: REDIRECT_URI, scope: 'openid', prompt: 'none', state: 'S' });
  assert.ok((await browser.open(again.href)).left.searchParams.has('code'));
  const end = client.buildEndSessionUrl(shop, { id_token_hint: tokens.id_token, post_logout_redirect_uri: GOODBYE, state: 'T' });
  assert.equal((await browser.open(end.href)).left.href, `${GOODBYE}?state=T`);
  assert.equal((await browser.open(again.href)).left.searchParams.get('error'), 'login_required');
});

scenario('rotated keys', async () => {
  await running.control('keys/rotate', {});
  const fresh = await client.discovery(SERVER, 'shop', 'shop-secret', undefined, INSECURE);
  client.enableNonRepudiationChecks(fresh);
  const { user, claims } = await loggedIn(fresh);
  assert.equal(claims.sub, user._id);
  const jwks = await (await fetch(fresh.serverMetadata().jwks_uri)).json();
  assert.equal(jwks.keys.length, 2);
});

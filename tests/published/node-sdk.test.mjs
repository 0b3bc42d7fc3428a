// `authing-node-sdk` 4.0.1, the published server-side client of today's service: its methods of OpenID Connect and OAuth 2.0.

import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { after } from 'node:test';

import { Browser } from './browser.mjs';
import { PASSWORD, freshEmail, registered, scenario, setup } from './support.mjs';

const { AuthenticationClient } = createRequire(import.meta.url)('authing-node-sdk');

const REDIRECT_URI = 'http://127.0.0.1:4000/callback';
const { running, authing } = await setup([
  '--app', 'shop:shop-secret', '--redirect-uri', REDIRECT_URI,
  '--app', 'old:old-secret', '--redirect-uri', REDIRECT_URI, '--id-token-alg', 'HS256',
  '--app', 'phone', '--redirect-uri', 'http://127.0.0.1/callback',
]);

function sdk(options = {}) {
  return new AuthenticationClient({
    appId: 'shop', appSecret: 'shop-secret', appHost: running.origin, redirectUri: REDIRECT_URI, ...options,
  });
}

/** The three endpoints with one method of client authentication. */
function authenticating(method) {
  return { tokenEndPointAuthMethod: method, introspectionEndPointAuthMethod: method, revocationEndPointAuthMethod: method };
}

/** Logs a new user in at this address: where the browser ends up. */
async function logIn(url, browser = new Browser(running.origin)) {
  const email = freshEmail();
  const user = await registered(authing, { email, nickname: 'Bob' });
  const page = await browser.open(url);
  let next = await page.submit({ account: email, password: PASSWORD }, 'password');
  if (url.includes('prompt=consent')) next = await next.submit({}, 'allow');
  return { user, email, callback: next.left ?? assert.fail(next.html), browser };
}

const OFFLINE = { scope: 'openid profile email offline_access' };

for (const method of ['client_secret_post', 'client_secret_basic']) {
  scenario(`code, refresh, introspection, revocation: ${method}`, async () => {
    const client = sdk(authenticating(method));
    const { user, email, callback } = await logIn(client.buildAuthorizeUrl(OFFLINE).url);
    const tokens = await client.getAccessTokenByCode(callback.searchParams.get('code'));
    assert.deepEqual([tokens.token_type, tokens.expires_in], ['Bearer', 3600]);
    assert.equal((await client.parseIDToken(tokens.id_token)).sub, user._id);
    const next = await client.getNewAccessTokenByRefreshToken(tokens.refresh_token);
    assert.notEqual(next.refresh_token, tokens.refresh_token);
    const active = await client.introspectToken(next.access_token);
    assert.deepEqual([active.active, active.sub, active.client_id], [true, user._id, 'shop']);
    assert.equal((await client.getUserInfoByAccessToken(next.access_token)).email, email);
    assert.equal(await client.revokeToken(next.access_token), true);
    assert.equal((await client.introspectToken(next.access_token)).active, false);
  });
}

scenario('userinfo, wherever the token stands', async () => {
  const client = sdk();
  const { user, callback } = await logIn(client.buildAuthorizeUrl().url);
  const { access_token: token } = await client.getAccessTokenByCode(callback.searchParams.get('code'));
  const places = [['GET', 'query'], ['GET', 'header'], ['POST', 'query'], ['POST', 'header'], ['POST', 'body']];
  for (const [method, tokenPlace] of places) {
    const info = await client.getUserInfoByAccessToken(token, { method, tokenPlace });
    assert.deepEqual([info.sub, info.nickname], [user._id, 'Bob'], `${method} ${tokenPlace}`);
  }
  // A held token stands bare in the header, in place of the one that was given.
  client.setAccessToken(token);
  assert.equal((await client.getUserInfoByAccessToken('another', { method: 'GET', tokenPlace: 'header' })).sub, user._id);
});

scenario('an application whose id tokens are HS256', async () => {
  const client = sdk({ appId: 'old', appSecret: 'old-secret' });
  const { user, callback } = await logIn(client.buildAuthorizeUrl().url);
  const tokens = await client.getAccessTokenByCode(callback.searchParams.get('code'));
  assert.equal((await client.parseIDToken(tokens.id_token)).sub, user._id);
});

scenario('a public application with PKCE, whose challenge the SDK leaves out', async () => {
  const client = sdk({ appId: 'phone', appSecret: '', ...authenticating('none') });
  const codeVerifier = 'v'.repeat(43);
  const codeChallenge = client.getCodeChallengeDigest({ codeChallenge: codeVerifier, method: 'S256' });
  const { url } = client.buildAuthorizeUrl({ codeChallenge, codeChallengeMethod: 'S256', state: 'S' });
  assert.equal((await new Browser(running.origin).open(url)).left.searchParams.get('error'), 'invalid_request');
  const { user, callback } = await logIn(`${url}&code_challenge=${codeChallenge}&code_challenge_method=S256`);
  const tokens = await client.getAccessTokenByCode(callback.searchParams.get('code'), { codeVerifier });
  assert.equal((await client.introspectToken(tokens.access_token)).sub, user._id);
  assert.equal(await client.revokeToken(tokens.access_token), true);
  assert.equal((await client.introspectToken(tokens.access_token)).active, false);
});

scenario('client credentials', async () => {
  const tokens = await sdk().getAccessTokenByClientCredentials('order:read', { accessKey: 'shop', accessSecret: 'shop-secret' });
  assert.deepEqual([tokens.scope, tokens.refresh_token], ['order:read', undefined]);
});

scenario('OAuth 2.0', async () => {
  const client = sdk({ protocol: 'oauth' });
  const { user, email, callback } = await logIn(client.buildAuthorizeUrl({ state: 'S' }).url);
  assert.equal(callback.searchParams.get('state'), 'S');
  const tokens = await client.getAccessTokenByCode(callback.searchParams.get('code'));
  assert.deepEqual([tokens.scope, tokens.id_token], ['user', undefined]);
  const info = await client.getUserInfoByAccessToken(tokens.access_token);
  assert.deepEqual([info.sub, info.email], [user._id, email]);
  assert.equal((await client.introspectToken(tokens.access_token)).active, true);
  assert.equal(await client.revokeToken(tokens.access_token), true);
  await assert.rejects(client.getUserInfoByAccessToken(tokens.access_token));
});

scenario('login and logout by redirect', async () => {
  const server = createServer((request, response) => answer(request, response).catch((error) => response.end(`${error}`)));
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  after(() => server.close());
  const origin = `http://127.0.0.1:${server.address().port}`;
  await running.control('apps', { id: 'web', secret: 'web-secret', redirectUris: [`${origin}/callback`] });
  const client = sdk({ appId: 'web', appSecret: 'web-secret', redirectUri: `${origin}/callback`, logoutRedirectUri: `${origin}/bye` });
  const tokens = new Promise((resolve) => { answer.done = resolve; });

  async function answer(request, response) {
    if (request.url === '/login') return client.loginWithRedirect(response);
    answer.done(await client.handleRedirectCallback(request, response));
    return response.end('done');
  }

  const start = await fetch(`${origin}/login`, { redirect: 'manual' });
  const { callback, browser } = await logIn(start.headers.get('location'));
  const transaction = start.headers.get('set-cookie').split(';')[0];
  await fetch(callback, { headers: { cookie: transaction } });
  const { id_token: idToken } = await tokens;
  const end = await browser.open(client.buildLogoutUrl({ idToken, state: 'T' }));
  assert.equal(end.left.href, `${origin}/bye?state=T`);
});

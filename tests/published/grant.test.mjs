// npm `grant`, which has the service in its list of providers, against the emulator.

import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { after } from 'node:test';

import { Browser } from './browser.mjs';
import { PASSWORD, freshEmail, registered, scenario, setup } from './support.mjs';

const grant = createRequire(import.meta.url)('grant').node;

const site = createServer((request, response) => answer(request, response)).listen(0, '127.0.0.1');
await once(site, 'listening');
after(() => site.close());
const home = `http://127.0.0.1:${site.address().port}`;

const { running, authing } = await setup(['--app', 'shop:shop-secret', '--redirect-uri', `${home}/connect/authing/callback`]);
const issuer = `${running.origin}/oidc`;
/** The entry of `grant` for the service, with the emulator's host. */
const authingProvider = {
  key: 'shop',
  secret: 'shop-secret',
  authorize_url: `${issuer}/auth`,
  access_url: `${issuer}/token`,
  profile_url: `${issuer}/me`,
  scope: ['openid', 'profile', 'email'],
  response: ['tokens', 'jwt', 'profile'],
  nonce: true,
  state: true,
};

function connect(more) {
  const config = { defaults: { origin: home, transport: 'session' }, authing: { ...authingProvider, ...more } };
  return grant({ config, session: { secret: 'a secret of the site' } });
}

let handle;

async function answer(request, response) {
  const { redirect, response: result } = await handle(request, response);
  if (!redirect) response.end(JSON.stringify(result));
}

/** Logs a new user in on the page. Returns the user, and the result that the site gets. */
async function logIn(more) {
  handle = connect(more);
  const email = freshEmail();
  const user = await registered(authing, { email, nickname: 'Bob' });
  const begun = await fetch(`${home}/connect/authing`, { redirect: 'manual' });
  const page = await new Browser(running.origin).open(begun.headers.get('location'));
  const { left } = await page.submit({ account: email, password: PASSWORD }, 'password');
  const cookie = begun.headers.getSetCookie().map((whole) => whole.split(';')[0]).join('; ');
  const finished = await fetch(left, { headers: { cookie } });
  return { user, email, result: await finished.json() };
}

for (const more of [{}, { pkce: true }, { token_endpoint_auth_method: 'client_secret_basic' }]) {
  scenario(`login: ${JSON.stringify(more)}`, async () => {
    const { user, email, result } = await logIn(more);
    assert.equal(result.error, undefined);
    const { iss, aud, sub } = result.jwt.id_token.payload;
    assert.deepEqual([iss, aud, sub], [issuer, 'shop', user._id]);
    assert.deepEqual([result.profile.email, result.profile.nickname], [email, 'Bob']);
  });
}

scenario('a wrong secret is an error', async () => {
  const { result } = await logIn({ secret: 'wrong' });
  assert.equal(result.error.error, 'invalid_client');
});

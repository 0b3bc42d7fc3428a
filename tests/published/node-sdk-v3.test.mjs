// `authing-node-sdk` 4.0.1 against V3: each call with a success and an error.

import assert from 'node:assert/strict';
import { createRequire } from 'node:module';

import { PASSWORD, emulator, freshEmail, newestCode, scenario } from './support.mjs';

const { AuthenticationClient, ManagementClient } = createRequire(import.meta.url)('authing-node-sdk');

const running = await emulator(['--app', 'shop:shop-secret', '--app', 'phone']);
const { info, origin } = running;
const management = new ManagementClient({ accessKeyId: info.userPoolId, accessKeySecret: info.secret, host: origin });

function client(options = {}) {
  return new AuthenticationClient({ appId: 'shop', appSecret: 'shop-secret', appHost: origin, redirectUri: 'http://127.0.0.1/', ...options });
}

/** The data of a success. */
function ok(answer) {
  assert.equal(answer.statusCode, 200, JSON.stringify(answer));
  return answer.data;
}

/** The codes of an error. */
function codes(answer) {
  assert.notEqual(answer.statusCode, 200, JSON.stringify(answer));
  assert.notEqual(answer.message, '');
  return answer.apiCode === undefined ? [answer.statusCode] : [answer.statusCode, answer.apiCode];
}

async function newUser(fields = {}) {
  return ok(await management.createUser({ email: freshEmail(), password: PASSWORD, ...fields }));
}

/** A client whose user is signed in. */
async function signedIn(fields = {}) {
  const user = await newUser(fields);
  const own = client();
  const tokens = ok(await own.signInByEmailPassword({ email: user.email, password: PASSWORD }));
  own.setAccessToken(tokens.access_token);
  return { own, user, tokens };
}

scenario('sign-in, profile, management', async () => {
  const { own, user } = await signedIn({ nickname: 'Bob' });
  const profile = ok(await own.getProfile({}));
  assert.deepEqual([profile.userId, profile.nickname, profile.status], [user.userId, 'Bob', 'Activated']);
  assert.equal(ok(await management.getUser({ userId: user.userId })).email, user.email);
  assert.ok(ok(await management.listUsers({})).list.some((listed) => listed.userId === user.userId));
  assert.deepEqual(codes(await client().signInByEmailPassword({ email: user.email, password: 'wrong1' })), [403, 2333]);
  assert.deepEqual(codes(await client().getProfile({})), [401, 2020]);
  assert.deepEqual(codes(await management.getUser({ userId: 'nobody' })), [404, 2004]);
});

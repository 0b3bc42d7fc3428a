// `authing-node-sdk` 4.0.1, for the tests of V3: its clients, and how their answers are read.

import assert from 'node:assert/strict';
import { createRequire } from 'node:module';

import { PASSWORD, emulator, freshEmail } from './support.mjs';

const { AuthenticationClient, ManagementClient } = createRequire(import.meta.url)('authing-node-sdk');

/** The data of a success. */
export function ok(answer) {
  assert.equal(answer.statusCode, 200, JSON.stringify(answer));
  return answer.data;
}

/** The codes of an error, which has a message as well: `[statusCode]` or `[statusCode, apiCode]`. */
export function codes(answer) {
  assert.notEqual(answer.statusCode, 200, JSON.stringify(answer));
  assert.notEqual(answer.message, '');
  return answer.apiCode === undefined ? [answer.statusCode] : [answer.statusCode, answer.apiCode];
}

/** An emulator with a confidential and a public application, and the SDK's clients for it. */
export async function setupV3() {
  const running = await emulator(['--app', 'shop:shop-secret', '--app', 'phone']);
  return new Setup(running);
}

class Setup {
  constructor(running) {
    this.running = running;
    this.management = this.administrator();
  }

  /** With the access key, or another. */
  administrator(options = {}) {
    const { info, origin } = this.running;
    return new ManagementClient({ accessKeyId: info.userPoolId, accessKeySecret: info.secret, host: origin, ...options });
  }

  client(options = {}) {
    const app = { appId: 'shop', appSecret: 'shop-secret' };
    return new AuthenticationClient({ ...app, appHost: this.running.origin, redirectUri: 'http://127.0.0.1/', ...options });
  }

  /** A user with an email address and a password. */
  async newUser(fields = {}) {
    return ok(await this.management.createUser({ email: freshEmail(), password: PASSWORD, ...fields }));
  }

  /** A client that holds its user's access token. */
  async signedIn(fields = {}, options = {}) {
    const user = await this.newUser(fields);
    const own = this.client(options);
    const tokens = ok(await own.signInByEmailPassword({ email: user.email, password: PASSWORD }));
    own.setAccessToken(tokens.access_token);
    return { own, user, tokens };
  }

  /** The code that was sent last to an address or a number. */
  async code(to) {
    const message = (await this.running.inbox()).find((sent) => sent.to === to);
    return message?.code ?? assert.fail(`nothing was sent to ${to}`);
  }
}

let phones = 0;

/** A number that no user has yet. */
export function freshPhone() {
  phones += 1;
  return `1390000${String(phones).padStart(4, '0')}`;
}

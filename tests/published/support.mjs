// The published SDK and an emulator for it. The SDK keeps its tokens in the module, by pool: each test file is a process of
// its own, with one emulator and one client.

import { createRequire } from 'node:module';
import { after, test } from 'node:test';

import { startEmulator } from '../wxapp/host/emulator.mjs';

const require = createRequire(import.meta.url);

// The SDK's HTTP client would send requests for the loopback to a proxy.
for (const name of ['http_proxy', 'https_proxy', 'all_proxy']) {
  delete process.env[name];
  delete process.env[name.toUpperCase()];
}

export const Authing = require('authing-js-sdk');
export const PASSWORD = '123456a';

const SECOND = 1000;

/** An emulator that ends with the test file. */
export async function emulator(args) {
  const started = await startEmulator(args);
  after(() => started.stop());
  return started;
}

/** What the SDK is constructed with, so that everything goes to the emulator. */
export function options({ info, origin }) {
  return {
    userPoolId: info.userPoolId,
    secret: info.secret,
    passwordEncPublicKey: info.publicKey,
    host: { user: info.hosts.user, oauth: info.hosts.oauth },
    baseUrl: info.hosts.core,
    preflightUrl: { users: `${origin}/system/status`, oauth: `${origin}/system/status` },
    cdnPreflightUrl: `${origin}/cdn`,
  };
}

/** An emulator, and the SDK constructed with the pool's secret. */
export async function setup(args) {
  const running = await emulator(args);
  const authing = new Authing(options(running));
  await authing.fetchToken;
  return { running, authing };
}

let people = 0;

/** An address that nobody has yet. */
export function freshEmail() {
  people += 1;
  return `somebody-${people}@example.com`;
}

/** A registered user, not logged in. */
export function registered(authing, fields = {}) {
  return authing.register({ email: freshEmail(), password: PASSWORD, ...fields });
}

/** A registered user, logged in: the SDK signs with their token from here on. */
export async function loggedIn(authing, fields = {}) {
  const email = fields.email ?? freshEmail();
  await registered(authing, { ...fields, email });
  return authing.login({ email, password: PASSWORD });
}

/** What a call is refused with: the service's `{code, message, data}`. */
export async function refusal(promise) {
  const outcome = await promise.then((value) => ({ value }), (error) => ({ error }));
  if (!('error' in outcome)) throw new Error(`it was not refused: ${JSON.stringify(outcome.value)}`);
  return outcome.error.message;
}

/** The newest code that was sent to an address or a number. */
export async function newestCode(running, to) {
  const message = (await running.inbox()).find((sent) => sent.to === to);
  if (message === undefined) throw new Error(`nothing was sent to ${to}`);
  return message.code;
}

/** A test that ends. */
export function scenario(name, body) {
  test(name, { timeout: 60 * SECOND }, body);
}

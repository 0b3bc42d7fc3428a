// Where the package and the example are, and hosts that hold them.

import { existsSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

import { createHost } from './host/host.mjs';

const folder = (path) => fileURLToPath(new URL(path, import.meta.url));

export const EXAMPLE = folder('../../examples/miniprogram');
export const PACKAGE = process.env.AUTHING_WXAPP ?? folder('../../target/wxapp/authing');

/** Why tests of the package are skipped. A package that was named must be there. */
export const skip = process.env.AUTHING_WXAPP || existsSync(`${PACKAGE}/authing.js`)
  ? false
  : 'target/wxapp/authing is not built; `cargo xtask wxapp` builds it';

const SECOND = 1000;

/** A test that needs the package. */
export function packaged(name, body) {
  test(name, { skip, timeout: 60 * SECOND }, body);
}

/** The example mini-program with the package copied in; its `config.js` is the test's. */
export function exampleHost(emulator, config = {}) {
  const host = createHost({ mounts: { '': EXAMPLE, authing: PACKAGE }, emulator });
  const filled = { ...emulator?.configuration(), email: 'somebody@example.com', password: 'a password', ...config };
  host.code.write('config.js', `module.exports = ${JSON.stringify(filled)}`);
  return host;
}

/** A mini-program that consists of the package alone, at `authing/`. */
export function bareHost(options = {}) {
  return createHost({ mounts: { authing: PACKAGE }, ...options });
}

/** `new Authing(options)` inside the host. */
export function construct(host, options) {
  const make = host.run("var Authing = require('authing/authing.js'); module.exports = (options) => new Authing(options)", 'construct.js');
  return make(inside(host, options));
}

/** A value as the mini-program would have made it: of its own context. */
export function inside(host, value) {
  return host.realm.adopt(value);
}

/** What a service that agrees to everything would answer, from memory. */
export function agreeable(options) {
  const answer = (data) => ({ statusCode: 200, header: { 'Content-Type': 'application/json' }, data });
  if (!options.url.endsWith('/graphql')) {
    return answer({ code: 200, message: 'ok', data: { ...USER, ...DECRYPTED, message: 'ok' } });
  }
  const { query } = typeof options.data === 'string' ? JSON.parse(options.data) : options.data;
  // The first name inside the operation's braces; its variables stand in parentheses before them.
  const [, field] = /^[^{(]*(?:\([^{]*\))?[^{(]*\{\s*(\w+)/.exec(query.replace(/#.*/g, ''));
  return answer({ data: { [field]: field === 'qiNiuUploadToken' ? 'an upload token' : { ...USER, ...COMMON } } });
}

/** Where the upload ends, from memory. */
export function uploaded() {
  return { statusCode: 200, data: '{"key":"avatar/k.png","hash":"h"}' };
}

const USER = { _id: 'u1', email: 'a@b.com', nickname: 'n', photo: 'https://p', token: 'USER_TOKEN' };
/** What WeChat's data hold; a watermark ends all of them. */
const DECRYPTED = { phoneNumber: '176', purePhoneNumber: '176', countryCode: '86', watermark: { appid: 'wx1', timestamp: 1 } };
const COMMON = { code: 200, status: true, message: 'ok', totalCount: 0, list: [], OAuthApps: [], OIDCApps: [], isRevoked: true };

/** The error that a promise rejects with. */
export async function rejection(promise) {
  return promise.then((value) => { throw new Error(`resolved with ${JSON.stringify(value)}`); }, (error) => error);
}

/** Lays `exports`, the source of an object that may use `real`, over the module's exports; `variables` are the realm's. */
export function wrapModule(host, exports, variables = '') {
  host.realm.evaluate(`${variables}; var loads = 0; (() => {
    const { instantiate } = WXWebAssembly
    WXWebAssembly = Object.assign({}, WXWebAssembly, { instantiate(path, imports) {
      return instantiate(path, imports).then(({ instance }) => {
        loads += 1
        const real = instance.exports
        return { instance: { exports: Object.assign({}, real, ${exports}) } }
      })
    } })
  })()`);
  return { loads: () => host.realm.evaluate('loads'), evaluate: (source) => host.realm.evaluate(source) };
}

// Every method settles, whatever a call of `wx` does: the calls that each method makes are learnt by running it, and then each
// of them fails in turn, throws, or is missing. What is rejected is an `Error` of the mini-program, with `message` and `code`.

import assert from 'node:assert/strict';

import { METHODS } from './methods.mjs';
import { agreeable, bareHost, construct, inside, packaged, uploaded } from './support.mjs';

/** Far longer than anything here takes, far shorter than a person waits. */
const HANGS = 5000;

const ANSWERS = {
  'a server error in HTML': () => ({ statusCode: 502, header: {}, data: '<html>Bad Gateway</html>' }),
  'an empty answer': () => ({ statusCode: 200, header: {}, data: '' }),
  'a list': () => ({ statusCode: 200, header: {}, data: [] }),
  'a refusal': () => ({ statusCode: 200, header: {}, data: { errors: [{ message: { code: 2004, message: '用户不存在', data: null } }], data: null } }),
  'a refusal in words': () => ({ statusCode: 400, header: {}, data: { errors: [{ message: 'Syntax Error' }] } }),
  'no answer at all': () => undefined,
};

/** A host where everything succeeds, and a client in it. */
function willing() {
  const host = bareHost();
  host.storage.set('_authing_token', 'USER_TOKEN');
  host.faults.answer('request', agreeable);
  host.faults.answer('uploadFile', uploaded);
  host.faults.answer('login', () => ({ code: `code-${host.calls.length}` }));
  host.faults.answer('checkSession', () => ({}));
  host.faults.answer('getSetting', () => ({ authSetting: { 'scope.userInfo': true } }));
  host.faults.answer('getUserInfo', () => ({ userInfo: {}, rawData: '{}', signature: 's', encryptedData: 'ED', iv: 'IV' }));
  return { host, authing: construct(host, { userPoolId: 'pool-1', host: 'http://127.0.0.1:1' }) };
}

function call(host, authing, method) {
  return authing[method](...METHODS[method].map((argument) => inside(host, argument)));
}

/** The calls of `wx` that the method makes when all goes well: `[name, how many]`. */
async function callsOf(method) {
  const { host, authing } = willing();
  const before = host.calls.length;
  await call(host, authing, method);
  await host.end();
  const names = host.calls.slice(before).map(({ name }) => name);
  return [...new Set(names)].map((name) => [name, names.filter((other) => other === name).length]);
}

/** What became of the call; `'hung'` is not an outcome that passes. */
async function outcome(promise) {
  let timer;
  const hung = new Promise((resolve) => { timer = setTimeout(resolve, HANGS, 'hung'); });
  const settled = promise.then(() => 'resolved', (error) => error);
  const result = await Promise.race([settled, hung]);
  clearTimeout(timer);
  return result;
}

async function settles(method, what, arrange) {
  const { host, authing } = willing();
  arrange(host);
  const result = await outcome(call(host, authing, method));
  assert.notEqual(result, 'hung', `${method} never settled with ${what}`);
  if (result !== 'resolved') {
    assert.ok(result instanceof host.realm.Error, `${method} with ${what} rejected with something that is no Error`);
    assert.ok(typeof result.message === 'string' && result.message !== '', `${method} with ${what}: no message`);
    assert.ok(result.code !== undefined && result.code !== null, `${method} with ${what}: no code (${result.message})`);
  }
  await host.end();
  return result;
}

for (const method of Object.keys(METHODS)) {
  packaged(`${method} settles whatever wx does`, async () => {
    for (const [name, count] of await callsOf(method)) {
      for (let after = 0; after < count; after += 1) {
        const which = `${name} number ${after + 1}`;
        await settles(method, `${which} failing`, (host) => host.faults.fail(name, { errno: 1 }, { after, times: 1 }));
        await settles(method, `${which} throwing`, (host) => host.faults.throws(name, 'no', { after, times: 1 }));
      }
      await settles(method, `${name} always failing`, (host) => host.faults.fail(name, {}));
      await settles(method, `${name} missing`, (host) => host.missing(name));
    }
  });

  packaged(`${method} settles whatever is answered`, async () => {
    for (const [what, answer] of Object.entries(ANSWERS)) {
      await settles(method, what, (host) => host.faults.answer('request', answer));
    }
  });
}

packaged('changeAvatar: cancelled, a failed upload, and an answer without a key are rejected', async () => {
  const cases = {
    'the person cancelling': (host) => host.faults.fail('chooseImage', { errMsg: 'chooseImage:fail cancel' }),
    'a failed upload': (host) => host.faults.fail('uploadFile', {}),
    'an answer without a key': (host) => host.faults.answer('uploadFile', () => ({ statusCode: 200, data: '{}' })),
    'an answer that is not JSON': (host) => host.faults.answer('uploadFile', () => ({ statusCode: 200, data: '<html>' })),
    'a refused upload': (host) => host.faults.answer('uploadFile', () => ({ statusCode: 401, data: '{"error":"bad token"}' })),
  };
  for (const [what, arrange] of Object.entries(cases)) {
    assert.notEqual(await settles('changeAvatar', what, arrange), 'resolved', what);
  }
});

packaged('a person who declined is an error of its own, and nothing is sent', async () => {
  for (const method of ['loginWithWxapp', 'getPhone', 'bindPhone']) {
    const { host, authing } = willing();
    const error = await outcome(authing[method](inside(host, { code: 'C', detail: { errMsg: 'getUserInfo:fail auth deny' } })));
    assert.ok(error instanceof host.realm.Error, method);
    assert.notEqual(error.code, undefined, method);
    assert.ok(!host.calls.some(({ name }) => name === 'request'), method);
    await host.end();
  }
});

// The script between the module and `wx`: what it takes, and what it does when either misbehaves.

import assert from 'node:assert/strict';

import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import vm from 'node:vm';

import ts from 'typescript';

import { agreeable, bareHost, construct, inside, PACKAGE, packaged, rejection, wrapModule } from './support.mjs';

const OPTIONS = { userPoolId: 'pool-1', host: 'http://127.0.0.1:1' };
const USER = { id: 'u1' };
const TAP = { detail: { errMsg: 'getUserInfo:ok', encryptedData: 'ED', iv: 'IV' } };
const LIMIT = 4 << 20;

function willing() {
  const host = bareHost();
  host.faults.answer('request', agreeable);
  host.faults.answer('login', () => ({ code: `code-${host.calls.length}` }));
  host.faults.answer('checkSession', () => ({}));
  return host;
}

packaged('a seed is an array of bytes and nothing else', async () => {
  const host = willing();
  const bytes = Array.from({ length: 32 }, (_, at) => at);
  const wrong = [32, '32', 'x'.repeat(32), {}, [], true, bytes.map(String), [...bytes.slice(1), 256], [...bytes.slice(1), 0.5],
    bytes.slice(1), [...bytes, 0], new Array(32), new Uint8Array(31), new ArrayBuffer(33)];
  for (const seed of wrong) {
    assert.throws(() => construct(host, { ...OPTIONS, seed }), (error) => error.code === 'ARGUMENT' && error.argument === 'seed', String(seed));
  }
  for (const seed of [bytes, new Uint8Array(bytes), new Uint8Array(bytes).buffer, undefined, null]) construct(host, { ...OPTIONS, seed });
  await host.end();
});

packaged('a seed is copied, and it is what decides', async () => {
  const send = async (change) => {
    const host = willing();
    const make = host.run(`var Authing = require('authing/authing.js'); module.exports = (options, change) => {
      const seed = new Uint8Array(32).fill(7)
      const authing = new Authing(Object.assign({ seed }, options))
      seed.fill(change)
      return authing
    }`);
    await make(inside(host, OPTIONS), change).login(inside(host, { email: 'a@b.com', password: 'pw123456' }));
    await host.end();
    return JSON.parse(host.calls.find(({ name }) => name === 'request').options.data).variables.password;
  };
  assert.equal(await send(7), await send(9));
});

packaged('an answer that JSON cannot say settles', async () => {
  for (const answer of ['1n', '{ toJSON() { throw new Error("no") } }', '(() => { const a = {}; a.a = a; return a })()']) {
    const host = willing();
    host.realm.evaluate(`var odd = ${answer}; wx = Object.assign({}, wx, {
      request({ success }) { setTimeout(success, 0, { statusCode: 200, data: odd, header: {} }) },
      login({ success }) { setTimeout(success, 0, { code: 'code', more: odd }) },
    })`);
    const authing = construct(host, OPTIONS);
    assert.equal((await rejection(authing.user(inside(host, USER)))).code, 'INVALID_RESPONSE');
    assert.equal((await rejection(authing.loginWithWxapp(inside(host, TAP)))).code, 'HOST');
    await host.end();
  }
});

packaged('an argument that JSON cannot say is rejected, and is read at the time of the call', async () => {
  const host = willing();
  const authing = construct(host, OPTIONS);
  const circle = host.realm.evaluate('(() => { const a = { id: "u1" }; a.a = a; return a })()');
  assert.equal((await rejection(authing.user(circle))).code, 'ARGUMENT');
  const account = inside(host, { email: 'a@b.com' });
  const sent = authing.sendResetPasswordEmail(account);
  account.email = 'other@b.com';
  await sent;
  assert.equal(JSON.parse(host.calls.find(({ name }) => name === 'request').options.data).variables.email, 'a@b.com');
  await host.end();
});

packaged('after a trap the codes that were taken are taken anew, and calls go on', async () => {
  const host = willing();
  const traps = wrapModule(host, `{
    call_step(...given) { if (trap && given[2] === 1) { trap = false; throw new Error('unreachable executed') } return real.call_step(...given) },
  }`, 'var trap = true');
  const authing = construct(host, OPTIONS);
  await authing.prepare();
  const error = await rejection(authing.loginWithWxapp(inside(host, TAP)));
  assert.deepEqual([error.code, error.kind], ['WASM', 'TRAP']);
  assert.match(error.hint, /unreachable executed/);
  await authing.prepare();
  assert.ok((await authing.loginWithWxapp(inside(host, TAP))).token);
  const codes = host.calls.filter(({ name }) => name === 'request').map(({ options }) => JSON.parse(options.data).code);
  assert.equal(new Set(codes).size, 2, 'no code is sent twice');
  assert.equal(traps.loads(), 2, 'the module was loaded anew');
  await host.end();
});

packaged('a call that waits in a module that trapped ends with an error', async () => {
  const host = willing();
  wrapModule(host, `{
    call_step(...given) { if (trap && given[2] === 1) throw new Error('unreachable executed'); return real.call_step(...given) },
  }`, 'var trap = false');
  const authing = construct(host, OPTIONS);
  const release = host.faults.hold('request');
  const waiting = rejection(authing.user(inside(host, USER)));
  await host.until(() => host.calls.some(({ name }) => name === 'request'));
  host.realm.evaluate('trap = true');
  await rejection(authing.user(inside(host, USER)));
  release();
  assert.equal((await waiting).code, 'WASM');
  await host.end();
});

packaged('a service error with the code 0 keeps it', async () => {
  const host = willing();
  host.faults.answer('request', () => ({ statusCode: 200, header: {}, data: { errors: [{ message: { code: 0, message: '零' } }], data: null } }));
  const error = await rejection(construct(host, OPTIONS).user(inside(host, USER)));
  assert.equal(error.code, 0);
  assert.equal(error.message, '操作未成功（错误码 0）');
  await host.end();
});

packaged('a response over the limit is not copied into the module', async () => {
  const host = willing();
  const module = wrapModule(host, '{ alloc(length) { largest = Math.max(largest, length); return real.alloc(length) } }', 'var largest = 0');
  const authing = construct(host, OPTIONS);
  const answer = (data) => host.faults.answer('request', () => ({ statusCode: 200, header: {}, data }));
  answer('x'.repeat(LIMIT + 1));
  const error = await rejection(authing.user(inside(host, USER)));
  assert.deepEqual([error.code, error.kind], ['TRANSPORT', 'BODY_TOO_LARGE']);
  assert.ok(module.evaluate('largest') < 10_000, 'nothing of it was copied');
  answer('密'.repeat(LIMIT / 2));
  assert.equal((await rejection(authing.user(inside(host, USER)))).kind, 'BODY_TOO_LARGE', 'the limit is in bytes');
  assert.ok(module.evaluate('largest') < 10_000, 'nothing of it was copied');
  await host.end();
});

packaged('an unknown key of host is rejected by its name', async () => {
  const host = willing();
  const authing = construct(host, { ...OPTIONS, host: { user: 'http://127.0.0.1:1/graphql', uploads: 'http://127.0.0.1:1' } });
  const error = await rejection(authing.user(inside(host, USER)));
  assert.deepEqual([error.code, error.argument], ['ARGUMENT', 'host']);
  assert.match(error.hint, /uploads/);
  assert.ok(!host.calls.some(({ name }) => name === 'request'));
  await host.end();
});

packaged('the syntax of the script is of ECMAScript 2015', () => {
  const source = readFileSync(`${PACKAGE}/authing.js`, 'utf8');
  const as = (target) => ts.transpileModule(source, { compilerOptions: { target, removeComments: true } }).outputText;
  assert.equal(as(ts.ScriptTarget.ES2015), as(ts.ScriptTarget.ESNext), 'nothing of it must be rewritten');
});

test('texts become UTF-8 and come back', () => {
  const source = readFileSync(new URL('../../crates/authing-wxapp/js/src/text.js', import.meta.url), 'utf8');
  const { encode, decode } = vm.runInNewContext(`${source}; ({ encode, decode })`);
  const points = [0, 0x7f, 0x80, 0x7ff, 0x800, 0xd7ff, 0xe000, 0xfffd, 0xffff, 0x10000, 0x1f600, 0x10ffff];
  const texts = ['', ...points.map((point) => String.fromCodePoint(point)), points.map((point) => String.fromCodePoint(point)).join('a')];
  const halves = ['\ud83d', '\ude00', 'a\ud83db', '\ude00\ud83d', '\ud83d\ud83d\ude00'];
  for (const text of [...texts, ...halves, texts.join('').repeat(3000)]) {
    const expected = new TextEncoder().encode(text);
    assert.deepEqual([...encode(text)], [...expected]);
    assert.equal(decode(expected), new TextDecoder('utf-8', { ignoreBOM: true }).decode(expected));
  }
});

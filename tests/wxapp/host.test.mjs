// The host itself: it has what a mini-program has, and nothing else.

import assert from 'node:assert/strict';
import http from 'node:http';
import { after, before, test } from 'node:test';
import { brotliCompressSync } from 'node:zlib';

import { createHost } from './host/host.mjs';

const FORBIDDEN = `WebAssembly TextEncoder TextDecoder URL URLSearchParams fetch XMLHttpRequest window self global process
  Buffer crypto atob btoa structuredClone queueMicrotask setImmediate performance navigator document localStorage
  SharedArrayBuffer Atomics WeakRef FinalizationRegistry Intl`.split(/\s+/);

// (module (func (export "answer") (result i32) i32.const 42)), and (module (global (export "g") i32 (i32.const 1))).
const ANSWER = Buffer.from('0061736d010000000105016000017f03020100070a0106616e7377657200000a06010400412a0b', 'hex');
const GLOBAL = Buffer.from('0061736d010000000606017f0041010b07050101670300', 'hex');

let server;
let origin;

before(async () => {
  server = http.createServer(echo).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  origin = `http://127.0.0.1:${server.address().port}`;
});

after(() => { server.closeAllConnections(); server.close(); });

/** Answers with what it was sent; `/status/N` with that status; `/never` not at all. */
function echo(request, response) {
  const chunks = [];
  request.on('data', (chunk) => chunks.push(chunk));
  request.on('end', () => {
    if (request.url === '/never') return;
    const { method, url, headers } = request;
    response.writeHead(Number(/^\/status\/(\d+)/.exec(url)?.[1] ?? 200), { 'X-Sample': 'yes' });
    response.end(JSON.stringify({ method, url, headers, body: Buffer.concat(chunks).toString('latin1') }));
  });
}

/** A test with a host of its own, which ends with it. */
function hosted(name, body, options = {}) {
  test(name, async () => {
    const host = createHost({ domains: { [origin]: origin }, ...options });
    await body(host);
    await host.end();
  });
}

hosted('nothing of Node or of a browser is there', (host) => {
  for (const name of FORBIDDEN) assert.equal(host.realm.evaluate(`typeof ${name}`), 'undefined', name);
  for (const name of ['wx', 'WXWebAssembly', 'console', 'Promise', 'Uint8Array', 'getApp', 'Page', 'App']) {
    assert.notEqual(host.realm.evaluate(`typeof ${name}`), 'undefined', name);
  }
});

hosted('code cannot be made from strings, by no function that can be reached', (host) => {
  for (const source of [
    'eval("1")',
    'new Function("return 1")',
    'wx.request.constructor("return 1")',
    'setTimeout.constructor("return 1")',
    'console.log.constructor("return 1")',
    'getApp.constructor("return 1")',
    'WXWebAssembly.instantiate.constructor("return 1")',
    'WXWebAssembly.Memory.constructor("return 1")',
    'Date.constructor("return 1")',
  ]) {
    assert.throws(() => host.realm.evaluate(source), { name: 'EvalError' }, source);
  }
  assert.throws(() => host.run('require.constructor("return 1")'), { name: 'EvalError' });
});

hosted('every value that arrives is of the context', async (host) => {
  host.faults.answer('request', () => ({ statusCode: 200, data: { list: [{}] }, header: {} }));
  assert.equal(await host.realm.evaluate(`new Promise((resolve) => wx.request({ url: 'x', success(res) {
    resolve(res instanceof Object && res.data.list instanceof Array && res.data.list[0] instanceof Object);
  } }))`), true);
  assert.equal(await host.realm.evaluate('wx.getRandomValues({ length: 4 }).then((r) => r.randomValues instanceof ArrayBuffer && r.randomValues.byteLength)'), 4);
  assert.equal(host.realm.evaluate('try { require } catch (e) { e instanceof Error }'), true);
  host.faults.throws('getStorageSync');
  assert.equal(host.realm.evaluate('try { wx.getStorageSync("a") } catch (e) { e instanceof Error }'), true);
});

hosted('modules come from the code package alone', (host) => {
  host.code.write('lib/a.js', 'module.exports = { b: require("./b"), root: require("lib/b.js") }');
  host.code.write('lib/b.js', 'exports.name = "b"');
  const { b, root } = host.require('/lib/a.js');
  assert.equal(b.name, 'b');
  assert.equal(b, root);
  for (const name of ['fs', 'node:fs', '../outside.js', './missing.js']) {
    assert.throws(() => host.run(`require(${JSON.stringify(name)})`), host.realm.Error, name);
  }
});

hosted('WXWebAssembly takes a path inside the code package and nothing else', async (host) => {
  host.code.write('a/answer.wasm', ANSWER);
  host.code.write('a/answer.wasm.br', brotliCompressSync(ANSWER));
  host.code.write('a/text.txt', ANSWER);
  for (const path of ['/a/answer.wasm', 'a/answer.wasm.br']) {
    const answer = host.realm.evaluate(`WXWebAssembly.instantiate(${JSON.stringify(path)}, {}).then(({ instance }) => instance.exports.answer())`);
    assert.equal(await answer, 42);
  }
  for (const argument of ['"/a/text.txt"', '"../answer.wasm"', '"/b/answer.wasm"', 'new Uint8Array(8)', 'undefined', '"https://a.b/answer.wasm"']) {
    await assert.rejects(host.realm.evaluate(`WXWebAssembly.instantiate(${argument}, {})`), host.realm.Error, argument);
  }
  await assert.rejects(host.realm.evaluate('WXWebAssembly.instantiate("a/answer.wasm", {}).then(({ instance }) => instance.exports.answer.constructor("return 1"))'), { name: 'EvalError' });
});

hosted('an exported Global is refused, as on iOS', async (host) => {
  host.code.write('g.wasm', GLOBAL);
  await assert.rejects(host.realm.evaluate('WXWebAssembly.instantiate("g.wasm", {})'), /Global/);
});

hosted('an exported Global is accepted elsewhere', async (host) => {
  host.code.write('g.wasm', GLOBAL);
  await host.realm.evaluate('WXWebAssembly.instantiate("g.wasm", {})');
}, { ios: false });

hosted('request converts data as WeChat does', async (host) => {
  const send = (options) => host.realm.evaluate(`wx.__call = (o) => new Promise((success, fail) => wx.request({ ...o, success, fail })); wx.__call`)(host.realm.adopt(options));
  const json = await send({ url: `${origin}/j`, method: 'POST', data: { a: 'ü' } });
  assert.equal(json.data.headers['content-type'], 'application/json');
  assert.equal(Buffer.from(json.data.body, 'latin1').toString(), '{"a":"ü"}');
  const form = await send({ url: `${origin}/f`, method: 'POST', data: { a: 'x y', b: 2 }, header: { 'Content-Type': 'application/x-www-form-urlencoded' } });
  assert.equal(form.data.body, 'a=x%20y&b=2');
  const query = await send({ url: `${origin}/q?z=1`, data: { a: '&' } });
  assert.equal(query.data.url, '/q?z=1&a=%26');
  const text = await send({ url: `${origin}/t`, method: 'POST', data: '{"raw":1}' });
  assert.equal(text.data.body, '{"raw":1}');
  const missing = await send({ url: `${origin}/status/404` });
  assert.equal(missing.statusCode, 404, 'an answer with any status is a success');
  assert.equal(missing.header['X-Sample'], 'yes');
  assert.equal(typeof (await send({ url: `${origin}/s`, dataType: 'text' })).data, 'string');
  assert.equal(host.requests.length, 6);
  assert.equal(host.requests[1].headers['content-type'], 'application/x-www-form-urlencoded');
});

hosted('request fails as WeChat does', async (host) => {
  const fails = (options) => host.realm.evaluate(`(o) => new Promise((fail, success) => wx.request({ ...o, success, fail }))`)(host.realm.adopt(options));
  assert.match((await fails({ url: 'https://elsewhere.example/' })).errMsg, /^request:fail url not in domain list/);
  assert.match((await fails({ url: 'nonsense' })).errMsg, /^request:fail invalid url/);
  assert.match((await fails({ url: origin, method: 'PATCH' })).errMsg, /^request:fail method/);
  const late = fails({ url: `${origin}/never`, timeout: 5000 });
  await host.until(() => host.requests.length > 0);
  await host.advance(6);
  assert.equal((await late).errMsg, 'request:fail timeout');
  const aborted = host.realm.evaluate(`(o) => new Promise((fail) => { wx.request({ ...o, fail }).abort() })`)(host.realm.adopt({ url: `${origin}/never` }));
  assert.equal((await aborted).errMsg, 'request:fail abort');
});

hosted('uploadFile sends the file as one part of a form', async (host) => {
  const answer = await host.realm.evaluate(`(url) => wx.chooseImage({}).then(({ tempFilePaths: [filePath] }) => new Promise((success, fail) => {
    wx.uploadFile({ url, filePath, name: 'file', formData: { key: 'k', token: 't' }, success, fail });
  }))`)(`${origin}/upload`);
  assert.equal(typeof answer.data, 'string');
  const { body, headers } = JSON.parse(answer.data);
  assert.match(headers['content-type'], /^multipart\/form-data; boundary=/);
  assert.match(body, /name="key"\r\n\r\nk\r\n.*name="token"\r\n\r\nt\r\n.*name="file"; filename="wx1.png"\r\nContent-Type: image\/png\r\n\r\n\x89PNG/s);
  assert.deepEqual(host.requests[0].fields, [['key', 'k'], ['token', 't']]);
});

hosted('callbacks come later: success or fail, then complete; or a promise where none is given', async (host) => {
  host.faults.fail('checkSession', { errMsg: 'checkSession:fail x', errno: 7 });
  const order = await host.realm.evaluate(`new Promise((resolve) => {
    const order = [];
    const returned = wx.checkSession({ success() { order.push('success') }, fail(e) { order.push(e.errno) }, complete() { order.push('complete'); resolve(order) } });
    order.push(String(returned));
  })`);
  assert.deepEqual([...order], ['undefined', 7, 'complete']);
  await assert.rejects(host.realm.evaluate('wx.checkSession()'), { errMsg: 'checkSession:fail x' });
});

hosted('storage copies, and a missing key reads as the empty string', async (host) => {
  assert.equal(host.realm.evaluate('wx.getStorageSync("a")'), '');
  assert.equal(host.realm.evaluate('const v = { n: 1 }; wx.setStorageSync("a", v); v.n = 2; wx.getStorageSync("a").n'), 1);
  assert.equal(host.realm.evaluate('wx.removeStorageSync("a"); wx.getStorageSync("a")'), '');
  await assert.rejects(host.realm.evaluate('wx.getStorage({ key: "a" })'), { errMsg: 'getStorage:fail data not found' });
});

hosted('an ability can fail, throw, be missing, or be held back', async (host) => {
  host.faults.fail('getSetting', { errMsg: 'getSetting:fail' }, { after: 1, times: 1 });
  await host.realm.evaluate('wx.getSetting()');
  await assert.rejects(host.realm.evaluate('wx.getSetting()'), { errMsg: 'getSetting:fail' });
  await host.realm.evaluate('wx.getSetting()');
  host.faults.throws('checkSession', 'no');
  assert.throws(() => host.realm.evaluate('wx.checkSession({ fail() {} })'), host.realm.Error);
  host.missing('login');
  assert.equal(host.realm.evaluate('typeof wx.login'), 'undefined');
  const release = host.faults.hold('getSetting');
  host.realm.evaluate('var settled = false; wx.getSetting({ success() { settled = true } })');
  await host.realm.evaluate('wx.getSetting()');
  assert.equal(host.realm.evaluate('settled'), false);
  release();
  await host.until(() => host.realm.evaluate('settled'));
});

hosted('time passes at once', async (host) => {
  const start = host.realm.evaluate('Date.now()');
  host.realm.evaluate('var fired = []; setTimeout((x) => fired.push(x), 240000, "a"); setTimeout(() => fired.push("b"), 60000); setTimeout(() => fired.push("c"), 900000); clearTimeout(setTimeout(() => fired.push("d"), 1))');
  await host.advance(360);
  assert.equal(host.realm.evaluate('fired.join()'), 'b,a');
  assert.ok(host.realm.evaluate('new Date().getTime()') - start >= 360_000);
  assert.equal(host.realm.evaluate('new Date(0).getTime()'), 0);
  assert.equal(host.realm.evaluate('new Date() instanceof Date'), true);
});

hosted('an app launches, pages load, events are handled', async (host) => {
  host.code.write('app.js', 'App({ onLaunch(o) { this.from = o.query.q } })');
  host.code.write('pages/a/a.js', 'Page({ data: { list: [] }, onLoad(q) { this.setData({ q, none: undefined, "deep.x": 1 }) }, tapped(e) { this.setData({ list: [e.detail.v] }); return getApp().from } })');
  assert.equal(host.launch({ q: 'scan' }).from, 'scan');
  const page = host.open('pages/a/a', { id: '7' });
  assert.equal(page.data.q.id, '7');
  assert.equal(page.data.deep.x, 1);
  assert.ok(!('none' in page.data));
  assert.equal(host.fire(page, 'tapped', { v: 1 }), 'scan');
  assert.equal(page.data.list[0], 1);
  assert.equal(host.open('pages/a/a').data.list.length, 0, 'each page has its own data');
  assert.throws(() => host.fire(page, 'nowhere'), /no handler/);
});

hosted('an error that nobody handles is the test\'s to take', async (host) => {
  host.realm.evaluate('Promise.reject(new Error("first"))');
  await host.until(() => host.errors.length === 1);
  host.realm.evaluate('wx.getSetting({ success() { throw new Error("second") } })');
  await host.until(() => host.errors.length === 2);
  assert.deepEqual(host.takeErrors().map(({ message }) => message), ['first', 'second']);
  host.realm.evaluate('Promise.reject(new Error("third"))');
  await assert.rejects(host.end(), /nobody handled: Error: third/);
  host.takeErrors();
});

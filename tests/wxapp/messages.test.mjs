// What a person and a developer are told: the table has every code, and an error shows its sentence wherever the guide puts it.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import vm from 'node:vm';

import { agreeable, bareHost, construct, inside, packaged, rejection, uploaded } from './support.mjs';

const source = (name) => readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8');
const SCRIPT = source('crates/authing-wxapp/js/src/messages.js');
const IN_MODULE = source('crates/authing-wxapp/src/package/messages.txt');
/** By its code: the sentence in Chinese, in English, and the hint. */
const ROWS = JSON.parse(vm.runInNewContext(`${SCRIPT}; addMessages(${JSON.stringify(IN_MODULE)}); JSON.stringify(ROWS)`));
/** The codes of both halves, a text for each line of the tables. */
const LINES = [vm.runInNewContext(`${SCRIPT}; BEFORE_LOADING`), IN_MODULE]
  .flatMap((text) => text.trim().split('\n\n'))
  .flatMap((group) => group.split('\n').slice(1))
  .map((line) => line.split(': ')[0]);

const OPTIONS = { userPoolId: 'pool-1', host: 'http://127.0.0.1:1' };
const TAP = { detail: { errMsg: 'getUserInfo:ok', encryptedData: 'ED', iv: 'IV' } };

function willing(options = OPTIONS) {
  const host = bareHost();
  host.storage.set('_authing_token', 'USER_TOKEN');
  host.faults.answer('request', agreeable);
  host.faults.answer('uploadFile', uploaded);
  host.faults.answer('login', () => ({ code: `code-${host.calls.length}` }));
  host.faults.answer('getSetting', () => ({ authSetting: { 'scope.userInfo': true } }));
  return { host, authing: construct(host, options) };
}

/** The error of a method when the service answers so. */
async function answered(answer, method = 'update', argument = { _id: 'u1' }, options = OPTIONS) {
  const { host, authing } = willing(options);
  host.faults.answer('request', () => ({ header: {}, statusCode: 200, ...answer }));
  const error = await rejection(authing[method](inside(host, argument)));
  await host.end();
  return error;
}

const refused = (code, message = '原文') => ({ data: { errors: [{ message: { code, message, data: null } }], data: null } });

/** The error of a method when an API of `wx` fails so. */
async function failing(api, fail, method, argument) {
  const { host, authing } = willing();
  host.faults.fail(api, fail);
  const error = await rejection(authing[method](inside(host, argument)));
  await host.end();
  return error;
}

test('every code of a pool in docs/error-codes.md has a sentence', () => {
  const [ofThePool] = source('docs/error-codes.md').split("## Today's");
  const codes = [...ofThePool.matchAll(/^\| (\d+) \|/gm)].map(([, code]) => code);
  assert.ok(codes.length > 60);
  assert.deepEqual(codes.filter((code) => !ROWS[code]), []);
});

test('a sentence is short, and written for people', () => {
  for (const [code, [chinese, english, hint]] of Object.entries(ROWS)) {
    assert.match(chinese.replace('{code}', ''), /^[^。！!?A-Za-z]+$/, code);
    assert.ok(chinese.length <= 30, code);
    assert.match(english, /^[A-Z][^!\u4e00-\u9fff]*[^.]$/, code);
    if (hint) assert.match(hint, /。$/, code);
  }
  const codes = LINES.flatMap((line) => line.split(' '));
  assert.deepEqual(codes.sort(), Object.keys(ROWS).sort(), 'each code once');
});

packaged('an error is an Error that shows its sentence', async () => {
  const { host, authing } = willing();
  host.faults.answer('request', () => ({ statusCode: 200, header: {}, ...refused(2005) }));
  const error = await rejection(authing.user(inside(host, { id: 'u1' })));
  assert.ok(error instanceof host.realm.Error);
  assert.equal(`${error}`, '账号已锁定，请联系客服');
  assert.deepEqual(Object.keys(error).sort(), ['code', 'hint', 'message', 'status']);
  host.code.write('pages/error/error.js', 'Page({ show(error) { this.setData({ error }); this.setData(error) } })');
  const page = host.open('pages/error/error');
  page.show(error);
  assert.deepEqual([page.data.error.message, page.data.error.code, page.data.message], ['账号已锁定，请联系客服', 2005, '账号已锁定，请联系客服']);
  assert.match(error.stack, /原文/, 'a console shows the hint');
  await host.end();
});

packaged('the service\'s numbers', async () => {
  for (const [code, message] of [
    [2020, '请先登录'], [2206, '登录已过期，请重新登录'], [2207, '登录已失效，请重新登录'], [2001, '验证码错误，请重新输入'],
    [2026, '账号已注册，请直接登录'], [2100, '操作太频繁，请稍后再试'], [1000, '系统繁忙，请稍后再试'], [2999, '操作未成功（错误码 2999）'],
  ]) {
    const error = await answered(refused(code));
    assert.deepEqual([error.code, error.message], [code, message]);
    assert.match(error.hint, /原文/);
  }
  const login = { email: 'a@b.com', password: 'pw123456' };
  for (const code of [2004, 2006]) assert.equal((await answered(refused(code), 'login', login)).message, '账号或密码错误');
  assert.equal((await answered(refused(2004), 'sendResetPasswordEmail', { email: 'a@b.com' })).message, '用户不存在');
  const sent = { data: { code: 500, message: '已发送验证码，还未失效' } };
  assert.equal((await answered(sent, 'getVerificationCode', '17670416754')).message, '验证码已发送，请稍后再获取');
});

packaged('the words', async () => {
  const html = '<html>';
  for (const [answer, code, message] of [
    [{ statusCode: 502, data: html }, 'INVALID_RESPONSE', '服务返回异常，请稍后再试'],
    [{ statusCode: 429, data: html }, 'INVALID_RESPONSE', '操作太频繁，请稍后再试'],
    [{ statusCode: 400, data: { errors: [{ message: 'Syntax Error' }] } }, 'SERVICE', '服务暂不可用，请稍后再试'],
  ]) {
    const error = await answered(answer);
    assert.deepEqual([error.code, error.message, error.status], [code, message, answer.statusCode]);
  }
  const gateway = await answered({ statusCode: 502, data: html });
  assert.match(gateway.hint, /HTTP 502/);
  assert.equal(gateway.path, '.', 'the whole body');
});

packaged('the kinds of a transport error are told apart', async () => {
  for (const [fail, kind, message] of [
    [{ errMsg: 'request:fail net::ERR_NAME_NOT_RESOLVED' }, 'CONNECT', '网络连接失败，请检查网络'],
    [{ errMsg: 'request:fail timeout', errno: 5 }, 'TIMEOUT', '网络超时，请稍后再试'],
    [{ errMsg: 'request:fail interrupted' }, 'CONNECTION_LOST', '网络中断，请再试一次'],
    [{ errMsg: 'request:fail url not in domain list', errno: 600002 }, 'DOMAIN', '小程序配置有误，请联系客服'],
    [{ errMsg: 'request:fail invalid url' }, 'OTHER', '服务异常，请稍后再试'],
  ]) {
    const error = await failing('request', fail, 'update', { _id: 'u1' });
    assert.deepEqual([error.code, error.kind, error.message], ['TRANSPORT', kind, message]);
  }
});

packaged('a refusal of the user\'s, of WeChat\'s privacy rules and of its permissions are told apart', async () => {
  for (const [errMsg, errno, code, kind, message] of [
    ['fail auth deny', undefined, 'DECLINED', undefined, '需要授权后才能继续'],
    ['fail privacy permission is not authorized', 104, 'HOST', 'PRIVACY', '请先同意隐私保护指引'],
    ['fail api scope is not declared in the privacy agreement', 112, 'HOST', 'PRIVACY_SCOPE', '小程序配置有误，请联系客服'],
    ['fail jsapi permission denied', undefined, 'HOST', 'PERMISSION', '小程序配置有误，请联系客服'],
  ]) {
    const expected = [code, kind, message];
    const button = { detail: { errMsg: `getPhoneNumber:${errMsg}`, errno } };
    const { host, authing } = willing();
    const ofButton = await rejection(authing.getPhone(inside(host, button)));
    assert.deepEqual([ofButton.code, ofButton.kind, ofButton.message], expected, errMsg);
    assert.ok(!host.calls.some(({ name }) => name === 'request'));
    await host.end();
    const ofApi = await failing('getUserInfo', { errMsg: `getUserInfo:${errMsg}`, errno }, 'loginSilently');
    assert.deepEqual([ofApi.code, ofApi.kind], [code, kind], errMsg);
    // Words alone are enough: not every platform gives a number.
    const inWords = await failing('getUserInfo', { errMsg: `getUserInfo:${errMsg}` }, 'loginSilently');
    assert.deepEqual([inWords.code, inWords.kind], [code, kind], errMsg);
  }
  assert.equal((await failing('chooseImage', { errMsg: 'chooseImage:fail cancel' }, 'changeAvatar', 'u1')).message, '已取消选择图片');
  assert.equal((await failing('getUserInfo', { errMsg: 'getUserInfo:fail scope unauthorized' }, 'loginSilently')).message, '请点击按钮授权登录');
});

packaged('what a person typed, and what the program gave', async () => {
  for (const [method, argument, message, hint] of [
    ['login', { email: '', password: 'pw123456' }, '请检查填写的内容', /`email`/],
    ['loginByPhoneCode', { phone: '17670416754', phoneCode: 'abcd' }, '请输入数字验证码', /数字验证码/],
    ['login', { email: 'a@b.com', password: 'x'.repeat(200) }, '密码过长', /117/],
    ['user', {}, '操作失败，请联系客服', /`id`/],
    ['loginWithWxapp', {}, '操作失败，请联系客服', /e\.detail/],
    ['loginWithWxapp', { detail: {} }, '需要授权后才能继续', /拒绝/],
  ]) {
    const { host, authing } = willing();
    const error = await rejection(authing[method](inside(host, argument)));
    assert.equal(error.message, message, method);
    assert.match(error.hint, hint);
    await host.end();
  }
});

packaged('a phone button that gives a code only is an error that says what to do', async () => {
  for (const method of ['getPhone', 'bindPhone']) {
    const { host, authing } = willing();
    const error = await rejection(authing[method](inside(host, { detail: { errMsg: 'getPhoneNumber:ok', code: 'a phone code' } })));
    assert.deepEqual([error.code, error.argument, error.kind], ['ARGUMENT', 'detail', 'CODE_ONLY']);
    assert.match(error.hint, /phonenumber\.getPhoneNumber/);
    assert.ok(!host.calls.some(({ name }) => name === 'request' || name === 'login'), 'nothing is sent and no code is taken');
    await host.end();
  }
});

packaged('with the language en, sentence and hint are English', async () => {
  const error = await answered(refused(2005), 'update', { _id: 'u1' }, { ...OPTIONS, language: 'en' });
  assert.equal(error.message, 'The account is locked, please contact support');
  assert.match(error.hint, /^the service says: /);
  const host = bareHost();
  assert.throws(() => construct(host, { language: 'en' }), (thrown) => /^[ -~]+$/.test(thrown.message + thrown.hint));
  await host.end();
});

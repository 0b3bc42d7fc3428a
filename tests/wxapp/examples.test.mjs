// The example mini-program is complete: every page has its files, its handlers exist, and it shows the guide's samples as they stand.

import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';

import { createHost } from './host/host.mjs';
import { agreeable, bareHost, EXAMPLE, exampleHost, packaged } from './support.mjs';

const SAMPLES = new URL('./guide/', import.meta.url);
const app = JSON.parse(readFileSync(`${EXAMPLE}/app.json`, 'utf8'));

/** What the guide leaves to the reader, and what the example puts there. */
const PLACEHOLDERS = {
  "'path/to/authing/authing.js'": "'../authing/authing.js'",
  "'YOUR_USERPOOLID'\n}": 'config.userPoolId,\n',
  '"USER_EMAIL"': 'config.email',
  '"USER_PASSWORD"': 'config.password',
};

/** Where each sample is shown. */
const SHOWN = {
  'require.js': 'utils/authing.js',
  'initialise.js': 'utils/authing.js',
  'login.js': 'pages/login/login.js',
  'on-launch.js': 'app.js',
  'on-load.js': 'pages/code/code.js',
  'wechat-login.js': 'pages/wechat-login/wechat-login.js',
  'wechat-login.wxml': 'pages/wechat-login/wechat-login.wxml',
  'silent-login.js': 'pages/silent-login/silent-login.js',
  'get-phone.js': 'pages/phone/phone.js',
  'get-phone.wxml': 'pages/phone/phone.wxml',
  'bind-phone.js': 'pages/bind-phone/bind-phone.js',
  'bind-phone.wxml': 'pages/bind-phone/bind-phone.wxml',
  'change-avatar.js': 'pages/avatar/avatar.js',
  'metadata.js': 'pages/metadata/metadata.js',
};

test('each sample of the guide stands in the example, to the letter', () => {
  assert.deepEqual(readdirSync(SAMPLES).sort(), Object.keys(SHOWN).sort());
  for (const [sample, file] of Object.entries(SHOWN)) {
    const words = bare(filled(readFileSync(new URL(sample, SAMPLES), 'utf8')));
    assert.ok(bare(readFileSync(`${EXAMPLE}/${file}`, 'utf8')).includes(words), `${sample} in ${file}`);
  }
});

test('each page has its four files and is reached from the first', () => {
  const index = readFileSync(`${EXAMPLE}/pages/index/index.wxml`, 'utf8');
  for (const page of app.pages) {
    for (const kind of ['js', 'json', 'wxml', 'wxss']) assert.ok(existsSync(`${EXAMPLE}/${page}.${kind}`), `${page}.${kind}`);
    JSON.parse(readFileSync(`${EXAMPLE}/${page}.json`, 'utf8'));
    assert.ok(page === app.pages[0] || index.includes(`url="/${page}"`), page);
  }
  for (const file of ['project.config.json', 'sitemap.json']) JSON.parse(readFileSync(`${EXAMPLE}/${file}`, 'utf8'));
});

test('each handler that a page names exists', async () => {
  const host = createHost({ mounts: { '': EXAMPLE } });
  host.code.write('authing/authing.js', 'module.exports = function () {}');
  host.faults.fail('login', {});
  host.launch();
  for (const route of app.pages) {
    const page = host.open(route);
    const wxml = readFileSync(`${EXAMPLE}/${route}.wxml`, 'utf8');
    for (const [, handler] of wxml.matchAll(/\sbind\w+="(\w+)"/g)) assert.equal(typeof page[handler], 'function', `${route}: ${handler}`);
    host.close(page);
  }
  await host.end();
});

packaged('the example launches and its pages load with the package', async () => {
  const host = exampleHost(undefined, { userPoolId: 'pool-1', host: 'http://127.0.0.1:1' });
  host.faults.fail('login', {});
  host.launch();
  for (const route of app.pages) host.close(host.open(route));
  await host.end();
});

for (const document of ['crates/authing-wxapp/js/README.md', 'docs/miniprogram.zh-CN.md', 'docs/miniprogram.md']) {
  packaged(`the first sample of ${document} logs in`, async () => {
    const text = readFileSync(new URL(`../../${document}`, import.meta.url), 'utf8');
    const [, sample] = /^```js\n([^]*?)```$/m.exec(text);
    const [app, page] = sample.split('\n\n');
    const host = bareHost();
    host.faults.answer('request', agreeable);
    host.faults.answer('login', () => ({ code: 'code' }));
    host.faults.answer('checkSession', () => ({}));
    host.code.write('app.js', app);
    host.code.write('pages/a/a.js', page);
    host.launch();
    const opened = host.open('pages/a/a');
    const [, handler] = /bindgetuserinfo="(\w+)"/.exec(page);
    host.fire(opened, handler, { errMsg: 'getUserInfo:ok', encryptedData: 'ED', iv: 'IV' });
    await host.until(() => opened.data.user);
    assert.equal(opened.data.user._id, 'u1');
    await host.end();
  });
}

function filled(text) {
  return Object.entries(PLACEHOLDERS).reduce((all, [placeholder, value]) => all.replace(placeholder, value), text)
    // The constructor's closing belongs to the options that the example adds.
    .replace(/(config\.userPoolId,\n)[^]*$/, '$1');
}

function bare(text) {
  return text.replace(/\s+/g, '');
}

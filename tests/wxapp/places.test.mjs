// The module is found wherever the package is put.

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';

import { createHost } from './host/host.mjs';
import { agreeable, PACKAGE, packaged, rejection } from './support.mjs';

const OPTIONS = "{ userPoolId: 'pool-1', host: 'http://127.0.0.1:1' }";

/** A page that calls the package, which is required so. */
const page = (request, options = OPTIONS) => `
  const Authing = require('${request}')
  const authing = new Authing(${options})
  Page({ call() { return authing.user({ id: 'u1' }) } })`;

async function opened(mounts, route, source) {
  const host = createHost({ mounts });
  host.faults.answer('request', agreeable);
  host.code.write(`${route}.js`, source);
  return { host, called: host.open(route).call() };
}

async function found(mounts, route, source) {
  const { host, called } = await opened(mounts, route, source);
  assert.equal((await called)._id, 'u1');
  await host.end();
}

for (const folder of ['authing', 'path/to/authing', 'utils/authing', 'lib/authing', 'miniprogram_npm/authing']) {
  packaged(`from ${folder}/ of the main package`, () => found({ [folder]: PACKAGE }, 'pages/a/a', page(`/${folder}/authing.js`)));
}

for (const folder of ['packageA/authing', 'packageA/lib/authing', 'sub/packageB/utils/authing']) {
  const root = folder.replace(/\/(lib|utils)?\/?authing$/, '');
  packaged(`from ${folder}/, in a subpackage`, () => found({ [folder]: PACKAGE }, `${root}/pages/deep/a`, page(`/${folder}/authing.js`)));
}

packaged('by npm, in the main package and in a subpackage', async () => {
  await found({ 'miniprogram_npm/authing-wxapp': PACKAGE }, 'pages/a/a', page('authing-wxapp'));
  await found({ 'packageA/miniprogram_npm/authing-wxapp': PACKAGE }, 'packageA/pages/a', page('authing-wxapp'));
  const manifest = JSON.parse(readFileSync(`${PACKAGE}/package.json`, 'utf8'));
  assert.equal(manifest.name, 'authing-wxapp');
  for (const name of [manifest.main, manifest.types, 'index.js']) readFileSync(`${PACKAGE}/${name}`);
});

packaged('from a script that was bundled into one file', async () => {
  const script = readFileSync(`${PACKAGE}/authing.js`, 'utf8');
  const module = readFileSync(`${PACKAGE}/authing.wasm.br`);
  for (const place of ['authing.wasm.br', 'authing/authing.wasm.br', 'static/authing/authing.wasm.br']) {
    const host = createHost({});
    host.faults.answer('request', agreeable);
    host.code.write('common/vendor.js', script);
    host.code.write(place, module);
    host.code.write('pages/a/a.js', page('/common/vendor.js'));
    assert.equal((await host.open('pages/a/a').call())._id, 'u1', place);
    await host.end();
  }
});

packaged('elsewhere by wasmPath, with or without its first slash', async () => {
  for (const path of ['/some/where/authing.wasm.br', 'some/where/authing.wasm.br']) {
    const options = OPTIONS.replace('}', `, wasmPath: '${path}' }`);
    await found({ 'some/where': PACKAGE }, 'pages/a/a', page('/some/where/authing.js', options));
  }
});

packaged('nowhere: the error says what to do', async () => {
  const { host, called } = await opened({ 'some/where': PACKAGE }, 'pages/a/a', page('/some/where/authing.js'));
  const error = await rejection(called);
  assert.deepEqual([error.code, error.kind], ['WASM', 'NOT_FOUND']);
  assert.match(error.hint, /wasmPath/);
  await host.end();
});

packaged('the folder holds what is needed and no more', () => {
  const files = ['LICENSE-MIT', 'README.md', 'authing.d.ts', 'authing.js', 'authing.wasm.br', 'index.js', 'package.json'];
  assert.deepEqual(readdirSync(PACKAGE).filter((name) => name !== 'authing.wasm').sort(), files);
});

// How long the package takes to be ready, and what a login costs beside the network: `node bench.mjs`.

import { existsSync } from 'node:fs';
import { performance } from 'node:perf_hooks';

import { bareHost, PACKAGE } from './support.mjs';

const LOADS = 15;
const LOGINS = 2000;
const WARM_UP = 300;

if (!existsSync(`${PACKAGE}/authing.js`)) {
  console.error('The package is not built; `cargo xtask wxapp` builds it.');
  process.exit(1);
}

/** Runs inside the mini-program, so that nothing but the package is measured. */
const PROGRAM = `
  var Authing = require('authing/authing.js')
  const user = { _id: 'u1', email: 'a@b.com', token: 'USER_TOKEN' }
  const random = new Uint8Array(32).fill(7)
  const memory = {
    request({ success }) { success({ statusCode: 200, header: {}, data: { data: { login: user } } }) },
    getRandomValues({ length, success }) { success({ randomValues: new Uint8Array(length).fill(7).buffer }) },
    getStorageSync() { return '' },
    setStorageSync() {},
    removeStorageSync() {},
  }
  wx = Object.assign({}, wx, memory)
  module.exports = function () {
    const authing = new Authing({ userPoolId: 'pool-1', host: 'http://127.0.0.1:1' })
    return () => authing.login({ email: 'a@b.com', password: 'pw123456' })
  }
`;

async function load() {
  const host = bareHost();
  const start = performance.now();
  const login = host.run(PROGRAM, 'bench.js')();
  // The first call waits for the package to be ready.
  await login();
  return { host, login, milliseconds: performance.now() - start };
}

async function time(login) {
  const start = performance.now();
  await login();
  return (performance.now() - start) * 1000;
}

function median(numbers) {
  return numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
}

const loads = [];
for (let run = 0; run < LOADS; run += 1) {
  const { host, milliseconds } = await load();
  loads.push(milliseconds);
  await host.end();
}

const { host, login } = await load();
for (let run = 0; run < WARM_UP; run += 1) await login();
const logins = [];
for (let run = 0; run < LOGINS; run += 1) logins.push(await time(login));
await host.end();

console.log(`require to ready, first login included: ${median(loads).toFixed(1)} ms (median of ${LOADS})`);
console.log(`login, own time: ${median(logins).toFixed(0)} µs (median of ${LOGINS})`);

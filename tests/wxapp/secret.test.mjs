// A secret against the emulator: a visitor does not become the pool's owner by it.

import assert from 'node:assert/strict';
import { after, before } from 'node:test';

import { startEmulator } from './host/emulator.mjs';
import { bareHost, construct, inside, packaged, skip } from './support.mjs';

let emulator;
before(async () => { if (!skip) emulator = await startEmulator(); });
after(() => emulator?.stop());

/** A user who is registered, and a mini-program where nobody is logged in. */
async function somebody(email) {
  const theirs = bareHost({ emulator });
  const account = inside(theirs, { email, password: 'a password' });
  const { _id } = await construct(theirs, emulator.configuration()).register(account);
  await theirs.end();
  return { _id, host: bareHost({ emulator }) };
}

packaged('a secret does not make a visitor the owner', async () => {
  const { _id, host } = await somebody('owned@example.com');
  const change = inside(host, { _id, nickname: 'Bob' });
  const authing = construct(host, { ...emulator.configuration(), secret: emulator.info.secret });
  await assert.rejects(authing.update(change), (error) => error instanceof host.realm.Error && error.message === '请先登录');
  await host.end();
});

packaged('a user who has logged out is a visitor again', async () => {
  const host = bareHost({ emulator });
  const authing = construct(host, { ...emulator.configuration(), secret: emulator.info.secret });
  const account = inside(host, { email: 'left@example.com', password: 'a password' });
  await authing.register(account);
  const { _id } = await authing.login(account);
  const change = inside(host, { _id, nickname: 'Bob' });
  assert.equal((await authing.update(change)).nickname, 'Bob');
  await authing.logout();
  await assert.rejects(authing.update(change));
  await host.end();
});

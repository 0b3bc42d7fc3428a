// A secret against the emulator: with it the pool's owner does what nobody is logged in for.

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

packaged('the owner changes a user whom nobody is logged in as', async () => {
  const { _id, host } = await somebody('owned@example.com');
  const change = inside(host, { _id, nickname: 'Bob' });
  await assert.rejects(construct(host, emulator.configuration()).update(change));
  const user = await construct(host, { ...emulator.configuration(), secret: emulator.info.secret }).update(change);
  assert.equal(user.nickname, 'Bob');
  assert.ok(!host.storage.has('_authing_token'), 'the owner is not the one who is logged in');
  await host.end();
});

packaged('a wrong secret is refused, and is not in the error', async () => {
  const { _id, host } = await somebody('refused@example.com');
  const authing = construct(host, { ...emulator.configuration(), secret: 'a-wrong-secret' });
  await assert.rejects(authing.update(inside(host, { _id, nickname: 'Bob' })), (error) => {
    assert.equal(error.code, 1001);
    assert.doesNotMatch(error.message, /a-wrong-secret/);
    return error instanceof host.realm.Error;
  });
  await host.end();
});

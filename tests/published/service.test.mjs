// The service itself: its settings, and whether it is up.

import assert from 'node:assert/strict';

import { Authing, options, scenario, setup } from './support.mjs';

const { running, authing } = await setup();

scenario('the pool’s settings', async () => {
  const settings = await authing.getUserPoolSettings();
  for (const name of ['name', 'logo', 'descriptions', 'allowedOrigins', 'emailVerifiedDefault', 'useMiniLogin',
    'registerDisabled', 'showWXMPQRCode', 'enableEmail', 'jwtExpired']) {
    assert.ok(settings[name] !== undefined && settings[name] !== null, name);
  }
  assert.equal(settings.jwtExpired, 1_296_000);
});

scenario('preflight, of both services and the CDN', async () => {
  const [users, oauth] = await authing.preflightFun();
  assert.deepEqual([users.data, oauth.data], [{ ok: 2 }, { ok: 2 }]);
  assert.equal((await authing.cdnPreflightFun()).status, 200);
  const eager = new Authing({ ...options(running), preflight: true, cdnPreflight: true });
  const [services] = await Promise.all(await eager.checkPreflight());
  assert.equal(services[0].data.ok, 2);
});

scenario('the end of a CAS session', async () => {
  assert.equal((await authing.casLogout()).code, 200);
});

scenario('a wrong secret gets no token', async () => {
  const refused = new Promise((resolve) => {
    new Authing({ ...options(running), userPoolId: running.userPoolId, secret: 'wrong', onInitError: resolve });
  });
  assert.deepEqual((await refused).message, { code: 1001, message: '无权限执行此项操作', data: null });
});

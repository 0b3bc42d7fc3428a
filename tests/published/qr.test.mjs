// QR codes: for a mini-program and for an app.

import assert from 'node:assert/strict';

import { registered, scenario, setup } from './support.mjs';

const { running, authing } = await setup();
const SCENE = { scene: 'APP_AUTH' };

const play = (act, body) => running.control(`qr/${act}`, body);

scenario('a mini-program confirms', async () => {
  const { data: made } = await authing.genQRCode();
  assert.equal(made.code, 200);
  assert.match(await (await fetch(made.data.qrcode)).text(), /<svg/);
  const { random } = made.data;
  const waiting = (await authing.checkQR(random)).data.data;
  assert.deepEqual([waiting.code, waiting.message], [500, 'have not been authed']);

  const { openId } = await running.control('wechat/users', { nickName: 'Band' });
  await play('scan', { random, openId });
  assert.equal((await authing.checkQR(random)).data.data.code, 500, 'scanned is not confirmed');
  await play('confirm', { random });
  const confirmed = (await authing.checkQR(random)).data.data;
  assert.equal(confirmed.code, 200);
  assert.deepEqual([confirmed.data.nickname, confirmed.data.openid], ['Band', openId]);
  assert.equal((await authing.checkLoginStatus(confirmed.data.token)).code, 200);
  assert.equal(typeof confirmed.redirect, 'string');
});

scenario('nobody has confirmed a code that nobody made', async () => {
  const { data } = await authing.checkQR();
  assert.deepEqual([data.data.code, data.data.message], [500, 'have not been authed']);
});

scenario('an app confirms', async () => {
  const { code, data } = await authing.qrlogin.geneCode({ ...SCENE, userDefinedData: { hello: 'world' } });
  assert.equal(code, 200);
  assert.match(await (await fetch(data.qrcodeUrl)).text(), /<svg/);
  const check = async () => (await authing.qrlogin.checkCodeStatus({ ...SCENE, qrcodeId: data.qrcodeId })).data;
  const waiting = { scanned: false, expired: false, success: false, canceled: false, ticket: null, userInfo: {} };
  assert.deepEqual(await check(), waiting);

  const user = await registered(authing, { nickname: 'Bob', photo: 'https://photo.example/bob' });
  await play('scan', { id: data.qrcodeId, userId: user._id });
  const userInfo = { nickname: 'Bob', photo: 'https://photo.example/bob' };
  assert.deepEqual(await check(), { ...waiting, scanned: true, userInfo });
  await play('confirm', { id: data.qrcodeId });
  const { success, ticket } = await check();
  assert.equal(success, true);

  const exchanged = await authing.qrlogin.exchangeUserInfo(ticket);
  assert.deepEqual([exchanged.code, exchanged.data._id], [200, user._id]);
  assert.equal((await authing.checkLoginStatus(exchanged.data.token)).code, 200);
  assert.notEqual((await authing.qrlogin.exchangeUserInfo(ticket)).code, 200, 'a ticket works once');
});

scenario('the SDK polls until the person cancels, or the time is up', async () => {
  for (const [act, callback] of [['cancel', 'onCancel'], ['expire', 'onExpired'], ['clock', 'onExpired']]) {
    const { data } = await authing.qrlogin.geneCode(SCENE);
    const ended = new Promise((resolve) => {
      authing.qrlogin.pollingCodeStatus({ ...SCENE, qrcodeId: data.qrcodeId, interval: 20, [callback]: resolve });
    });
    await (act === 'clock' ? running.advance(121) : play(act, { id: data.qrcodeId }));
    await ended;
  }
});

scenario('a code that nobody made is an error', async () => {
  const answer = await authing.qrlogin.checkCodeStatus({ ...SCENE, qrcodeId: 'none' });
  assert.notEqual(answer.code, 200);
});

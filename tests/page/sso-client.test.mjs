// `@authing/sso`, the service's client for single sign-on in browsers, which uses the implicit flow.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { EMAIL, PASSWORD, PROVIDER, startPage, typePassword } from "./single-page.mjs";
import { logIn, openBrowser, startEmulator } from "./support.mjs";

let emulator;
let site;

before(async () => {
  site = await startPage(["@authing/sso/dist/index.js"]);
  emulator = await startEmulator("--allow-host", PROVIDER, "--app", "shop", "--redirect-uri", `${site.origin}/callback`);
  await logIn(emulator, { email: EMAIL, password: PASSWORD, nickname: "Bob" });
});

after(async () => {
  await emulator?.stop();
  site?.close();
});

/** Creates the client in the page, as `client`. */
function create(page) {
  const origin = `http://${PROVIDER}:${new URL(emulator.url).port}`;
  const all = { appId: "shop", origin, redirectUri: `${site.origin}/callback` };
  return page.evaluate((given) => void (window.client = new AuthingSSO(given)), all);
}

function scenario(name, body) {
  test(name, { timeout: 60_000 }, async () => {
    const { page, close } = await openBrowser({ locale: "en-US" });
    try {
      await page.goto(site.origin);
      await create(page);
      await body(page);
    } finally {
      await close();
    }
  });
}

scenario("login by redirect, then a silent one", async (page) => {
  await page.evaluate(() => window.client.login());
  await typePassword(page);
  await page.waitForURL(`${site.origin}/callback#*`);
  await create(page);
  const tokens = await page.evaluate(() => window.client.getTokenSetFromUrlHash());
  assert.ok(tokens.id_token && tokens.access_token);
  const user = await page.evaluate((token) => window.client.getUserInfoByAccessToken(token), tokens.access_token);
  assert.deepEqual([user.email, user.nickname], [EMAIL, "Bob"]);
  const silent = await page.evaluate(() => window.client.getAccessTokenSilently());
  assert.notEqual(silent.access_token, tokens.access_token);
});

scenario("login in a window", async (page) => {
  const popUp = page.waitForEvent("popup");
  await page.evaluate(() => {
    window.login = new Promise((resolve) => window.client.onPopUpLoginSuccess(async (tokens) => resolve(tokens)));
    window.client.popUpLogin();
  });
  await typePassword(await popUp);
  const tokens = await page.evaluate(() => window.login);
  assert.ok(tokens.id_token && tokens.access_token);
});

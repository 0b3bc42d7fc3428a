// `@authing/web`, today's client for browsers, in a single-page application with an origin of its own.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { EMAIL, PASSWORD, PROVIDER, startPage, typePassword } from "./single-page.mjs";
import { logIn, openBrowser, startEmulator } from "./support.mjs";

let emulator;
let site;
let origin;

before(async () => {
  site = await startPage(["axios/dist/axios.min.js", "@authing/web/dist/global/index.global.js"]);
  ({ origin } = site);
  const application = ["--app", "shop", "--redirect-uri", `${origin}/callback`];
  emulator = await startEmulator("--allow-host", PROVIDER, ...application, "--post-logout-redirect-uri", `${origin}/goodbye`);
  await logIn(emulator, { email: EMAIL, password: PASSWORD, nickname: "Bob" });
});

after(async () => {
  await emulator?.stop();
  site?.close();
});

/** Creates the client in the page, as `client`. */
function create(page, options = {}) {
  const usual = { domain: `http://${PROVIDER}`, appId: "shop", userPoolId: emulator.userPoolId, scope: "openid profile email" };
  const addresses = { redirectUri: `${origin}/callback`, logoutRedirectUri: `${origin}/goodbye` };
  return page.evaluate((all) => void (window.client = new AuthingFactory.Authing(all)), { ...usual, ...addresses, ...options });
}

/** A method of the client: its result, or the message of its error. */
function call(page, method, ...parameters) {
  return page.evaluate(
    ([name, given]) => window.client[name](...given).then((value) => ({ value }), (error) => ({ error: error.message })),
    [method, parameters],
  );
}

/** A method of the client that leaves the page. */
async function leave(page, method, ...parameters) {
  await page.evaluate(([name, given]) => void window.client[name](...given), [method, parameters]);
}

function scenario(name, body) {
  test(name, { timeout: 60_000 }, async () => {
    // The client takes no port in the provider's address.
    const rule = `--host-resolver-rules=MAP ${PROVIDER}:80 ${new URL(emulator.url).host}`;
    const { page, close } = await openBrowser({ locale: "en-US", flags: [rule] });
    try {
      await page.goto(origin);
      await create(page);
      await body(page);
    } finally {
      await close();
    }
  });
}

for (const redirectResponseMode of ["fragment", "query"]) {
  scenario(`login by redirect, silent login, logout: ${redirectResponseMode}`, async (page) => {
    await create(page, { redirectResponseMode });
    await leave(page, "loginWithRedirect", { customState: { cart: 1 } });
    await typePassword(page);
    await page.waitForURL(`${origin}/callback*`);
    await create(page, { redirectResponseMode, introspectAccessToken: true });
    const { value: tokens } = await call(page, "handleRedirectCallback");
    assert.deepEqual([tokens.parsedIdToken.email, tokens.parsedIdToken.aud], [EMAIL, "shop"]);

    assert.equal((await call(page, "getLoginState")).value.accessToken, tokens.accessToken, "the introspection says that it is active");
    assert.equal((await call(page, "getUserInfo")).value.nickname, "Bob");
    assert.deepEqual((await call(page, "getUserInfo", { accessToken: "x.y.z" })).value.apiCode, 2020);
    const { value: silent } = await call(page, "getLoginState", { ignoreCache: true });
    assert.equal(silent.parsedIdToken.sub, tokens.parsedIdToken.sub);
    assert.notEqual(silent.accessToken, tokens.accessToken);

    await leave(page, "logoutWithRedirect", { state: "S" });
    await page.waitForURL(`${origin}/goodbye?state=S`);
    await create(page);
    assert.equal((await call(page, "getLoginState")).value, null, "the session with the provider has ended");
  });
}

scenario("login in a window", async (page) => {
  const [popup, result] = await Promise.all([page.waitForEvent("popup"), page.evaluate(() => void (window.login = window.client.loginWithPopup()))]);
  assert.equal(result, undefined);
  await typePassword(popup);
  const tokens = await page.evaluate(() => window.login);
  assert.equal(tokens.parsedIdToken.email, EMAIL);
});

scenario("login without a redirect, and refresh", async (page) => {
  const credentials = (password) => ({ passwordPayload: { email: EMAIL, password }, options: { scope: "openid email offline_access" } });
  assert.match((await call(page, "loginByEmail", credentials("wrong1"))).error, /login error/);
  const { value: tokens } = await call(page, "loginByEmail", credentials(PASSWORD));
  const { value: renewed } = await call(page, "refreshToken");
  assert.equal(renewed.parsedIdToken.sub, tokens.parsedIdToken.sub);
  assert.notEqual(renewed.refreshToken, tokens.refreshToken);
});

scenario("login without a code: the implicit flow", async (page) => {
  await create(page, { useImplicitMode: true });
  await leave(page, "loginWithRedirect");
  await typePassword(page);
  await page.waitForURL(`${origin}/callback*`);
  await create(page, { useImplicitMode: true });
  const { value: tokens } = await call(page, "handleRedirectCallback");
  assert.deepEqual([tokens.parsedIdToken.email, tokens.parsedAccessToken.aud], [EMAIL, "shop"]);
  const { value: silent } = await call(page, "getLoginState", { ignoreCache: true });
  assert.equal(silent.parsedIdToken.sub, tokens.parsedIdToken.sub);
});

scenario("an error comes back to the application", async (page) => {
  await create(page, { scope: 'open"id' });
  await leave(page, "loginWithRedirect");
  await page.waitForURL(`${origin}/callback*`);
  await create(page);
  assert.match((await call(page, "handleRedirectCallback")).error, /invalid_scope/);
});

// The provider's login page in a headless Chromium, with scripts and without: the browser holds it to its own policy.

import assert from "node:assert/strict";
import { createServer } from "node:http";
import { once } from "node:events";
import { after, before, test } from "node:test";

import { follow, listen, logIn, openBrowser, post, startEmulator, waitForText } from "./support.mjs";

const PASSWORD = "pw123456";
const EMAIL = "bob@example.com";

let emulator;
let app;
let origin;

/** The application: it shows what comes back to it, or sends it on, and has a page that opens the login in a window. */
async function answer(request, response) {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  const url = new URL(request.url, origin);
  const form = Buffer.concat(chunks).toString();
  response.setHeader("content-type", "text/html; charset=utf-8");
  if (url.pathname === "/opener") {
    response.end(`<body><script>
      addEventListener("message", ({ origin, data }) => { document.body.textContent = JSON.stringify({ origin, data }); });
    </script></body>`);
  } else if (url.pathname === "/back-end") {
    // The same server by another name is another origin.
    response.writeHead(302, { location: `${origin.replace("127.0.0.1", "localhost")}/front-end?from=back-end` }).end();
  } else {
    const parameters = [...new URLSearchParams(form || url.search)].map(([name]) => name).join(" ");
    response.end(`<p id="came">${request.method} ${parameters}</p>`);
  }
}

before(async () => {
  app = createServer(answer).listen(0, "127.0.0.1");
  await once(app, "listening");
  origin = `http://127.0.0.1:${app.address().port}`;
  emulator = await startEmulator("--app", "shop:shop-secret", "--redirect-uri", `${origin}/callback`, "--redirect-uri", `${origin}/back-end`);
  await logIn(emulator, { email: EMAIL, password: PASSWORD, nickname: "Bob" });
});

after(async () => {
  await emulator?.stop();
  app?.close();
});

function authorizationUrl(parameters = {}) {
  const usual = { client_id: "shop", redirect_uri: `${origin}/callback`, response_type: "code", scope: "openid", state: "S" };
  return `${emulator.url}/oidc/auth?${new URLSearchParams({ ...usual, ...parameters })}`;
}

async function fillIn(page, password) {
  await page.fill("input[name=account]", EMAIL);
  await page.fill("input[name=password]", password);
}

async function typePassword(page, password = PASSWORD) {
  await fillIn(page, password);
  await follow(page, "button.first");
}

/** Runs with a browser of its own, and fails if the browser had something to object to. */
function scenario(name, options, body) {
  test(name, { timeout: 60_000 }, async () => {
    const { page, close } = await openBrowser({ locale: "en-US", ...options });
    const complaints = listen(page);
    try {
      await body(page);
      assert.deepEqual(complaints.filter((text) => !text.includes("status of 4") && !text.includes("favicon")), []);
    } finally {
      await close();
    }
  });
}

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? "with scripts" : "without scripts";

  scenario(`wrong password, then the right one: ${how}`, { javaScriptEnabled }, async (page) => {
    await page.goto(authorizationUrl());
    await typePassword(page, "wrong-password");
    assert.match(await page.textContent("[role=alert]"), /wrong/);
    await typePassword(page);
    assert.equal(await page.textContent("#came"), "GET code state iss");
  });

  scenario(`consent: ${how}`, { javaScriptEnabled }, async (page) => {
    await page.goto(authorizationUrl({ prompt: "consent", scope: "openid email offline_access" }));
    await typePassword(page);
    assert.match(await page.textContent("main"), /Email address/);
    await follow(page, "button.first");
    assert.equal(await page.textContent("#came"), "GET code state iss");
  });

  scenario(`form_post: ${how}`, { javaScriptEnabled }, async (page) => {
    await page.goto(authorizationUrl({ response_mode: "form_post" }));
    await typePassword(page);
    if (!javaScriptEnabled) await page.click("button");
    await page.waitForSelector("#came");
    assert.equal(await page.textContent("#came"), "POST code state iss");
  });
}

for (const response_mode of ["query", "form_post"]) {
  scenario(`callback redirects to another origin: ${response_mode}`, {}, async (page) => {
    await page.goto(authorizationUrl({ redirect_uri: `${origin}/back-end`, response_mode }));
    await typePassword(page);
    await page.waitForSelector("#came");
    assert.equal(await page.textContent("#came"), "GET from");
  });
}

scenario("web_message reaches the window that opened the login", {}, async (page) => {
  await page.goto(`${origin}/opener`);
  const [popup] = await Promise.all([
    page.waitForEvent("popup"),
    page.evaluate((url) => void window.open(url), authorizationUrl({ response_mode: "web_message" })),
  ]);
  // This window closes itself: nothing is left in it to wait for.
  await fillIn(popup, PASSWORD);
  await popup.click("button.first");
  await page.waitForFunction(() => document.body.textContent.includes("authorization_response"));
  const { origin: sender, data } = JSON.parse(await page.textContent("body"));
  assert.equal(sender, emulator.url);
  assert.deepEqual(Object.keys(data.response), ["code", "state", "iss"]);
});

scenario("QR code: the page follows the phone without a script", { javaScriptEnabled: false }, async (page) => {
  await page.goto(authorizationUrl());
  await follow(page, "text=Log in with a QR code");
  const id = await page.getAttribute("img.qr", "alt");
  const { openId } = await post(emulator, "/_emulator/wechat/users", { nickName: "Band" });
  await post(emulator, "/_emulator/qr/scan", { id, openId });
  await post(emulator, "/_emulator/qr/confirm", { id, openId });
  await page.waitForSelector("#came");
});

scenario("the back button after a login, and two tabs", {}, async (page) => {
  const second = await page.context().newPage();
  await page.goto(authorizationUrl({ state: "one" }));
  await second.goto(authorizationUrl({ state: "two" }));
  await typePassword(second);
  await typePassword(page);
  assert.match(page.url(), /state=one/);
  assert.match(second.url(), /state=two/);
  await page.goBack();
  await page.reload();
  assert.match(await page.textContent("[role=alert]"), /expired/);
});

scenario("Chinese and English", { locale: "zh-CN" }, async (page) => {
  await page.goto(authorizationUrl());
  assert.match(await page.textContent("h1"), /登录 shop/);
  await follow(page, "text=English");
  assert.match(await page.textContent("h1"), /Log in to shop/);
});

scenario("the emulator's page shows applications, sessions and grants, and ends them", {}, async (page) => {
  await page.goto(authorizationUrl());
  await typePassword(page);
  const code = new URL(page.url()).searchParams.get("code");
  const client = { client_id: "shop", client_secret: "shop-secret" };
  const form = { ...client, grant_type: "authorization_code", code, redirect_uri: `${origin}/callback` };
  const { access_token: token } = await (await fetch(`${emulator.url}/oidc/token`, { method: "POST", body: new URLSearchParams(form) })).json();
  await page.goto(emulator.url);
  await waitForText(page, "#apps", /shop.*shop-secret/);
  await page.click("#grants button >> nth=0");
  await page.waitForSelector("#grants td:text('revoked')");
  const sessions = await page.locator("#sessions button").count();
  await page.click("#sessions button >> nth=0");
  await page.waitForFunction((before) => document.querySelectorAll("#sessions button").length === before - 1, sessions);
  const answer = await fetch(`${emulator.url}/oidc/token/introspection`, { method: "POST", body: new URLSearchParams({ ...client, token }) });
  assert.deepEqual(await answer.json(), { active: false });
});

// examples/axum_login in a headless Chromium: from the first click to the logout, with the provider's login page in between.

import assert from "node:assert/strict";
import { test } from "node:test";

import { follow, openBrowser, post, startSite } from "./support.mjs";

const ADMIN = "ada@example.com";
const USER = "bob@example.com";
const PASSWORD = "correct horse";
const MINUTES = 60;

/** Runs with a site and a browser of its own. */
function scenario(name, body) {
  test(name, { timeout: 60_000 }, async () => {
    const site = await startSite();
    const { page, close } = await openBrowser({ locale: "en-US" });
    const refused = [];
    page.on("console", (message) => /Content Security Policy/.test(message.text()) && refused.push(message.text()));
    try {
      await body(page, site);
      assert.deepEqual(refused, []);
    } finally {
      await close();
      await site.stop();
    }
  });
}

async function typePassword(page, account = USER, password = PASSWORD) {
  await page.fill("input[name=account]", account);
  await page.fill("input[name=password]", password);
  await follow(page, "button.first");
}

/** The login page, then the page that asks for consent. */
async function passProvider(page, account) {
  await typePassword(page, account);
  await follow(page, "button.first");
}

async function logIn(page, site, account) {
  await page.goto(site.url);
  await follow(page, "#login");
  await passProvider(page, account);
  await page.waitForSelector("#hello");
}

scenario("login, profile, refresh, a page for a role, logout", async (page, site) => {
  await logIn(page, site, ADMIN);
  assert.equal(await page.textContent("#hello"), "Hello, Ada");
  assert.equal(await page.textContent("#email"), ADMIN);
  await follow(page, "#refresh");
  assert.equal(await page.textContent("#hello"), "Hello, Ada");
  await follow(page, "text=For administrators");
  assert.equal(await page.textContent("#admin"), "You have the role.");
  await follow(page, "text=Back");
  await follow(page, "#logout");
  await page.waitForSelector("#login");
  assert.equal(page.url(), `${site.url}/`, "the provider sends the browser home");
  await follow(page, "#login");
  assert.equal(await page.locator("input[name=password]").count(), 1, "the provider's session has ended, too");
});

scenario("a user without the role", async (page, site) => {
  await logIn(page, site, USER);
  await follow(page, "text=For administrators");
  assert.match(await page.textContent("[role=alert]"), /for administrators/);
});

scenario("wrong password, then the right one", async (page, site) => {
  await page.goto(`${site.url}/login`);
  await typePassword(page, USER, "wrong password");
  assert.match(await page.textContent("[role=alert]"), /wrong/);
  await passProvider(page, USER);
  assert.equal(await page.textContent("#hello"), "Hello, Bob");
});

scenario("an expired code: the site offers to begin again", async (page, site) => {
  await page.goto(`${site.url}/login`);
  await typePassword(page);
  // The browser takes long to follow the redirect.
  let callback;
  await page.route(`${site.provider.url}/**`, async (route) => {
    const response = await route.fetch({ maxRedirects: 0 });
    callback = response.headers().location;
    await route.fulfill({ body: "held" });
  });
  await follow(page, "button.first");
  await page.waitForFunction(() => document.body.textContent === "held");
  await page.unroute(`${site.provider.url}/**`);
  const now = new Date();
  await post(site.provider, "/_emulator/clock", { advanceSeconds: 11 * MINUTES });
  const response = await page.goto(callback);
  assert.equal(response.status(), 400);
  assert.match(await page.textContent("[role=alert]"), /expired/);

  await post(site.provider, "/_emulator/clock", { now: now.toISOString().replace(/\.\d+/, "") });
  await follow(page, "#login");
  await follow(page, "button.first");
  assert.equal(await page.textContent("#hello"), "Hello, Bob");
});

scenario("the back button", async (page, site) => {
  await logIn(page, site, USER);
  // To the provider's page of a login that has ended.
  await page.goBack();
  await page.goto(`${site.url}/profile`);
  assert.equal(await page.textContent("#hello"), "Hello, Bob", "the login is still there");
  await follow(page, "#logout");
  await page.waitForSelector("#login");
  await page.goBack();
  assert.equal(await page.locator("#hello").count(), 0, "no page of the user is shown after the logout");
});

scenario("a callback that is loaded twice", async (page, site) => {
  await page.goto(`${site.url}/login`);
  const [request] = await Promise.all([page.waitForRequest("**/callback?**"), passProvider(page, USER)]);
  await page.waitForSelector("#hello");
  assert.equal((await page.goto(request.url())).status(), 400);
  await page.goto(`${site.url}/profile`);
  assert.equal(await page.textContent("#hello"), "Hello, Bob");
});

scenario("two tabs at once", async (page, site) => {
  const second = await page.context().newPage();
  await page.goto(`${site.url}/login`);
  await second.goto(`${site.url}/login`);
  await passProvider(second, USER);
  await second.waitForSelector("#hello");
  await passProvider(page, USER);
  await page.waitForSelector("#hello");
  // Both tabs are one session: its tokens are refreshed by both at the same time.
  await Promise.all([follow(page, "#refresh"), follow(second, "#refresh")]);
  for (const tab of [page, second]) assert.equal(await tab.textContent("#hello"), "Hello, Bob");
  await follow(page, "#logout");
  await page.waitForSelector("#login");
  await second.goto(`${site.url}/profile`);
  assert.equal(await second.locator("input[name=password]").count(), 1, "the other tab is logged out, too");
});

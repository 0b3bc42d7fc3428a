// The SDK's client against a provider that is not of this project.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { test } from "node:test";

import { logIn } from "./browser.mjs";
import { SCOPE, startProvider } from "./provider.mjs";

const PROGRAM = process.env.AUTHING_RELYING_PARTY;
const REDIRECT_URI = "http://127.0.0.1:4000/callback";
const GOODBYE = "http://127.0.0.1:4000/goodbye";
// Characters that `Basic` encodes (RFC 6749, section 2.3.1).
const SECRET = "a secret: with +, % and &";

function application(authentication) {
  return {
    client_id: "shop",
    client_secret: SECRET,
    token_endpoint_auth_method: authentication,
    grant_types: ["authorization_code", "refresh_token", "client_credentials"],
    redirect_uris: [REDIRECT_URI],
    post_logout_redirect_uris: [GOODBYE],
    scope: `openid email offline_access ${SCOPE}`,
  };
}

/** Runs the program; a browser logs in as `ada` where the program says. What it prints in the end. */
async function run(issuer, authentication) {
  if (!PROGRAM) throw new Error("AUTHING_RELYING_PARTY should be the program's path; `cargo xtask test` sets it");
  const env = {
    ...process.env,
    ISSUER: issuer,
    CLIENT_ID: "shop",
    CLIENT_SECRET: SECRET,
    CLIENT_AUTHENTICATION: authentication,
    REDIRECT_URI,
    GOODBYE,
  };
  const program = spawn(PROGRAM, { env, stdio: ["pipe", "pipe", "inherit"] });
  const ended = once(program, "exit");
  const lines = createInterface(program.stdout)[Symbol.asyncIterator]();
  const url = (await lines.next()).value;
  program.stdin.end(`${await logIn(url, "ada", REDIRECT_URI)}\n`);
  const outcome = (await lines.next()).value;
  assert.deepEqual(await ended, [0, null]);
  return JSON.parse(outcome);
}

for (const authentication of ["client_secret_basic", "client_secret_post"]) {
  test(`all calls of an application: ${authentication}`, { timeout: 60_000 }, async () => {
    const provider = await startProvider([application(authentication)]);
    try {
      const { logout, reused, ...outcome } = await run(provider.issuer, authentication);
      assert.deepEqual(outcome, {
        sub: "ada",
        email: "ada@example.com",
        rotated: true,
        active: [true, false],
        introspected: "ada",
        scope: SCOPE,
      });
      assert.match(reused, /no longer accepts the refresh token/);
      const page = await fetch(logout);
      assert.equal(page.status, 200, await page.text());
      const { paths } = provider;
      for (const path of ["/begin", "/exchange", "/who", "/keys", "/inspect", "/withdraw", "/goodbye"]) {
        assert.ok(paths.has(path), `${path} was not called: ${[...paths].join(" ")}`);
      }
    } finally {
      provider.stop();
    }
  });
}

// A browser without scripts: it keeps cookies, follows redirects, and fills in the forms of the development pages.

import assert from "node:assert/strict";

const MAX_STEPS = 20;

/** Logs in at an authorization URL and agrees; the URL that the browser is sent back to. */
export async function logIn(url, account, redirectUri) {
  const cookies = new Map();
  let next = { url };
  for (let step = 0; step < MAX_STEPS; step += 1) {
    const response = await send(next, cookies);
    const location = response.headers.get("location");
    if (location?.startsWith(redirectUri)) return location;
    next = location ? { url: new URL(location, next.url).href } : form(await response.text(), next.url, account);
  }
  return assert.fail("the login does not end");
}

async function send({ url, body }, cookies) {
  const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
  const response = await fetch(url, { method: body ? "POST" : "GET", body, headers: { cookie }, redirect: "manual" });
  if (response.status >= 400) assert.fail(`${url}: ${response.status} ${await response.text()}`);
  for (const header of response.headers.getSetCookie()) {
    const [, name, value] = header.match(/^([^=]+)=([^;]*)/);
    cookies.set(name, value);
  }
  return response;
}

function form(html, base, account) {
  const action = html.match(/<form[^>]* action="([^"]+)"/)?.[1] ?? assert.fail(html);
  const prompt = html.match(/name="prompt" value="([^"]+)"/)?.[1] ?? assert.fail(html);
  const body = new URLSearchParams({ prompt, ...(prompt === "login" && { login: account, password: "any" }) });
  return { url: new URL(action, base).href, body };
}

// An emulator as a child process, and a headless Chromium that looks at its page.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { constants, publicEncrypt } from "node:crypto";

import { chromium } from "playwright-core";

const EMULATOR = process.env.AUTHING_EMULATOR;
const AXUM_LOGIN = process.env.AUTHING_AXUM_LOGIN;
const CHROMIUM = process.env.CHROMIUM;

// Nothing but the page: no sandbox (root has none), no calls home.
const FLAGS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export async function startEmulator(...options) {
  if (!EMULATOR) throw new Error("AUTHING_EMULATOR should be the emulator's path; `cargo xtask test` sets it");
  const program = spawn(EMULATOR, ["--listen", "127.0.0.1:0", ...options], { stdio: ["ignore", "pipe", "inherit"] });
  const [line] = await once(createInterface(program.stdout), "line");
  const url = line.replace("listening on ", "");
  const { userPoolId, publicKey } = await (await fetch(`${url}/_emulator`)).json();
  return { url, userPoolId, publicKey, stop: () => stop(program) };
}

/** The site of examples/axum_login, with an emulator that it starts. */
export async function startSite() {
  if (!AXUM_LOGIN) throw new Error("AUTHING_AXUM_LOGIN should be the example's path; `cargo xtask test` sets it");
  const env = { ...process.env, AUTHING_SERVER_LISTEN: "127.0.0.1:0" };
  const program = spawn(AXUM_LOGIN, { env, stdio: ["ignore", "pipe", "inherit"] });
  const lines = createInterface(program.stdout)[Symbol.asyncIterator]();
  const read = async (prefix) => (await lines.next()).value.replace(prefix, "");
  const url = await read("listening on ");
  const provider = { url: await read("the provider is ") };
  return { url, provider, stop: () => stop(program) };
}

async function stop(program) {
  if (program.exitCode !== null) return;
  const ended = once(program, "exit");
  program.kill("SIGINT");
  await ended;
}

// A browser with a profile of its own, gone afterwards.
export async function openBrowser({ flags = [], ...options } = {}) {
  if (!CHROMIUM) throw new Error("CHROMIUM should be the browser's path; `cargo xtask test` sets it");
  const profile = await mkdtemp(join(tmpdir(), "authing-page-"));
  const context = await chromium.launchPersistentContext(profile, { executablePath: CHROMIUM, args: [...FLAGS, ...flags], ...options });
  return {
    page: context.pages()[0],
    close: async () => {
      await context.close();
      await rm(profile, { recursive: true, force: true });
    },
  };
}

/** The emulator's page in a browser, and what it complains of. */
export async function openPage(emulator) {
  const browser = await openBrowser({ locale: "en-GB" });
  const complaints = listen(browser.page);
  await browser.page.goto(emulator.url);
  return { browser, page: browser.page, complaints };
}

/** What a page complains of from now on: a file that its own policy refuses, or a script that fails, is told nowhere else. */
export function listen(page) {
  const complaints = [];
  page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(String(error)));
  return complaints;
}

/** Clicks what leads to another page, and waits until that page is there: what is read next is read from it. */
export async function follow(page, selector) {
  await Promise.all([page.waitForEvent("domcontentloaded"), page.click(selector)]);
}

/** Waits until an element that a script fills holds a text. */
export async function waitForText(page, selector, text) {
  await page.locator(selector).filter({ hasText: text }).first().waitFor();
}

export async function post(emulator, path, body) {
  const answer = await fetch(emulator.url + path, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  return answer.json();
}

export async function graphql(emulator, query, variables) {
  const { data, errors } = await post(emulator, "/graphql", { query, variables });
  if (errors) throw new Error(JSON.stringify(errors));
  return data;
}

export function encrypt({ publicKey }, password) {
  const key = { key: publicKey, padding: constants.RSA_PKCS1_PADDING };
  return publicEncrypt(key, Buffer.from(password)).toString("base64");
}

// Registers and logs in; the user with a token.
export async function logIn(emulator, { email, password, nickname }) {
  const pool = emulator.userPoolId;
  const info = { email, nickname, password: encrypt(emulator, password), registerInClient: pool };
  await graphql(emulator, "mutation($info: UserRegisterInput!) { register(userInfo: $info) { _id } }", { info });
  const login = `mutation($email: String, $password: String, $pool: String!) {
    login(email: $email, password: $password, registerInClient: $pool) { _id token } }`;
  return (await graphql(emulator, login, { email, password: encrypt(emulator, password), pool })).login;
}

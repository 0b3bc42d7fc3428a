// A single-page application with an origin of its own. It loads a published client, whose provider is the emulator.

import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";

export const PASSWORD = "pw123456";
export const EMAIL = "bob@example.com";
/** The provider's host. It is of one site with the application's, and a secure context for the browser. */
export const PROVIDER = "auth.app.localhost";

/** Serves a page with these scripts: files of `node_modules`. */
export async function startPage(scripts) {
  const files = new Map(scripts.map((file, index) => [`/${index}.js`, new URL(`node_modules/${file}`, import.meta.url)]));
  const tags = [...files.keys()].map((path) => `<script src="${path}"></script>`).join("");
  const html = `<!doctype html><title>shop</title><link rel="icon" href="data:,"><body>${tags}`;
  const server = createServer(async (request, response) => {
    const file = files.get(new URL(request.url, "http://page").pathname);
    response.setHeader("content-type", file ? "text/javascript" : "text/html; charset=utf-8");
    response.end(file ? await readFile(file) : html);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  return { origin: `http://shop.app.localhost:${server.address().port}`, close: () => server.close() };
}

/** Fills in the provider's login page. */
export async function typePassword(page) {
  await page.fill("input[name=account]", EMAIL);
  await page.fill("input[name=password]", PASSWORD);
  await page.click("button.first");
}

// What a client is configured with, to copy.

import { element, keyed } from "./dom.js";
import { text } from "./texts.js";

const COPIED_MS = 1500;

export function connection({ hosts, userPoolId, secret, wechatAppId, issuer, apps, publicKey }) {
  const { id: appId, secret: appSecret } = apps[0];
  const all = { url: hosts.core, userPoolId, secret, wechatAppId, issuer, appId, appSecret, publicKey: publicKey.trim() };
  // A public client has no secret.
  const values = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
  return [element("dl", {}, ...Object.entries(values).flatMap(([name, value]) => row(name, value)))];
}

function row(name, value) {
  const shown = value.includes("\n") ? element("pre", { tabIndex: 0 }, value) : element("code", {}, value);
  return [element("dt", {}, text(name)), element("dd", {}, shown, copyButton(name, value))];
}

function copyButton(name, value) {
  const made = keyed(element("button", { type: "button", ariaLabel: text("copyIt", text(name)) }, text("copy")), `copy ${name}`);
  made.addEventListener("click", async () => {
    await navigator.clipboard.writeText(value);
    made.textContent = text("copied");
    setTimeout(() => (made.textContent = text("copy")), COPIED_MS);
  });
  return made;
}

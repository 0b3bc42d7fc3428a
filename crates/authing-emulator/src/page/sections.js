// What each section of the page shows of what the emulator answers.

import { element, json, keyed, table } from "./dom.js";
import { paged } from "./paging.js";
import { dateTime, text, timeOfDay } from "./texts.js";

const OK = 200;

export function users(list, changed) {
  if (list.length === 0) return [empty("noUsers")];
  const { part, controls } = paged("users", list, changed);
  return [...part.map(user), ...controls];
}

export function wechatUsers(list, changed) {
  if (list.length === 0) return [empty("noWechatUsers")];
  const { part, controls } = paged("wechat-users", list, changed);
  const row = ({ nickName, openId }) => element("li", {}, `${nickName} `, element("code", {}, openId));
  return [element("ul", {}, ...part.map(row)), ...controls];
}

function user({ tokens, ...user }) {
  const names = [user.email, user.phone, user.username, user.nickname, user.openid].filter(Boolean);
  const facts = [
    user.loginsCount > 0 ? text("logins", user.loginsCount) : text("never"),
    user.blocked ? text("blocked") : null,
  ].filter(Boolean);
  return keyed(
    element(
      "details",
      {},
      keyed(
        element(
          "summary",
          {},
          names.join(" · ") || user._id,
          element("span", { className: "quiet" }, ` — ${facts.join(", ")}`),
        ),
        `summary ${user._id}`,
      ),
      element("h3", {}, text("tokens")),
      ...(tokens.length === 0 ? [empty("noTokens")] : tokens.map(token)),
      element("h3", {}, text("profile")),
      json(known(user)),
    ),
    user._id,
  );
}

// What is null or empty says nothing.
function known(user) {
  return Object.fromEntries(Object.entries(user).filter(([, value]) => value !== null && value !== ""));
}

export function token({ header, payload, status }) {
  if (header === null || payload === null) return empty("notAToken");
  return element("div", {}, verdict(status), json({ header, payload }), lifetime(payload));
}

function verdict({ code, message }) {
  return element("span", { className: code === OK ? "good" : "bad" }, `${code} ${message}`);
}

function lifetime({ iat, exp }) {
  if (!Number.isFinite(iat) || !Number.isFinite(exp)) return null;
  return element("p", { className: "note" }, `${seconds(iat)} → ${seconds(exp)}`);
}

function seconds(since) {
  return dateTime(new Date(since * 1000)) ?? String(since);
}

export function inbox(messages) {
  if (messages.length === 0) return [empty("noMessages")];
  const rows = messages.map((message) => [
    number(clock(message.sentAt)),
    element("code", {}, message.to),
    message.text,
    element("span", { className: "code" }, message.code),
  ]);
  return [table(text("inbox"), [text("time"), text("to"), text("text"), text("code")], rows)];
}

export function requests(entries) {
  if (entries.length === 0) return [empty("noRequests")];
  const headings = ["time", "request", "operation", "status", "resultCode", "duration"].map((name) => text(name));
  const rows = entries.map((entry) => [
    number(clock(entry.at)),
    element("code", {}, `${entry.method} ${entry.path}`),
    entry.operation,
    entry.status === null
      ? element("span", { className: "bad" }, text("noAnswer"))
      : element("span", { className: entry.status < 400 ? "good" : "bad" }, String(entry.status)),
    entry.code === null
      ? null
      : element("span", { className: entry.code === OK ? "good" : "bad" }, String(entry.code)),
    number(`${(entry.durationMicros / 1000).toFixed(1)} ms`),
  ]);
  return [table(text("requests"), headings, rows)];
}

function number(content) {
  return element("td", { className: "number" }, content);
}

function clock(iso) {
  return timeOfDay(new Date(iso)) ?? iso;
}

function empty(name) {
  return element("p", { className: "empty" }, text(name));
}

// The OpenID provider: applications, browsers' sessions, and what users have granted.

import { element, keyed, table } from "./dom.js";
import { dateTime, text } from "./texts.js";

export function apps(list) {
  const headings = ["app", "secret", "redirectUris", "idTokenAlg"].map((name) => text(name));
  const rows = list.map(({ id, name, secret, redirectUris, idTokenSignedResponseAlg }) => [
    element("span", {}, name === undefined ? "" : `${name} `, element("code", {}, id)),
    secret === undefined ? text("publicClient") : element("code", {}, secret),
    lines(redirectUris),
    idTokenSignedResponseAlg,
  ]);
  return [table(text("apps"), headings, rows)];
}

// `act(path, body)` asks the emulator and shows what it answered.
export function sessions(list, act) {
  if (list.length === 0) return [empty("noSessions")];
  const headings = ["user", "since", "action"].map((name) => text(name));
  const rows = list.map(({ sid, user, userId, authenticatedAt }) => [
    user ?? userId,
    moment(authenticatedAt),
    button("endSession", sid, () => act("sessions/end", { sid })),
  ]);
  return [table(text("sessionsOpen"), headings, rows)];
}

export function grants(list, act) {
  if (list.length === 0) return [empty("noGrants")];
  const headings = ["app", "user", "scope", "since", "action"].map((name) => text(name));
  const rows = list.map(({ id, appId, user, userId, scope, issuedAt, revoked }) => [
    element("code", {}, appId),
    user ?? userId,
    scope,
    moment(issuedAt),
    revoked ? text("revoked") : button("revoke", id, () => act("grants/revoke", { id })),
  ]);
  return [table(text("grants"), headings, rows)];
}

function lines(values) {
  return element("span", {}, ...values.flatMap((value) => [element("code", {}, value), element("br")]));
}

function moment(iso) {
  return dateTime(new Date(iso)) ?? iso;
}

function button(name, key, clicked) {
  const made = keyed(element("button", { type: "button" }, text(name)), `${name} ${key}`);
  made.addEventListener("click", clicked);
  return made;
}

function empty(name) {
  return element("p", { className: "empty" }, text(name));
}

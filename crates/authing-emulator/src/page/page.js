// Asks the emulator for its state, again and again, and shows what has changed.

import { connection } from "./connection.js";
import { replace } from "./dom.js";
import { departments, groups, roles } from "./organization.js";
import { apps, grants, sessions } from "./provider.js";
import { qr } from "./qr.js";
import { inbox, requests, token, users, wechatUsers } from "./sections.js";
import { applyTexts, changeLanguage, dateTime, text } from "./texts.js";

const PAUSE_MS = 1500;

// What each section asks for, and how it shows that.
const SECTIONS = [
  { id: "users", paths: ["users"], show: ([list]) => users(list, () => showAgain("users")) },
  { id: "wechat-users", paths: ["wechat/users"], show: ([list]) => wechatUsers(list, () => showAgain("wechat-users")) },
  { id: "inbox", paths: ["inbox"], show: ([messages]) => inbox(messages) },
  {
    id: "qr",
    paths: ["qr", "users", "wechat/users"],
    show: ([codes, users, wechatUsers]) => qr({ codes, users, wechatUsers }, (path, body) => act("qr", path, body)),
  },
  { id: "apps", paths: ["apps"], show: ([list]) => apps(list) },
  { id: "sessions", paths: ["sessions"], show: ([list]) => sessions(list, (path, body) => act("provider", path, body)) },
  { id: "grants", paths: ["grants"], show: ([list]) => grants(list, (path, body) => act("provider", path, body)) },
  { id: "departments", paths: ["departments"], show: ([list]) => departments(list) },
  { id: "groups", paths: ["groups"], show: ([list]) => groups(list, () => showAgain("groups")) },
  { id: "roles", paths: ["roles"], show: ([list]) => roles(list, () => showAgain("roles")) },
  { id: "requests", paths: ["requests"], show: ([entries]) => requests(entries) },
];

// What each section shows, as it was answered.
const shown = new Map();

async function refresh() {
  try {
    await Promise.all([about(), ...SECTIONS.map(refreshSection)]);
    connected(true);
  } catch {
    connected(false);
  }
}

async function refreshSection({ id, paths, show }) {
  const answers = await Promise.all(paths.map(async (path) => (await get(path)).json()));
  const told = JSON.stringify(answers);
  if (shown.get(id) === told) return;
  shown.set(id, told);
  replace(document.getElementById(id), ...show(answers));
}

// Shows a section anew, though nothing has changed.
function showAgain(id) {
  shown.delete(id);
  refresh();
}

async function about() {
  const { now, users: _, ...fixed } = await (await get("")).json();
  document.getElementById("about").textContent = `${text("pool", fixed.userPoolId)} · ${dateTime(new Date(now)) ?? now}`;
  const told = JSON.stringify(fixed);
  if (shown.get("connect") === told) return;
  shown.set("connect", told);
  replace(document.getElementById("connect"), ...connection(fixed));
}

async function get(name) {
  const answer = await fetch(name === "" ? "/_emulator" : `/_emulator/${name}`);
  if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
  return answer;
}

function connected(is) {
  const place = document.getElementById("connection");
  const words = is ? "" : text("lost");
  place.classList.toggle("lost", !is);
  // Said once, not at every try: it is read aloud.
  if (place.textContent !== words) place.textContent = words;
}

async function post(path, body) {
  const answer = await fetch(`/_emulator/${path}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  return answer.json();
}

async function decode(event) {
  event.preventDefault();
  try {
    const decoded = await post("tokens/decode", { token: document.getElementById("token").value });
    replace(document.getElementById("decoded"), token(decoded));
  } catch {
    connected(false);
  }
}

// What is done in a section, and what became of it.
async function act(section, path, body) {
  try {
    const { error } = await post(path, body);
    document.getElementById(`${section}-problem`).textContent = error === undefined ? "" : text("refused", error);
    await refresh();
  } catch {
    connected(false);
  }
}

async function keepRefreshing() {
  if (!document.hidden) await refresh();
  setTimeout(keepRefreshing, PAUSE_MS);
}

document.getElementById("decode").addEventListener("submit", decode);
document.getElementById("language").addEventListener("click", () => {
  changeLanguage();
  shown.clear();
  refresh();
});
applyTexts();
keepRefreshing();

// Asks the emulator how things are, again and again, and shows what has changed.

import { replace } from "./dom.js";
import { inbox, requests, token, users } from "./sections.js";
import { applyTexts, changeLanguage, text } from "./texts.js";

const PAUSE_MS = 1500;

const SECTIONS = [
  { id: "users", show: users },
  { id: "inbox", show: inbox },
  { id: "requests", show: requests },
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

async function refreshSection({ id, show }) {
  const answer = await (await get(id)).text();
  if (shown.get(id) === answer) return;
  shown.set(id, answer);
  replace(document.getElementById(id), ...show(JSON.parse(answer)));
}

async function about() {
  const { userPoolId, now } = await (await get("")).json();
  document.getElementById("about").textContent = `${text("pool", userPoolId)} · ${new Date(now).toLocaleString()}`;
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

async function decode(event) {
  event.preventDefault();
  const place = document.getElementById("decoded");
  try {
    const answer = await fetch("/_emulator/tokens/decode", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ token: document.getElementById("token").value }),
    });
    replace(place, token(await answer.json()));
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

// QR codes to log in with, and the user with the phone.

import { element, keyed } from "./dom.js";
import { text } from "./texts.js";

// The user last chosen to scan a code, so that the choice outlives a refresh.
const chosen = new Map();

// `act(name, body)` asks the emulator and says what it refused.
export function qr({ codes, users, wechatUsers }, act) {
  if (codes.length === 0) return [element("p", { className: "empty" }, text("noQr"))];
  const scanners = [
    ...users.map((user) => ({ name: user.email ?? user.phone ?? user.username ?? user._id, who: { userId: user._id } })),
    ...wechatUsers.map(({ nickName, openId }) => ({ name: text("onWechat", nickName), who: { openId } })),
  ];
  return codes.map((code) => card(code, scanners, act));
}

function card({ id, scene, status }, scanners, act) {
  const open = status === "waiting" || status === "scanned";
  const picture = element("img", { src: `/_emulator/qr/${encodeURIComponent(id)}/picture.svg`, alt: text("qrPicture", id) });
  const said = element("div", {}, `${scene} · `, element("strong", {}, text("stages")[status] ?? status));
  const controls = open ? actions(id, status, scanners, act) : [];
  return element("div", { className: "qr" }, picture, element("div", {}, said, element("code", {}, id), ...controls));
}

function actions(id, status, scanners, act) {
  if (scanners.length === 0) return [element("p", { className: "empty" }, text("nobody"))];
  const select = keyed(element("select"), `who ${id}`);
  select.append(...scanners.map(({ name }, index) => element("option", { value: String(index) }, name)));
  select.value = chosen.get(id) ?? "0";
  select.addEventListener("change", () => chosen.set(id, select.value));
  const who = () => scanners[Number(select.value)]?.who ?? {};
  const button = (name, body) => {
    const made = keyed(element("button", { type: "button" }, text(name)), `${name} ${id}`);
    made.addEventListener("click", () => act(`qr/${name}`, { id, ...body() }));
    return made;
  };
  const next = status === "waiting" ? button("scan", who) : button("confirm", () => ({}));
  const others = ["cancel", "expire"].map((name) => button(name, () => ({})));
  return [
    status === "waiting" ? element("label", {}, `${text("who")} `, select) : null,
    element("div", { className: "actions" }, next, ...others),
  ].filter(Boolean);
}

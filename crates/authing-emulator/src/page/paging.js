// A long list, page by page.

import { element, keyed } from "./dom.js";
import { text } from "./texts.js";

const SIZE = 10;

// The page that each list shows, so that it outlives a refresh.
const pages = new Map();

// The part of the list that is shown, and the controls below it. `changed` is called when another page is chosen.
export function paged(name, list, changed) {
  const last = Math.max(0, Math.ceil(list.length / SIZE) - 1);
  const page = Math.min(pages.get(name) ?? 0, last);
  const part = list.slice(page * SIZE, (page + 1) * SIZE);
  if (last === 0) return { part, controls: [] };
  const turn = (label, to) => {
    const made = keyed(element("button", { type: "button", disabled: to < 0 || to > last }, text(label)), `${label} ${name}`);
    made.addEventListener("click", () => {
      pages.set(name, to);
      changed();
    });
    return made;
  };
  const position = element("span", { className: "quiet" }, text("pageOf", page + 1, last + 1, list.length));
  return { part, controls: [element("div", { className: "actions pages" }, turn("previous", page - 1), position, turn("next", page + 1))] };
}

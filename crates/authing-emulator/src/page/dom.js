// Builds elements. Whatever comes from the emulator goes in as text, never as markup.

export function element(name, properties = {}, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children.filter((child) => child !== null && child !== undefined));
  return made;
}

export function table(caption, headings, rows) {
  const head = headings.map((text) => element("th", { scope: "col" }, text));
  const body = rows.map((cells) => element("tr", {}, ...cells.map(cell)));
  const made = element(
    "table",
    {},
    element("thead", {}, element("tr", {}, ...head)),
    element("tbody", {}, ...body),
  );
  made.setAttribute("aria-label", caption);
  return element("div", { className: "scroll" }, made);
}

function cell(content) {
  return content instanceof HTMLTableCellElement ? content : element("td", {}, content ?? "–");
}

export function json(value) {
  return element("pre", { tabIndex: 0 }, JSON.stringify(value, null, 2));
}

// Puts new content in the place of the old. What was opened stays open, what had the focus keeps it.
export function replace(place, ...children) {
  const opened = new Set([...place.querySelectorAll("details[open]")].map((details) => details.dataset.key));
  const focused = place.contains(document.activeElement) ? document.activeElement.dataset.key : undefined;
  place.replaceChildren(...children);
  for (const details of place.querySelectorAll("details")) {
    if (opened.has(details.dataset.key)) details.open = true;
  }
  if (focused !== undefined) {
    [...place.querySelectorAll("[data-key]")].find((child) => child.dataset.key === focused)?.focus();
  }
}

// Marks an element so that its like is found again after a replacement.
export function keyed(made, key) {
  made.dataset.key = key;
  return made;
}

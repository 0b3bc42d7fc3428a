// What the administrator has made: departments as a tree, groups, and roles by namespace.

import { element, table } from "./dom.js";
import { paged } from "./paging.js";
import { text } from "./texts.js";

// Each department comes after the one above it.
export function departments(list) {
  if (list.length === 0) return [empty("noDepartments")];
  const tree = element("ul", { className: "tree" });
  const items = new Map();
  for (const { id, parent, name, code, organization, members } of list) {
    const shownCode = parent === null ? organization : code;
    const item = element("li", {}, ...named(name, shownCode), " ", counted(members, String));
    const above = items.get(parent);
    (above === undefined ? tree : listOf(above)).append(item);
    items.set(id, item);
  }
  return [tree];
}

// The list below an item, which it has from its first child on.
function listOf(item) {
  if (!(item.lastChild instanceof HTMLUListElement)) item.append(element("ul"));
  return item.lastChild;
}

export function groups(list, changed) {
  if (list.length === 0) return [empty("noGroups")];
  const { part, controls } = paged("groups", list, changed);
  const rows = part.map(({ code, name, members }) => [element("span", {}, ...named(name, code)), counted(members, String)]);
  return [table(text("groups"), [text("group"), text("members")], rows), ...controls];
}

export function roles(list, changed) {
  if (list.length === 0) return [empty("noRoles")];
  const { part, controls } = paged("roles", list, changed);
  // They come by namespace.
  const namespaces = [...new Set(part.map(({ namespace }) => namespace))];
  const tables = namespaces.flatMap((name) => rolesOf(name, part.filter(({ namespace }) => namespace === name)));
  return [...tables, ...controls];
}

function rolesOf(namespace, list) {
  const title = text("namespace", namespace);
  const rows = list.map(({ code, name, enabled, targets }) => [
    element("span", {}, ...named(name, code), enabled ? null : element("span", { className: "bad" }, ` ${text("disabled")}`)),
    counted(targets, ({ targetType, name }) => (targetType === "USER" ? name : `${text("targets")[targetType]} ${name}`)),
  ]);
  return [element("h4", {}, title), table(title, [text("role"), text("givenTo")], rows)];
}

// A name and, if it is another, the code.
function named(name, code) {
  return code === null || code === name ? [name] : [`${name} `, element("code", {}, code)];
}

// The count, and the names of the first.
function counted({ count, first }, name) {
  if (count === 0) return element("span", { className: "quiet" }, text("noMembers"));
  const more = count > first.length ? text("andMore", count - first.length) : "";
  return element("span", { className: "quiet" }, `${text("memberCount", count)}${first.map(name).join(text("comma"))}${more}`);
}

function empty(name) {
  return element("p", { className: "empty" }, text(name));
}

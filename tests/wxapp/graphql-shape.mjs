// A GraphQL document in the shape in which tests/data/wire.json records one.

import { Kind, parse } from 'graphql';

/** Kind, root field, raw arguments (variables as `$name`) and selection of a document with one operation and one root field. */
export function describe(document) {
  const [operation] = parse(document).definitions;
  const [root] = operation.selectionSet.selections;
  return {
    kind: operation.operation,
    field: root.name.value,
    arguments: Object.fromEntries(root.arguments.map(({ name, value }) => [name.value, raw(value)])),
    selection: selected(root),
  };
}

/** What the arguments come to with these variables: a variable that was not given leaves no trace. */
export function effective(value, variables) {
  if (typeof value === 'string' && value.startsWith('$')) return variables?.[value.slice(1)];
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).map(([name, below]) => [name, effective(below, variables)]);
  return Object.fromEntries(entries.filter(([, below]) => below !== undefined));
}

function raw(value) {
  switch (value.kind) {
    case Kind.VARIABLE: return `$${value.name.value}`;
    case Kind.OBJECT: return Object.fromEntries(value.fields.map(({ name, value: below }) => [name.value, raw(below)]));
    case Kind.LIST: return value.values.map(raw);
    case Kind.NULL: return null;
    case Kind.BOOLEAN: return value.value;
    case Kind.INT: case Kind.FLOAT: return Number(value.value);
    default: return value.value;
  }
}

function selected(field) {
  if (!field.selectionSet) return true;
  return Object.fromEntries(field.selectionSet.selections.map((below) => [below.name.value, selected(below)]));
}

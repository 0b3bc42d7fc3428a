// How texts get in and out of the module's memory.

const view = (wasm, at, length) => new Uint8Array(wasm.memory.buffer, at, length);

/** Bytes in the module's memory. */
function writeBytes(wasm, bytes) {
  const at = wasm.alloc(bytes.length);
  view(wasm, at).set(bytes);
  return at;
}

/** Calls an export with a text, and what goes before it. */
function withText(wasm, name, text, ...before) {
  const bytes = encode(text);
  return wasm[name](...before, writeBytes(wasm, bytes), bytes.length);
}

/** A text for the module, its length before it; for nothing, nothing. */
function writeString(wasm, text) {
  if (!text) return 0;
  const bytes = encode(text), at = wasm.alloc(4 + bytes.length);
  new DataView(wasm.memory.buffer).setUint32(at, bytes.length, true);
  view(wasm, at + 4).set(bytes);
  return at;
}

/** A step that the module gave. */
function readStep(wasm, at) {
  const length = new DataView(wasm.memory.buffer).getUint32(at, true), text = decode(view(wasm, at + 4, length));
  wasm.dealloc(at);
  return JSON.parse(text);
}

// How texts get in and out of the module's memory.

const view = (wasm, at, length) => new Uint8Array(wasm.memory.buffer, at, length);

/** Bytes for the module, which takes them back: `alloc` writes their length before them. */
function writeBytes(wasm, bytes) {
  const at = wasm.alloc(bytes.length);
  view(wasm, at + 4).set(bytes);
  return at;
}

/** A text for the module; for nothing, nothing. */
const writeText = (wasm, text) => text ? writeBytes(wasm, encode(text)) : 0;

/** A step that the module gave. */
function readStep(wasm, at) {
  const length = new DataView(wasm.memory.buffer).getUint32(at, true), text = decode(view(wasm, at + 4, length));
  wasm.dealloc(at);
  return JSON.parse(text);
}

// How texts get in and out of the module's memory.

const view = (at, length) => new Uint8Array(wasm.memory.buffer, at, length);

/** Bytes for the module, which takes them back: `alloc` writes their length before them. */
function writeBytes(bytes) {
  const at = wasm.alloc(bytes.length);
  view(at + 4).set(bytes);
  return at;
}

/** A text for the module; for nothing, nothing. */
const writeText = text => text ? writeBytes(encode(text)) : 0;

/** A text that the module gave. */
function readText(at) {
  const text = decode(view(at + 4, new DataView(wasm.memory.buffer).getUint32(at, true)));
  wasm.dealloc(at);
  return text;
}

/** A step that the module gave. */
const readStep = at => JSON.parse(readText(at));

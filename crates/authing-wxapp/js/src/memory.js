// Texts in the module's memory. Each has its length before it, in four bytes.

const view = (at, length) => new Uint8Array(wasm.memory.buffer, at, length);

/** Writes bytes to memory that the module then owns. `alloc` has written their length. */
function writeBytes(bytes) {
  const at = wasm.alloc(bytes.length);
  view(at + 4).set(bytes);
  return at;
}

/** Writes a text for the module. An empty or missing text is a null pointer. */
const writeText = text => text ? writeBytes(encode(text)) : 0;

/** Reads a text of the module, and frees it. */
function readText(at) {
  const text = decode(view(at + 4, new DataView(wasm.memory.buffer).getUint32(at, true)));
  wasm.dealloc(at);
  return text;
}

/** Reads a step of the module. */
const readStep = at => JSON.parse(readText(at));

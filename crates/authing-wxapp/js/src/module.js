// The WebAssembly module: where it is found, how texts get in and out of its memory, and what happens when it traps.

// A silent `WXWebAssembly.instantiate` counts as failed after this time.
const LOAD_TIMEOUT_MS = 10000;

// Where habit, npm and the guide put the folder; '' is a script that was bundled into one file, with the module at the root.
const FOLDERS = ['', 'miniprogram_npm/', 'path/to/', 'utils/', 'lib/', 'libs/', 'vendor/', 'static/', 'sdk/'].map(folder => folder + 'authing/')
  .concat('', 'miniprogram_npm/authing-wxapp/');

// More folders of pages than any subpackage has.
const MAX_ROOTS = 12;

// The module, once it is loaded, and the loading, for those who wait. One for all clients.
let loaded, loading;

// Where the module's messages are read from, until they are.
let unread;

/** Loads the module, from the first path at which there is one. After a failure the next call tries anew. */
function load(paths) {
  if (!loading) {
    loading = tryLoad(paths || candidatePaths(), 0).then(module => loaded = module);
    loading.catch(() => { loading = undefined; });
  }
  return loading;
}

const tryLoad = (paths, at, first) => instantiate(paths[at]).catch(error => {
  // What is silent or missing at one path is so at all.
  if (error && error.code === 'WASM') throw error;
  first = first || `${paths[at]}: ${errorMessage(error)}`;
  if (++at < paths.length) return tryLoad(paths, at, first);
  throw failure('WASM', 'NOT_FOUND', `give the path of authing.wasm.br as wasmPath (${first})`);
});

const instantiate = path => new Promise((resolve, reject) => {
  if (typeof WXWebAssembly === 'undefined') throw failure('WASM', 'NO_API', 'WXWebAssembly needs base library 2.14.0');
  const timer = setTimeout(reject, LOAD_TIMEOUT_MS, failure('WASM', 'TIMEOUT', 'WXWebAssembly.instantiate did not return'));
  const module = { dead: false };
  const storage = (what, text, length) => useStorage(module.exports, what, text, length);
  Promise.resolve(WXWebAssembly.instantiate(path, { wx: { storage } })).then(({ instance }) => {
    const { exports } = instance;
    if (!exports.memory || !exports.call_step) throw Error('not the module of this package');
    unread = module.exports = exports;
    return module;
  }).then(resolve, reject).then(() => clearTimeout(timer));
});

/**
 * Where the module may be. Every folder of `FOLDERS`, below the root and below each folder that a page on the stack is in: one of
 * those is the subpackage's root.
 */
function candidatePaths() {
  const roots = ['/'], paths = [];
  try {
    for (const { route } of getCurrentPages()) {
      String(route).split('/').slice(0, -1).reduce((root, name) => {
        root += name + '/';
        if (roots.indexOf(root) < 0 && roots.length < MAX_ROOTS) roots.push(root);
        return root;
      }, '/');
    }
  } catch (_) {
    // Without pages there is the root.
  }
  for (const file of ['authing.wasm.br', 'authing.wasm']) {
    for (const root of roots) {
      for (const folder of FOLDERS) paths.push(root + folder + file);
    }
  }
  return paths;
}

/**
 * Calls the module's exports. After a trap its memory means nothing any more: it is given up, with every code that it had taken
 * and every call in it, and the next call loads it anew.
 */
function enter({ module, store }, use) {
  if (module.dead) throw failure('WASM', 'TRAP', 'it has trapped before');
  activeStore = store;
  try {
    return use(module.exports);
  } catch (error) {
    module.dead = true;
    if (loaded === module) loaded = loading = undefined;
    throw failure('WASM', 'TRAP', errorMessage(error));
  } finally {
    activeStore = undefined;
  }
}

/** The module's messages join the script's, when the first error needs them. They are constants: a trap leaves them as they are. */
function readModuleMessages() {
  if (!unread) return;
  const bytes = view(unread, unread.messages());
  addMessages(decode(bytes.subarray(0, bytes.indexOf(0))));
  unread = undefined;
}

/** The storage of the active client's token, for the module. */
function useStorage(wasm, what, text, length) {
  try {
    if (what === 2) activeStore.remove();
    else if (what === 1) activeStore.write(decode(view(wasm, text, length)));
    else return writeString(wasm, activeStore.read());
    return 0;
  } catch (error) {
    return writeString(wasm, '!' + errorMessage(error));
  }
}

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

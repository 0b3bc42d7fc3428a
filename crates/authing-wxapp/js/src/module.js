// The WebAssembly module: how it is loaded, what it is given, and what happens when it traps.

// A silent `WXWebAssembly.instantiate` counts as failed after this time.
const LOAD_TIMEOUT_MS = 10000;

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
    if (!exports.memory || !exports.messages) throw Error('not the module of this package');
    unread = module.exports = exports;
    return module;
  }).then(resolve, reject).then(() => clearTimeout(timer));
});

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
    else return writeText(wasm, activeStore.read());
    return 0;
  } catch (error) {
    return writeText(wasm, '!' + errorMessage(error));
  }
}

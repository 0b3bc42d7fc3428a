// The WebAssembly module: where it is found, how texts get in and out of its memory, and what happens when it traps.

// A silent `WXWebAssembly.instantiate` counts as failed after this time.
var LOAD_TIMEOUT_MS = 10000;

// Where habit, npm and the guide put the folder; '' is a script that was bundled into one file, with the module at the root.
var FOLDERS = ['authing/', '', 'miniprogram_npm/authing-wxapp/', 'miniprogram_npm/authing/', 'path/to/authing/', 'utils/authing/',
  'lib/authing/', 'libs/authing/', 'vendor/authing/', 'static/authing/', 'sdk/authing/'];

// More folders of pages than any subpackage has.
var MAX_ROOTS = 12;

// The module, once it is loaded, and the loading, for those who wait. One for all clients.
var loaded, loading;

/** Loads the module, from the first path at which there is one. After a failure the next call tries anew. */
function load(paths) {
  if (!loading) {
    loading = tryLoad(paths || candidatePaths(), 0).then(function (module) { return loaded = module; });
    loading.catch(function () { loading = undefined; });
  }
  return loading;
}

function tryLoad(paths, at, first) {
  return instantiate(paths[at]).catch(function (error) {
    // What is silent or missing at one path is so at all.
    if (error && error.code === 'WASM') throw error;
    first = first || paths[at] + ': ' + errorMessage(error);
    if (at + 1 < paths.length) return tryLoad(paths, at + 1, first);
    throw failure('WASM', 'NOT_FOUND', 'authing.wasm.br cannot be loaded: give its path in the code package as wasmPath (' + first + ')');
  });
}

function instantiate(path) {
  return new Promise(function (resolve, reject) {
    if (typeof WXWebAssembly === 'undefined') throw failure('WASM', 'NO_API', 'WXWebAssembly is missing: it needs base library 2.14.0');
    var timer = setTimeout(reject, LOAD_TIMEOUT_MS, failure('WASM', 'TIMEOUT', 'WXWebAssembly.instantiate did not return'));
    var module = { dead: false, exports: undefined };
    function storage(what, text, length) { return useStorage(module, what, text, length); }
    Promise.resolve(WXWebAssembly.instantiate(path, { wx: { storage: storage } })).then(function (result) {
      module.exports = result.instance.exports;
      if (!module.exports.memory || !module.exports.call_step) throw new Error('it is not the module of this package');
      return module;
    }).then(resolve, reject).then(function () { clearTimeout(timer); });
  });
}

/**
 * Where the module may be. Every folder of `FOLDERS`, below the root and below each folder that a page on the stack is in: one of
 * those is the subpackage's root.
 */
function candidatePaths() {
  var roots = [''], paths = [];
  try {
    getCurrentPages().forEach(function (page) {
      String(page.route).split('/').slice(0, -1).reduce(function (root, name) {
        root += name + '/';
        if (roots.indexOf(root) < 0 && roots.length < MAX_ROOTS) roots.push(root);
        return root;
      }, '');
    });
  } catch (_) {
    // Without pages there is the root.
  }
  ['authing.wasm.br', 'authing.wasm'].forEach(function (file) {
    roots.forEach(function (root) {
      FOLDERS.forEach(function (folder) { paths.push('/' + root + folder + file); });
    });
  });
  return paths;
}

/**
 * Calls the module's exports. After a trap its memory means nothing any more: it is given up, with every code that it had taken
 * and every call in it, and the next call loads it anew.
 */
function enter(module, store, use) {
  if (module.dead) throw failure('WASM', 'TRAP', 'the module has trapped before');
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

/** The storage of the active client's token, for the module. */
function useStorage(module, what, text, length) {
  try {
    if (what === 2) activeStore.remove();
    else if (what === 1) activeStore.write(decode(view(module.exports, text, length)));
    else return writeString(module.exports, activeStore.read());
    return 0;
  } catch (error) {
    return writeString(module.exports, '!' + errorMessage(error));
  }
}

function view(wasm, at, length) {
  return new Uint8Array(wasm.memory.buffer, at, length);
}

/** Bytes in the module's memory. */
function writeBytes(wasm, bytes) {
  var at = wasm.alloc(bytes.length);
  view(wasm, at, bytes.length).set(bytes);
  return at;
}

/** Calls an export with a text, and what goes before it. */
function withText(wasm, name, before, text) {
  var bytes = encode(text);
  return wasm[name].apply(null, before.concat(writeBytes(wasm, bytes), bytes.length));
}

/** A text for the module, its length before it; for nothing, nothing. */
function writeString(wasm, text) {
  if (!text) return 0;
  var bytes = encode(text), at = wasm.alloc(4 + bytes.length);
  view(wasm, at, 4).set([bytes.length, bytes.length >> 8, bytes.length >> 16, bytes.length >> 24]);
  view(wasm, at + 4, bytes.length).set(bytes);
  return at;
}

/** A step that the module gave. */
function readStep(wasm, at) {
  var head = view(wasm, at, 4), text = decode(view(wasm, at + 4, head[0] | head[1] << 8 | head[2] << 16 | head[3] << 24));
  wasm.dealloc(at);
  return JSON.parse(text);
}

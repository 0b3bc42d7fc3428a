// The WebAssembly module: its loading, its import, and its traps.

// A `WXWebAssembly.instantiate` that does not settle counts as failed after this time.
const LOAD_TIMEOUT_MS = 10000;

// The exports of the loaded module, and the promise of loading it. All clients share them.
let wasm, loading;

/** Loads the module from the first path that has one. After a failure, the next call tries again. */
function load(paths) {
  if (!loading) {
    loading = within(LOAD_TIMEOUT_MS, moduleError('TIMEOUT', 'WXWebAssembly.instantiate'), resolve => {
      if (typeof WXWebAssembly === 'undefined') {
        throw moduleError('NO_API', ['需要基础库 2.14.0 及以上，可在小程序后台设置最低版本', 'needs base library 2.14.0']);
      }
      resolve(tryPaths(paths || candidatePaths(), 0));
    }).then(([module, messages]) => {
      wasm = module;
      addMessages(readText(messages));
    });
    loading.catch(() => { loading = undefined; });
  }
  return loading;
}

/** Resolves with the exports and the pointer of the messages. A module without messages is not of this package. */
const tryPaths = (paths, at, first) => new Promise(resolve => {
  const instantiated = WXWebAssembly.instantiate(paths[at], { wx: { storage: useStorage } });
  resolve(instantiated.then(({ instance: { exports } }) => [exports, exports.messages()]));
}).catch(error => {
  first = first || `${paths[at]}: ${errorMessage(error)}`;
  if (++at < paths.length) return tryPaths(paths, at, first);
  throw moduleError('NOT_FOUND', [
    `请用 \`wasmPath\` 给出 \`authing.wasm.br\` 的路径（${first}）`,
    `give the path of authing.wasm.br as wasmPath (${first})`,
  ]);
});

/**
 * Runs a function that uses the module for a client. After a trap the module's memory may be inconsistent. The module is dropped with all
 * its calls and `wx.login` codes, and the next call loads it again.
 */
function enter({ module, store }, use) {
  if (module !== wasm) throw moduleError('TRAP', 'it has trapped before');
  activeStore = store;
  try {
    return use();
  } catch (error) {
    wasm = loading = undefined;
    throw moduleError('TRAP', errorMessage(error));
  }
}

/** The module's import: reads (0), writes (1) or removes (2) the token of the active client. */
function useStorage(access, text, length) {
  try {
    return writeText(activeStore[access](decode(view(text, length))));
  } catch (error) {
    return writeText('!' + errorMessage(error));
  }
}

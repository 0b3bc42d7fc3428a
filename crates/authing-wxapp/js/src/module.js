// The WebAssembly module: how it is loaded, what it is given, and what happens when it traps.

// A silent `WXWebAssembly.instantiate` counts as failed after this time.
const LOAD_TIMEOUT_MS = 10000;

// The module's exports, once it is loaded, and the loading, for those who wait. One for all clients.
let wasm, loading;

/** Loads the module, from the first path at which there is one. After a failure the next call tries anew. */
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

/** The exports, and where the messages are: a module that has none is not of this package. */
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
 * Uses the module for a client. After a trap its memory means nothing any more: it is given up, with every code that it had taken
 * and every call in it, and the next call loads it anew.
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

/** The storage of the active client's token, for the module: `what` to do, as it numbers it. */
function useStorage(what, text, length) {
  try {
    return writeText(activeStore[what](decode(view(text, length))));
  } catch (error) {
    return writeText('!' + errorMessage(error));
  }
}

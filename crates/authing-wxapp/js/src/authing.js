// The constructor `Authing`. The WebAssembly module has the protocol; this script calls `wx` for it.

const METHODS = 'login register logout user update checkLoginStatus sendResetPasswordEmail verifyResetPasswordVerifyCode changePassword ' +
  'sendVerifyEmail getVerificationCode loginByPhoneCode loginByLDAP unbindEmail getAuthedAppList revokeAuthedApp loginWithWxapp ' +
  'bindPhone getPhone decrypt changeAvatar metadata setMetadata removeMetadata prepare loginSilently';

/** A client of one user pool. */
function Authing(options) {
  options = options || {};
  const publish = createError(/^en/i.test(options.language));
  const [userPoolId, seed, paths] = readOptions(options, (name, ...message) => { throw publish(wrongArgument(name, message)); });
  const json = toJson(Object.assign({}, options, { userPoolId, seed: undefined }));
  // The first three of the store's functions are the module's.
  const store = createStore(userPoolId, publish), [, , , token, storageError] = store;
  let client = {};

  /**
   * Resolves with this client in the loaded module. It has a seed if WeChat gives random bytes; only a method that needs the seed fails
   * without it.
   */
  const ready = () => load(paths).then(() => {
    if (client.module !== wasm) client = newClient(store, json, seed);
    const current = client, done = () => current;
    return current.seeded ? current : callWx('getRandomValues', { length: 32, timeout: TIMEOUT_MARGIN_MS })
      .then(({ randomValues }) => setSeed(current, new Uint8Array(randomValues)))
      .then(done, done);
  });

  const call = (method, argument) => {
    // The argument is read now, because the caller may change it later. A wrong one is an error only once the module is loaded, because
    // the module has the sentence for it.
    const json = toJson(argument);
    return ready().then(current => {
      const { detail } = argument || {};
      if (argument && !json) throw wrongArgument(method, 'cannot be written as JSON');
      if (detail && detail.code && !detail.encryptedData) {
        throw wrongArgument('detail', 'has only a code: have your back end exchange it', 'CODE_ONLY');
      }
      return runCall(current, method + '\n' + json, detail);
    }).catch(error => { throw publish(error, method); });
  };

  for (const method of METHODS.split(' ')) this[method] = argument => call(method, argument);

  const { prepare } = this;
  this.prepare = () => prepare().then(() => {
    const current = client;
    // One refresh for each client, which goes on after `prepare`.
    current.refreshing = current.refreshing || call('autoRefresh').catch(() => { current.refreshing = false; });
  });

  // The properties of the published client's instances. The token is not enumerable, so that a copy or a log of an instance lacks it.
  this.opts = options;
  this.userPoolId = userPoolId;
  Object.defineProperties(this, {
    userAuth: {
      get() {
        const stored = token();
        return { authed: !!stored, authSuccess: !!stored, token: stored };
      },
    },
    /** The error of storing the last login's token, or null. The login itself succeeded. */
    storageError: { get: storageError },
  });
}

function newClient(store, json, seed) {
  const client = { module: wasm, store };
  const [name, argument] = enter(client, () => readStep(wasm.client_new(writeText(json))));
  if (name === 'fail') throw argument;
  client.pointer = argument;
  if (seed) setSeed(client, seed);
  return client;
}

/** Gives a client its random bytes. It takes a seed once. */
function setSeed(client, bytes) {
  client.seeded = client.seeded || enter(client, () => wasm.client_seed(client.pointer, writeBytes(bytes)));
}

module.exports = Authing.default = Authing;

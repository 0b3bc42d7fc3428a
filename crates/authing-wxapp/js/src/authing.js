// `Authing`, as an author meets it. The protocol is in the WebAssembly module; this script only lets it call `wx`.

const METHODS = 'login register logout user update checkLoginStatus sendResetPasswordEmail verifyResetPasswordVerifyCode changePassword ' +
  'sendVerifyEmail getVerificationCode loginByPhoneCode loginByLDAP unbindEmail getAuthedAppList revokeAuthedApp loginWithWxapp ' +
  'bindPhone getPhone decrypt changeAvatar metadata setMetadata removeMetadata prepare loginSilently';

/** A client of one user pool. */
function Authing(options) {
  options = options || {};
  const publish = createError(/^en/i.test(options.language));
  const [userPoolId, seed, paths] = readOptions(options, (name, ...message) => { throw publish(wrongArgument(name, message)); });
  const json = toJson(Object.assign({}, options, { userPoolId, seed: undefined }));
  const store = createStore(userPoolId, publish), [, , , token, storageError] = store;
  let client = {};

  /** The module's client with its seed, as soon as there is one. */
  const ready = () => load(paths).then(() => {
    if (client.module !== wasm) client = newClient(store, json, seed);
    const current = client, done = () => current;
    return current.seeded ? current : callWx('getRandomValues', { length: 32, timeout: TIMEOUT_MARGIN_MS })
      .then(({ randomValues }) => plant(current, new Uint8Array(randomValues)))
      .then(done, done);
  });

  const call = (method, argument) => {
    // The argument is read at the time of the call; the sentence for a wrong one is in the module.
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
    current.refreshing = current.refreshing || call('autoRefresh').catch(() => { current.refreshing = false; });
  });

  // What the published client's instances have. The token is not enumerable: a copy or a log of an instance does not have it.
  this.opts = options;
  this.userPoolId = userPoolId;
  Object.defineProperties(this, {
    userAuth: {
      get() {
        const known = token();
        return { authed: !!known, authSuccess: !!known, token: known };
      },
    },
    /** Why the last login's token is not in storage, or null: the login itself succeeded. */
    storageError: { get: storageError },
  });
}

function newClient(store, json, seed) {
  const client = { module: wasm, store };
  const [name, argument] = enter(client, () => readStep(wasm.client_new(writeText(json))));
  if (name === 'fail') throw argument;
  client.pointer = argument;
  if (seed) plant(client, seed);
  return client;
}

/** Gives a client its random bytes, once. */
function plant(client, bytes) {
  client.seeded = client.seeded || enter(client, () => wasm.client_seed(client.pointer, writeBytes(bytes)));
}

module.exports = Authing.default = Authing;

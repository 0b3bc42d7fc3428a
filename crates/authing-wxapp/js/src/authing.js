// `Authing`, as an author meets it. The protocol is in the WebAssembly module; this script only lets it call `wx`.

const METHODS = 'login register logout user update checkLoginStatus sendResetPasswordEmail verifyResetPasswordVerifyCode changePassword ' +
  'sendVerifyEmail getVerificationCode loginByPhoneCode loginByLDAP unbindEmail getAuthedAppList revokeAuthedApp loginWithWxapp ' +
  'bindPhone getPhone decrypt changeAvatar metadata setMetadata removeMetadata prepare loginSilently';

/** A client of one user pool. */
function Authing(options) {
  options = options || {};
  const english = /^en/i.test(options.language);
  const publish = (error, method) => createError(error, method, english);

  let settings;
  try {
    settings = readOptions(options);
  } catch (error) {
    throw publish(error);
  }
  const { userPoolId, paths, seed, json } = settings, store = createStore(userPoolId);
  let client = {};

  /** The module's client with its seed, as soon as there is one. */
  const ready = () => load(paths).then(module => {
    if (client.module !== module) client = newClient(module, store, json);
    const current = client, done = () => current;
    return current.seeded ? current : randomBytes(seed).then(bytes => plant(current, bytes)).then(done, done);
  });

  const call = (method, argument) => {
    const before = store.failure;
    return new Promise(resolve => {
      // The argument is read at the time of the call; the sentence for a wrong one may be in the module.
      const json = toJson(argument), wrong = wrongPayload(method, argument, json);
      resolve(ready().then(current => {
        if (wrong) throw wrong;
        return runCall(current, method + '\n' + json);
      }));
    }).then(result => {
      if (store.failure && store.failure !== before) console.warn(publish(store.failure).hint);
      return result;
    }, error => {
      throw publish(error && error.code === 'DECLINED' && !error.api ? classify(error, eventOf(argument)) : error, method);
    });
  };

  for (const method of METHODS.split(' ')) this[method] = argument => call(method, argument);

  const { prepare } = this;
  this.prepare = () => prepare().then(() => {
    const current = client;
    if (current.refreshing) return;
    current.refreshing = true;
    call('autoRefresh').catch(() => { current.refreshing = false; });
  });

  // What the published client's instances have.
  this.opts = options;
  this.userPoolId = userPoolId;
  const property = (name, get) => Object.defineProperty(this, name, { enumerable: true, get });
  property('userAuth', () => {
    const token = store.token();
    return { authed: !!token, authSuccess: !!token, token };
  });
  /** Why the last login's token is not in storage, or null: the login itself succeeded. */
  property('storageError', () => store.failure && publish(store.failure));
}

function newClient(module, store, json) {
  const client = { module, store };
  const [name, argument] = enter(client, wasm => readStep(wasm, wasm.client_new(writeText(wasm, json))));
  if (name === 'fail') throw argument;
  client.pointer = argument;
  return client;
}

/** Gives a client its random bytes, once. */
function plant(client, bytes) {
  if (client.seeded || bytes.length !== 32) return;
  enter(client, wasm => wasm.client_seed(client.pointer, writeBytes(wasm, bytes)));
  client.seeded = true;
}

/** What is wrong with a method's argument before the module reads its JSON. */
function wrongPayload(method, argument, json) {
  const { detail } = argument || {};
  if (detail && detail.code && !detail.encryptedData && /:ok$/.test(detail.errMsg)) {
    return wrongArgument('detail', 'has only a code: have your back end exchange it', 'CODE_ONLY');
  }
  return !json && argument !== undefined && typeof argument !== 'function' && wrongArgument(method, NOT_JSON);
}

/** What a button's event says of its failure. */
function eventOf(argument) {
  const { detail } = argument || {};
  if (!detail) return;
  const errMsg = String(detail.errMsg);
  return { api: errMsg.split(':')[0], errMsg, errno: detail.errno };
}

module.exports = Authing;
module.exports.default = Authing;

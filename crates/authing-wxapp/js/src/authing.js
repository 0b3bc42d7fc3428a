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
  let client = {}, refreshing;

  /** The module's client with its seed, as soon as there is one. */
  const ready = () => load(paths).then(module => {
    if (client.module !== module) client = newClient(module, store, json);
    const current = client, done = () => current;
    return current.seeded ? current : randomBytes(seed).then(bytes => plant(current, bytes)).then(done, done);
  });

  const call = (method, argument) => new Promise(resolve => {
    // The argument is read at the time of the call; the sentence for a wrong one may be in the module.
    const json = toJson(argument), wrong = wrongPayload(method, argument, json);
    resolve(ready().then(current => {
      if (wrong) throw wrong;
      return runCall(current, method + '\n' + json);
    }));
  }).catch(error => {
    throw publish(error && error.code === 'DECLINED' && !error.api ? classify(error, eventOf(argument)) : error, method);
  });

  /** Says so where the call's token could not be saved. */
  const callAndWarn = (method, argument) => {
    const before = store.failure;
    return call(method, argument).then(result => {
      if (store.failure && store.failure !== before) console.warn(publish(store.failure).hint);
      return result;
    });
  };

  for (const method of METHODS.split(' ')) this[method] = argument => callAndWarn(method, argument);

  const { prepare } = this;
  this.prepare = () => prepare().then(() => {
    const { module } = client;
    if (refreshing === module) return;
    refreshing = module;
    call('autoRefresh').catch(() => { if (refreshing === module) refreshing = undefined; });
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

/** The options, checked as far as the module does not: its own, as JSON; the seed; where the module is. */
function readOptions({ userPoolId, clientId, host, allowPlainHttp, timeout, publicKey, passwordEncPublicKey, secret, seed, wasmPath }) {
  userPoolId = userPoolId || clientId;
  if (!isText(userPoolId)) throw wrongArgument('userPoolId', 'is missing: copy it from the console\'s pool settings');
  if (wasmPath !== undefined && !isText(wasmPath)) throw wrongArgument('wasmPath', 'must be a path in the code package');
  const json = toJson({ userPoolId, host, allowPlainHttp, timeout, publicKey, passwordEncPublicKey, secret });
  if (!json) throw wrongArgument('host', 'cannot be written as JSON');
  return {
    userPoolId,
    json,
    seed: seed === undefined || seed === null ? undefined : readSeed(seed),
    paths: wasmPath && [wasmPath.replace(/^\/*/, '/')],
  };
}

const isText = value => typeof value === 'string' && value !== '';

/** 32 bytes, copied. A number or a text would make a seed of zeros. */
function readSeed(seed) {
  const bytes = new Uint8Array(typeof seed === 'object' ? seed : 0).slice();
  // What is no byte has become another value.
  const same = toJson(Array.from(seed.length ? seed : bytes)) === toJson(Array.from(bytes));
  if (same && bytes.length === 32) return bytes;
  throw wrongArgument('seed', 'must be 32 random bytes: a Uint8Array, an ArrayBuffer or an array of numbers');
}

function newClient(module, store, json) {
  const client = { module, store };
  const [name, argument] = enter(client, wasm => readStep(wasm, withText(wasm, 'client_new', json)));
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
    return wrongArgument('detail', 'holds only the code of the phone number button: have your back end exchange it', 'CODE_ONLY');
  }
  return !json && argument !== undefined && typeof argument !== 'function' && wrongArgument(method, 'cannot be written as JSON');
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

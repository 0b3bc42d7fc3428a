// `Authing`, as an author meets it. The protocol is in the WebAssembly module; this script only lets it call `wx`.

var METHODS = 'login register logout user update checkLoginStatus sendResetPasswordEmail verifyResetPasswordVerifyCode ' +
  'changePassword sendVerifyEmail getVerificationCode loginByPhoneCode loginByLDAP unbindEmail getAuthedAppList ' +
  'revokeAuthedApp loginWithWxapp bindPhone getPhone decrypt changeAvatar metadata setMetadata removeMetadata ' +
  'prepare loginSilently';

/** A client of one user pool. */
function Authing(options) {
  options = options || {};
  var english = /^en/i.test(options.language), self = this;

  function publish(error, method) { return createError(error, method, english); }

  try {
    var settings = readOptions(options);
  } catch (error) {
    throw publish(error);
  }
  var store = createStore(settings.userPoolId), refreshing;
  var client = { module: undefined, pointer: 0, store: store }, seeded;

  /** The module's client, as soon as there is one. */
  function ready() {
    return load(settings.paths).then(function (module) {
      if (client.module !== module) {
        client = { module: module, pointer: newClient(module, store, settings.json), store: store };
        seeded = false;
      }
      var current = client;
      if (seeded) return current;
      return randomBytes(settings.seed).then(function (bytes) { applySeed(current, bytes); }).catch(function () {}).then(function () {
        return current;
      });
    });
  }

  function applySeed(current, bytes) {
    if (seeded || current !== client || bytes.length !== 32) return;
    enter(current.module, store, function (wasm) { wasm.client_seed(current.pointer, writeBytes(wasm, bytes)); });
    seeded = true;
  }

  function call(method, argument) {
    var saved = store.failure;
    return new Promise(function (resolve) {
      var text = method + '\n' + payload(method, argument);
      resolve(ready().then(function (current) { return runCall(current, text); }));
    }).then(function (result) {
      if (store.failure && store.failure !== saved) console.warn(publish(store.failure).hint);
      return result;
    }, function (error) {
      throw publish(error && error.code === 'DECLINED' && !error.api ? classify(error, eventOf(argument)) : error, method);
    });
  }

  METHODS.split(' ').forEach(function (method) {
    self[method] = function (argument) { return call(method, argument); };
  });

  var prepare = this.prepare;
  this.prepare = function () {
    return prepare().then(function () {
      var module = client.module;
      if (refreshing === module) return;
      refreshing = module;
      call('autoRefresh').catch(function () { if (refreshing === module) refreshing = undefined; });
    });
  };

  // What the published client's instances have.
  this.opts = options;
  this.userPoolId = settings.userPoolId;
  Object.defineProperty(this, 'userAuth', {
    enumerable: true,
    get: function () {
      var token = store.token();
      return { authed: !!token, authSuccess: !!token, token: token };
    },
  });
  /** Why the last login's token is not in storage, or null: the login itself succeeded. */
  Object.defineProperty(this, 'storageError', {
    enumerable: true,
    get: function () { return store.failure && publish(store.failure); },
  });
}

/** The options, checked as far as the module does not: its own, as JSON; the seed; where the module is. */
function readOptions(options) {
  var userPoolId = options.userPoolId || options.clientId, seed = options.seed, path = options.wasmPath;
  if (typeof userPoolId !== 'string' || !userPoolId) {
    throw wrongArgument('userPoolId', 'is missing: copy it from the console\'s pool settings');
  }
  if (path !== undefined && (typeof path !== 'string' || !path)) throw wrongArgument('wasmPath', 'must be a path in the code package');
  var forModule = { userPoolId: userPoolId };
  ['host', 'allowPlainHttp', 'timeout', 'publicKey', 'passwordEncPublicKey', 'secret'].forEach(function (name) { forModule[name] = options[name]; });
  var json = toJson(forModule);
  if (!json) throw wrongArgument('host', 'cannot be written as JSON');
  return {
    userPoolId: userPoolId,
    seed: seed === undefined || seed === null ? undefined : readSeed(seed),
    paths: path && ['/' + path.replace(/^\/+/, '')],
    json: json,
  };
}

/** 32 bytes, copied. A number or a text would make a seed of zeros. */
function readSeed(seed) {
  var kind = Object.prototype.toString.call(seed);
  // A hole in an array is none of its elements for `every`; as an argument it is undefined.
  var bytes = kind === '[object Array]' && Array.apply(null, seed).every(function (byte) {
    return typeof byte === 'number' && byte >= 0 && byte < 256 && byte % 1 === 0;
  });
  if (bytes || kind === '[object Uint8Array]' || kind === '[object ArrayBuffer]') {
    seed = new Uint8Array(seed).slice();
    if (seed.length === 32) return seed;
  }
  throw wrongArgument('seed', 'must be 32 random bytes: a Uint8Array, an ArrayBuffer or an array of numbers');
}

function newClient(module, store, json) {
  var step = enter(module, store, function (wasm) { return readStep(wasm, withText(wasm, 'client_new', [], json)); });
  if (step[0] === 'fail') throw step[1];
  return step[1];
}

/** A method's argument as JSON, as it is at the time of the call. */
function payload(method, argument) {
  var detail = argument && argument.detail;
  if (detail && detail.code && !detail.encryptedData && /:ok$/.test(detail.errMsg)) {
    var error = wrongArgument('detail', 'holds only the code of the phone number button: have your back end exchange it');
    error.kind = 'CODE_ONLY';
    throw error;
  }
  var json = toJson(argument);
  if (!json && argument !== undefined && typeof argument !== 'function') throw wrongArgument(method, 'cannot be written as JSON');
  return json;
}

/** What a button's event says of its failure. */
function eventOf(argument) {
  var detail = argument && argument.detail;
  return detail && { api: String(detail.errMsg).split(':')[0], errMsg: String(detail.errMsg), errno: detail.errno };
}

module.exports = Authing;
module.exports.default = Authing;

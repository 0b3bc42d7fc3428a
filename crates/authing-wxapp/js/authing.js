// Authing for WeChat mini-programs. The protocol is in authing.wasm; this script only lets it talk to `wx`.
'use strict';

var METHODS = 'login register logout user update checkLoginStatus sendResetPasswordEmail verifyResetPasswordVerifyCode ' +
  'changePassword sendVerifyEmail getVerificationCode loginByPhoneCode loginByLDAP unbindEmail getAuthedAppList ' +
  'revokeAuthedApp loginWithWxapp bindPhone getPhone decrypt changeAvatar metadata setMetadata removeMetadata ' +
  'prepare loginSilently';

var TOKEN = '_authing_token';

// What became of a step, as the module numbers it.
var BEGUN = 0, ANSWERED = 1, FAILED = 2, TOLD = 3, WAITED = 4;

// A call of `wx` that has a time limit is given this much longer before it counts as lost, in milliseconds.
var GRACE = 1000;

// The module's exports, once it is loaded; and the loading, for those who wait. One for all clients.
var wasm, loading;

/** A client of one user pool. */
function Authing(options) {
  if (!options || typeof options.userPoolId !== 'string' || !options.userPoolId) {
    throw failure('userPoolId is missing: copy it from the console\'s pool settings', 'ARGUMENT');
  }
  var seed = options.seed && new Uint8Array(options.seed);
  if (seed && seed.length !== 32) throw failure('seed must be 32 random bytes', 'ARGUMENT');
  var json = JSON.stringify(options), paths = options.wasmPath ? [options.wasmPath] : undefined;
  var client, seeded, fresh;

  /** The module's client, as soon as there is one. */
  function ready() {
    return load(paths).then(function () {
      if (!client) client = settled(take(withText(wasm.open, json)));
      if (!seeded) return random(seed).then(sow, function () {});
    });
  }

  function sow(bytes) {
    if (!seeded && bytes.length === 32) {
      seeded = true;
      wasm.seed(client, put(bytes));
    }
  }

  function call(method, argument) {
    return ready().then(function () {
      return run(withText(function (text, length) { return wasm.begin(client, text, length); },
        method + '\n' + (JSON.stringify(argument) || '')));
    });
  }

  METHODS.split(' ').forEach(function (method) {
    this[method] = function (argument) { return call(method, argument); };
  }, this);

  var prepare = this.prepare;
  this.prepare = function () {
    return prepare().then(function () {
      if (!fresh) {
        fresh = true;
        call('keepFresh').catch(function () { fresh = false; });
      }
    });
  };
}

/** Drives a call from step to step until it is done. */
function run(running) {
  return new Promise(function (resolve, reject) {
    function next(what, number, after, told) {
      var step;
      try {
        step = take(withText(function (text, length) {
          return wasm.step(running, Date.now(), what, number, after, text, length);
        }, told));
        if (step[0] === 'done' || step[0] === 'fail') {
          wasm.end(running);
          return resolve(settled(step));
        }
      } catch (error) {
        // A trap in the module has no code of its own.
        return reject(error.code ? error : failure(words(error), 'WASM'));
      }
      if (step[0] === 'wait') return setTimeout(next, step[1], WAITED, 0, -1, '');
      ask(step[0], step[1]).then(function (answer) {
        if (!/^(request|uploadFile)$/.test(step[0])) return next(TOLD, 0, -1, JSON.stringify(answer) || '');
        var data = answer.data;
        next(ANSWERED, answer.statusCode, retryAfter(answer.header),
          typeof data === 'string' ? data : JSON.stringify(data) || '');
      }, function (error) {
        next(FAILED, error && error.errno, -1, words(error));
      });
    }
    next(BEGUN, 0, -1, '');
  });
}

/** One ability of `wx`, which is looked up now, so that another may stand in. */
function ask(name, options) {
  return new Promise(function (resolve, reject) {
    var timer = options.timeout && setTimeout(reject, options.timeout + GRACE, { errMsg: name + ':fail timeout' });
    options.success = function (answer) { clearTimeout(timer); resolve(answer || {}); };
    options.fail = function (error) { clearTimeout(timer); reject(error); };
    try {
      wx[name](options);
    } catch (error) {
      options.fail({ errMsg: name + ':fail ' + words(error) });
    }
  });
}

function random(seed) {
  return seed ? Promise.resolve(seed) : ask('getRandomValues', { length: 32, timeout: GRACE }).then(function (answer) {
    return new Uint8Array(answer.randomValues);
  });
}

function retryAfter(header) {
  for (var name in header) {
    if (/^retry-after$/i.test(name) && /^\d+$/.test(header[name])) return +header[name];
  }
  return -1;
}

/** The storage of the token, for the module. */
function storage(what, text, length) {
  try {
    if (what === 2) wx.removeStorageSync(TOKEN);
    else if (what === 1) wx.setStorageSync(TOKEN, decode(view(text, length)));
    else return give(wx.getStorageSync(TOKEN));
    return 0;
  } catch (error) {
    return give('!' + words(error));
  }
}

/** Loads the module, from the first path at which there is one. */
function load(paths) {
  if (!loading) {
    loading = attempt(paths || places(), 0).then(function (result) {
      wasm = result.instance.exports;
    });
    loading.catch(function () { loading = undefined; });
  }
  return loading;
}

function attempt(paths, at) {
  return Promise.resolve().then(function () {
    return WXWebAssembly.instantiate(paths[at], { wx: { storage: storage } });
  }).catch(function (error) {
    if (at + 1 < paths.length) return attempt(paths, at + 1);
    throw failure('authing.wasm cannot be loaded (' + words(error) + '): give its place in the code package as wasmPath, ' +
      'such as /authing/authing.wasm.br; it needs base library 2.14.0', 'WASM');
  });
}

/** Where the module may be: beside this script, where the runtime tells its name, or where the guide and habit put it. */
function places() {
  var folders = ['authing/', 'path/to/authing/', 'utils/authing/', 'lib/authing/', 'libs/authing/', 'miniprogram_npm/authing/'];
  var here = /([^\s()@]*?)authing\.js/.exec(failure().stack);
  if (here) folders.unshift(here[1].replace(/^\w+:\/\/[^/]*\/?/, '').replace(/^(appservice|usr)\//, ''));
  var paths = [];
  folders.forEach(function (folder) {
    folder = '/' + folder.replace(/^\/+/, '');
    paths.push(folder + 'authing.wasm.br', folder + 'authing.wasm');
  });
  return paths;
}

function failure(message, code) {
  var error = new Error(message);
  error.code = code;
  return error;
}

/** What a last step holds, or its error. */
function settled(step) {
  if (step[0] === 'fail') throw failure(step[1].message, step[1].code);
  return step[1];
}

function words(error) {
  return String(error && (error.errMsg || error.message) || error);
}

function view(at, length) {
  return new Uint8Array(wasm.memory.buffer, at, length);
}

/** Bytes in the module's memory. */
function put(bytes) {
  var at = wasm.alloc(bytes.length);
  view(at, bytes.length).set(bytes);
  return at;
}

function withText(use, text) {
  var bytes = encode(text);
  return use(put(bytes), bytes.length);
}

/** A text for the module, its length before it; for nothing, nothing. */
function give(text) {
  if (!text) return 0;
  var bytes = encode(text), at = wasm.alloc(4 + bytes.length);
  view(at, 4).set([bytes.length, bytes.length >> 8, bytes.length >> 16, bytes.length >> 24]);
  view(at + 4, bytes.length).set(bytes);
  return at;
}

/** A step of the module's. */
function take(at) {
  var head = view(at, 4), text = decode(view(at + 4, head[0] | head[1] << 8 | head[2] << 16 | head[3] << 24));
  wasm.release(at);
  return JSON.parse(text);
}

/** UTF-8. There is no TextEncoder here. Half a surrogate pair becomes U+FFFD, as everywhere. */
function encode(text) {
  var latin = text.replace(/[^\0-\x7f]+/g, function (run) {
    run = run.replace(/[\ud800-\udbff][\udc00-\udfff]|[\ud800-\udfff]/g, function (pair) {
      return pair[1] ? pair : '\ufffd';
    });
    return encodeURIComponent(run).replace(/%(..)/g, function (_, hex) { return String.fromCharCode(parseInt(hex, 16)); });
  });
  var bytes = new Uint8Array(latin.length);
  for (var at = 0; at < bytes.length; at += 1) bytes[at] = latin.charCodeAt(at);
  return bytes;
}

/** The module's UTF-8, which is always whole. */
function decode(bytes) {
  var latin = '';
  // A function takes some thousands of arguments, not any number.
  for (var at = 0; at < bytes.length; at += 4096) latin += String.fromCharCode.apply(null, bytes.subarray(at, at + 4096));
  return latin.replace(/[\x80-\xff]+/g, function (run) {
    return decodeURIComponent(run.replace(/./g, function (byte) { return '%' + byte.charCodeAt(0).toString(16); }));
  });
}

module.exports = Authing;

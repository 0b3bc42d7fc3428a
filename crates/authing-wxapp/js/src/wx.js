// Calls of `wx`, each with a time limit.

// A call of `wx` that has a time limit is given this much longer before it counts as lost.
var TIMEOUT_MARGIN_MS = 1000;

// The user takes time to choose an image.
var CHOICE_TIMEOUT_MS = 600000;

/** One `wx` API, which is looked up now, so that another may stand in. Rejects with `{api, errMsg, errno?, missing?}`. */
function callWx(name, options) {
  return new Promise(function (resolve, reject) {
    function fail(error, missing) {
      clearTimeout(timer);
      reject({ api: name, errMsg: errorMessage(error), errno: error && error.errno, missing: missing });
    }
    var timer = setTimeout(fail, (options.timeout || CHOICE_TIMEOUT_MS) + TIMEOUT_MARGIN_MS, { errMsg: name + ':fail timeout' });
    options.success = function (answer) { clearTimeout(timer); resolve(answer || {}); };
    options.fail = function (error) { fail(error); };
    try {
      if (typeof wx[name] !== 'function') return fail({ errMsg: name + ':fail wx.' + name + ' is missing' }, true);
      wx[name](options);
    } catch (error) {
      fail({ errMsg: name + ':fail ' + errorMessage(error) });
    }
  });
}

/** 32 random bytes: the caller's, else WeChat's. */
function randomBytes(seed) {
  return seed ? Promise.resolve(seed) : callWx('getRandomValues', { length: 32, timeout: TIMEOUT_MARGIN_MS }).then(function (answer) {
    return new Uint8Array(answer.randomValues);
  });
}

/** The seconds of a `Retry-After`, or -1. */
function retryAfter(header) {
  for (var name in header) {
    if (/^retry-after$/i.test(name) && /^\d+$/.test(header[name])) return +header[name];
  }
  return -1;
}

// Calls of `wx`, each with a time limit.

// A call of `wx` that has a time limit is given this much longer before it counts as lost.
const TIMEOUT_MARGIN_MS = 1000;

// The user takes time to choose an image.
const CHOICE_TIMEOUT_MS = 600000;

/**
 * One `wx` API, which is looked up now, so that another may stand in. Resolves with `[answer]`, because a promise waits for an answer that
 * has a method `then`. Rejects with `{api, errMsg, errno?, missing?}`.
 */
const callWx = (api, options) => new Promise((resolve, reject) => {
  const timer = setTimeout(fail, (options.timeout || CHOICE_TIMEOUT_MS) + TIMEOUT_MARGIN_MS, 'timeout');
  function fail(reason, missing) {
    const errMsg = typeof reason === 'string' ? `${api}:fail ${reason}` : errorMessage(reason);
    reject({ api, errMsg, errno: reason && reason.errno, missing });
    // The last thing: a reason that throws when it is read leaves the time limit.
    clearTimeout(timer);
  }
  options.success = answer => {
    resolve([answer || {}]);
    clearTimeout(timer);
  };
  options.fail = error => fail(error);
  try {
    if (typeof wx[api] !== 'function') fail(`wx.${api} is missing`, true);
    else wx[api](options);
  } catch (error) {
    fail(errorMessage(error));
  }
});

/** 32 random bytes: the caller's, else WeChat's. */
const randomBytes = seed => seed ? Promise.resolve(seed)
  : callWx('getRandomValues', { length: 32, timeout: TIMEOUT_MARGIN_MS }).then(([answer]) => new Uint8Array(answer.randomValues));

/** The seconds of a `Retry-After`, or -1. */
function retryAfter(header) {
  for (const name in header) {
    if (/^retry-after$/i.test(name) && /^\d+$/.test(header[name])) return +header[name];
  }
  return -1;
}

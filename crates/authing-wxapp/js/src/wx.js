// Calls of `wx`, each with a time limit.

// A call of `wx` that has a time limit is given this much longer before it counts as lost.
const TIMEOUT_MARGIN_MS = 1000;

// The user takes time to choose an image.
const CHOICE_TIMEOUT_MS = 600000;

/** Like `new Promise(start)`, rejected with the reason after a time. */
const within = (milliseconds, reason, start) => new Promise((resolve, reject) => {
  const timer = setTimeout(reject, milliseconds, reason);
  new Promise(start).then(resolve, reject).then(() => clearTimeout(timer));
});

/**
 * One `wx` API, which is looked up now, so that another may stand in. A `fail` that throws when it is read, and an answer that is a silent
 * promise, leave the time limit.
 */
const callWx = (api, options) => within((options.timeout || CHOICE_TIMEOUT_MS) + TIMEOUT_MARGIN_MS, 'timeout', (success, fail) => {
  if (!wx[api]) throw `wx.${api} is missing`;
  wx[api](Object.assign(options, {
    success,
    fail(reason) {
      fail({ errno: reason && reason.errno, errMsg: errorMessage(reason) });
    },
  }));
});

/** The seconds of a `Retry-After`, if there is one. */
const retryAfter = header => (/"retry-after":"?(\d+)[",}]/i.exec(toJson(header)) || [])[1];

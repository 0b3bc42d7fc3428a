// Calls of `wx`, each with a time limit.

// WeChat ends a call after its own timeout. A call that has not ended this much later counts as lost.
const TIMEOUT_MARGIN_MS = 1000;

// The time limit of a call without a timeout: the user needs time to choose an image.
const CHOICE_TIMEOUT_MS = 600000;

/** Like `new Promise(start)`, but rejected with the reason after a time. */
const within = (milliseconds, reason, start) => new Promise((resolve, reject) => {
  const timer = setTimeout(reject, milliseconds, reason);
  new Promise(start).then(resolve, reject).then(() => clearTimeout(timer));
});

/**
 * Calls an API of `wx`, which is looked up for each call, so that a test can replace it. The time limit also ends a call whose `fail`
 * throws when it is read, or whose result is a promise that does not settle.
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

// The driver of a call: it executes each step of the module until the call is done.

// The kinds of a step's result: the numbers of `call_step` in `ffi.rs`.
const START = 0, RESPONSE = 1, FAIL = 2, SUCCESS = 3, WAITED = 4, TOO_LARGE = 5;

/** `text` is the method's name, a line feed and its argument's JSON. `event` is the button's event in the argument, if there is one. */
const runCall = (client, text, event) => new Promise((resolve, reject) => {
  // The cause of an error, by the error's code: the last `fail` of `wx`, or the button's event.
  const fails = { DECLINED: event };
  const pointer = enter(client, () => wasm.call_new(client.pointer, writeText(text)));

  function next([kind, number, data, retryAfter = -1]) {
    const [name, argument, limit] = enter(client, () =>
      readStep(wasm.call_step(pointer, Date.now(), kind, number, retryAfter, writeText(data))));
    if (name === 'done') resolve(argument);
    else if (name === 'fail') reject(classify(argument, fails[argument.code] || ''));
    else perform(name, argument, limit).then(next).catch(reject);
  }

  const perform = (name, argument, limit) => name === 'wait'
    ? new Promise(waited => setTimeout(waited, argument, [WAITED]))
    : callWx(name, argument)
      // Only a step that sends has a limit.
      .then(result => limit ? response(result, limit) : [SUCCESS, 0, toJson(result)])
      .catch(fail => {
        // A failed `checkSession` is no cause: the call goes on with a new `wx.login`. Any other `fail` ends the call, perhaps after a
        // `wx.login` for the next call.
        if (limit) fails.TRANSPORT = fail;
        else if (name !== 'checkSession') fails.HOST = fails.DECLINED = fail;
        return [FAIL, +fail.errno, errorMessage(fail)];
      });

  next([START]);
});

/** The result of a step that sends. A response over the limit, in bytes, is not copied into the module's memory. */
function response({ data, statusCode, header } = {}, limit) {
  const text = typeof data === 'string' ? data : toJson(data);
  // A UTF-16 code unit has one to three bytes in UTF-8: most texts need not be encoded to know that they are short enough.
  const tooLarge = text.length > limit / 3 && (text.length > limit || encode(text).length > limit);
  // A status that cannot become a number, such as a symbol, throws here: in the module it would count as a trap.
  return tooLarge ? [TOO_LARGE] : [RESPONSE, +statusCode, text, retryAfter(header)];
}

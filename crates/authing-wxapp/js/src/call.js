// Drives a call of the module from step to step until it is done.

// What became of a step, as the module numbers it.
const START = 0, RESPONSE = 1, FAIL = 2, SUCCESS = 3, WAITED = 4, TOO_LARGE = 5;

/** `text` is the method's name, a line feed and its argument's JSON; `event` the button's event in it. */
const runCall = (client, text, event) => new Promise((resolve, reject) => {
  // The last `fail` that an error of each code may have come of.
  const fails = { DECLINED: event };
  const pointer = enter(client, () => wasm.call_new(client.pointer, writeText(text)));

  function next([what, number, told, after = -1]) {
    const [name, argument, limit] = enter(client, () =>
      readStep(wasm.call_step(pointer, Date.now(), what, number, after, writeText(told))));
    if (name === 'done') resolve(argument);
    else if (name === 'fail') reject(classify(argument, fails[argument.code] || ''));
    else perform(name, argument, limit).then(next).catch(reject);
  }

  const perform = (name, argument, limit) => name === 'wait'
    ? new Promise(waited => setTimeout(waited, argument, [WAITED]))
    : callWx(name, argument)
      .then(answer => limit ? response(answer, limit) : [SUCCESS, 0, toJson(answer)])
      .catch(fail => {
        // After a lost session the call goes on; after any other fail it may still log in for the next, and then ends.
        if (limit) fails.TRANSPORT = fail;
        else if (name !== 'checkSession') fails.HOST = fails.DECLINED = fail;
        return [FAIL, +fail.errno, errorMessage(fail)];
      });

  next([START]);
});

/** What the module is told of a response. One over the limit, which is in bytes, is not copied into its memory. */
function response({ data, statusCode, header } = {}, limit) {
  const text = typeof data === 'string' ? data : toJson(data);
  // A character has at most three bytes.
  const tooLarge = text.length > limit / 3 && (text.length > limit || encode(text).length > limit);
  // What is no number throws here, and not in the module, which would be given up.
  return tooLarge ? [TOO_LARGE] : [RESPONSE, +statusCode, text, retryAfter(header)];
}

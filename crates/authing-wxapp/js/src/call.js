// Drives a call of the module from step to step until it is done.

// What became of a step, as the module numbers it.
const START = 0, RESPONSE = 1, FAIL = 2, SUCCESS = 3, WAITED = 4, TOO_LARGE = 5;

/** `client` is `{module, pointer, store}`; `text` is the method's name, a line feed and its argument's JSON. */
const runCall = (client, text) => new Promise((resolve, reject) => {
  // The last `fail` of what sends and of what does not.
  const fails = {};
  const [pointer, limit] = enter(client, wasm =>
    [wasm.call_new(client.pointer, writeText(wasm, text)), wasm.client_body_limit(client.pointer)]);

  function next([what, number, told, after = -1]) {
    const [name, argument] = enter(client, wasm => {
      const step = readStep(wasm, wasm.call_step(pointer, Date.now(), what, number, after, writeText(wasm, told)));
      if (/^(done|fail)$/.test(step[0])) wasm.call_drop(pointer);
      return step;
    });
    if (name === 'done') resolve(argument);
    else if (name === 'fail') reject(classify(argument, fails[argument.code === 'TRANSPORT']));
    else if (name === 'wait') setTimeout(perform, argument, name);
    else perform(name, argument);
  }

  function perform(name, options) {
    const sends = /^(request|uploadFile)$/.test(name);
    const event = name === 'wait' ? Promise.resolve([WAITED]) : callWx(name, options)
      .then(([answer]) => sends ? response(answer, limit) : [SUCCESS, 0, toJson(answer)])
      .catch(error => {
        // After a lost session the call goes on; after any other fail it may still log in for the next, and then ends.
        if (name !== 'checkSession') fails[sends] = error;
        return [FAIL, +error.errno, errorMessage(error)];
      });
    event.then(next).catch(reject);
  }

  next([START]);
});

/** What the module is told of a response. One over the limit, which is in bytes, is not copied into its memory. */
function response({ data, statusCode, header }, limit) {
  const text = typeof data === 'string' ? data : toJson(data);
  // A character has at most three bytes.
  const tooLarge = text.length > limit / 3 && (text.length > limit || encode(text).length > limit);
  // What is no number throws here, and not in the module, which would be given up.
  return tooLarge ? [TOO_LARGE] : [RESPONSE, +statusCode, text, retryAfter(header)];
}

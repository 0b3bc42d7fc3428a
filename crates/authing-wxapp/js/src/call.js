// Drives a call of the module from step to step until it is done.

// What became of a step, as the module numbers it.
var START = 0, RESPONSE = 1, FAIL = 2, SUCCESS = 3, WAITED = 4, TOO_LARGE = 5;

/** `client` is `{module, pointer, store}`; `text` is the method's name, a line feed and its argument's JSON. */
function runCall(client, text) {
  return new Promise(function (resolve, reject) {
    var module = client.module, pointer, limit, fails = {};

    function within(use) { return enter(module, client.store, use); }

    function next(what, number, after, told) {
      var step;
      try {
        step = within(function (wasm) {
          var step = readStep(wasm, withText(wasm, 'call_step', [pointer, Date.now(), what, number, after], told));
          if (step[0] === 'done' || step[0] === 'fail') wasm.call_drop(pointer);
          return step;
        });
      } catch (error) {
        return reject(error);
      }
      if (step[0] === 'done') resolve(step[1]);
      else if (step[0] === 'fail') reject(classify(step[1], fails[step[1].code === 'TRANSPORT' ? 'transport' : 'host']));
      else if (step[0] === 'wait') setTimeout(next, step[1], WAITED, 0, -1, '');
      else perform(step[0], step[1]);
    }

    function perform(name, options) {
      var family = /^(request|uploadFile)$/.test(name) ? 'transport' : 'host';
      callWx(name, options).then(function (answer) {
        return family === 'transport' ? response(answer, limit) : [SUCCESS, 0, -1, toJson(answer)];
      }).then(function (event) {
        next.apply(null, event);
      }, function (error) {
        // After a lost session the call goes on; after any other fail it may still log in for the next, and then ends.
        if (name !== 'checkSession') fails[family] = error;
        next(FAIL, error.errno, -1, errorMessage(error));
      });
    }

    try {
      within(function (wasm) {
        limit = wasm.client_body_limit(client.pointer);
        pointer = withText(wasm, 'call_new', [client.pointer], text);
      });
    } catch (error) {
      return reject(error);
    }
    next(START, 0, -1, '');
  });
}

/** What the module is told of a response. One over the limit is not copied into its memory. */
function response(answer, limit) {
  var data = typeof answer.data === 'string' ? answer.data : toJson(answer.data);
  return data.length > limit || byteLength(data) > limit ? [TOO_LARGE, 0, -1, ''] : [RESPONSE, answer.statusCode, retryAfter(answer.header), data];
}

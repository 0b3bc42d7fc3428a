// Runs inside the bare context: `wx`, whose every ability is played outside, and whose calling habits are WeChat's: `success`
// or `fail`, then `complete`, always later; a promise where no callback is given; a task where the call can be aborted.
(function ({ asynchronous, synchronous, tasks, perform, ask, report, adopt, outside }) {
  const wx = {};

  function invoke(callback, value) {
    if (typeof callback !== 'function') return;
    try {
      callback(value);
    } catch (error) {
      report(error);
    }
  }

  function start(name, { success, fail, complete, ...options }) {
    return outside(() => perform(name, options, (ok, outcome) => {
      invoke(ok ? success : fail, adopt(outcome));
      invoke(complete, adopt(outcome));
    }));
  }

  function call(name, options = {}) {
    if (tasks.includes(name)) {
      const abort = start(name, options);
      return { abort: () => abort() };
    }
    if (options.success || options.fail || options.complete) {
      start(name, options);
      return undefined;
    }
    return new Promise((resolve, reject) => {
      start(name, { ...options, success: resolve, fail: reject });
    });
  }

  for (const name of asynchronous) wx[name] = (options) => call(name, options);
  for (const name of synchronous) wx[name] = (...args) => adopt(outside(() => ask(name, args)));
  return wx;
})

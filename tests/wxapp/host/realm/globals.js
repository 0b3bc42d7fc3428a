// Runs inside the bare context, before anything else: takes away what a mini-program does not have, and gives it timers, a
// `console`, a clock and `WXWebAssembly` whose every value is of this context, so that nothing outside can be reached.
(function ({ allowed, ios, clock, log, code }) {
  const { Instance, Module, Memory, Table } = WebAssembly;
  for (const name of Object.getOwnPropertyNames(globalThis)) {
    if (!allowed.includes(name)) delete globalThis[name];
  }

  function define(name, value) {
    Object.defineProperty(globalThis, name, { value, writable: true, configurable: true, enumerable: false });
  }

  /** A copy, made of this context's own objects. */
  function adopt(value) {
    if (value === null || typeof value !== 'object') return value;
    const kind = Object.prototype.toString.call(value);
    if (kind === '[object ArrayBuffer]') return new Uint8Array(new Uint8Array(value)).buffer;
    if (kind === '[object Uint8Array]') return new Uint8Array(value);
    if (Array.isArray(value)) return Array.from(value, adopt);
    const copy = {};
    for (const key of Object.keys(value)) copy[key] = adopt(value[key]);
    return copy;
  }

  /** Calls outside; what is thrown there arrives as an `Error` of this context. */
  function outside(call) {
    try {
      return call();
    } catch (error) {
      throw new Error(String(error && error.message));
    }
  }

  const InnerDate = Date;
  const HostDate = new Proxy(InnerDate, {
    construct: (target, args, newTarget) => Reflect.construct(target, args.length ? args : [clock.now()], newTarget),
    apply: () => new InnerDate(clock.now()).toString(),
  });
  InnerDate.now = () => clock.now();
  InnerDate.prototype.constructor = HostDate;
  define('Date', HostDate);

  define('setTimeout', (callback, delay, ...args) => clock.setTimeout(callback, delay, ...args));
  define('setInterval', (callback, delay, ...args) => clock.setInterval(callback, delay, ...args));
  define('clearTimeout', (id) => clock.clear(id));
  define('clearInterval', (id) => clock.clear(id));

  const console = {};
  for (const level of ['log', 'info', 'warn', 'error', 'debug']) console[level] = (...args) => log(level, args);
  define('console', console);

  function instantiate(path, imports) {
    return new Promise((resolve, reject) => {
      const failed = (message) => reject(new Error(message));
      outside(() => code.compile(path, (module) => {
        if (ios && Module.exports(module).some(({ kind }) => kind === 'global')) {
          return failed('WXWebAssembly.instantiate: an exported Global is not supported on iOS');
        }
        try {
          resolve({ instance: new Instance(module, imports) });
        } catch (error) {
          reject(error);
        }
      }, failed));
    });
  }
  define('WXWebAssembly', { instantiate, Memory, Table });

  return { adopt, outside, define };
})

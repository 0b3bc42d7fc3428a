// The bare context: ECMAScript, and nothing of Node or of a browser.

import { readFileSync } from 'node:fs';
import vm from 'node:vm';
import { brotliDecompressSync } from 'node:zlib';

/** What every phone's JavaScript engine has. Newer builtins (WeakRef, SharedArrayBuffer, Intl) are missing from some. */
export const ECMASCRIPT = `
  Object Function Array Number parseFloat parseInt Infinity NaN undefined Boolean String Symbol Date Promise RegExp
  Error EvalError RangeError ReferenceError SyntaxError TypeError URIError globalThis JSON Math ArrayBuffer
  Uint8Array Int8Array Uint16Array Int16Array Uint32Array Int32Array Float32Array Float64Array Uint8ClampedArray
  BigUint64Array BigInt64Array DataView Map BigInt Set WeakMap WeakSet Proxy Reflect
  decodeURI decodeURIComponent encodeURI encodeURIComponent escape unescape eval isFinite isNaN
`.trim().split(/\s+/);

export class Realm {
  #context;
  #modules = new Map();
  #code;

  constructor({ code, clock, ios = true, log, changed }) {
    this.#code = code;
    this.#context = vm.createContext(Object.create(null), {
      name: 'mini-program',
      codeGeneration: { strings: false, wasm: false },
    });
    const { adopt, outside, define } = this.inside('globals.js')({
      allowed: ECMASCRIPT,
      ios,
      clock,
      log,
      code: { compile: (path, done, failed) => this.#compile(path, changed, done, failed) },
    });
    this.adopt = adopt;
    this.outside = outside;
    this.define = define;
    this.Error = this.evaluate('Error');
    this.Promise = this.evaluate('Promise');
  }

  /** One of the scripts of `realm/`, as the function that it is. */
  inside(name) {
    const source = readFileSync(new URL(`realm/${name}`, import.meta.url), 'utf8');
    return vm.runInContext(source, this.#context, { filename: `host/realm/${name}` });
  }

  evaluate(source, filename = 'test.js') {
    return vm.runInContext(source, this.#context, { filename });
  }

  require(request, folder = '') {
    const name = this.#code.resolveModule(request, folder);
    if (this.#modules.has(name)) return this.#modules.get(name).exports;
    const module = this.evaluate('({ exports: {} })');
    this.#modules.set(name, module);
    try {
      this.#run(name, module);
    } catch (error) {
      this.#modules.delete(name);
      throw error;
    }
    return module.exports;
  }

  #run(name, module) {
    const folder = name.split('/').slice(0, -1).join('/');
    const wrapper = this.evaluate('(require) => (name) => require(name)');
    const require = wrapper((request) => this.#requireInside(request, folder));
    const source = this.#code.read(name).toString('utf8');
    const body = vm.compileFunction(source, ['require', 'module', 'exports'], {
      filename: name,
      parsingContext: this.#context,
    });
    body.call(undefined, require, module, module.exports);
  }

  #requireInside(request, folder) {
    if (typeof request !== 'string') throw new this.Error('require takes a string');
    try {
      return this.require(request, folder);
    } catch (error) {
      // An error of a module is of this context already; one of the host's must become so.
      throw error instanceof Error ? new this.Error(error.message) : error;
    }
  }

  #compile(path, changed, done, failed) {
    const settle = (callback, value) => { callback(value); changed(); };
    if (typeof path !== 'string' || !/\.wasm(\.br)?$/.test(path) || !this.#code.has(path)) {
      return setImmediate(settle, failed, `WXWebAssembly.instantiate: not a .wasm or .wasm.br file of the code package: ${String(path)}`);
    }
    const bytes = this.#code.read(path);
    const module = Promise.resolve().then(() => WebAssembly.compile(path.endsWith('.br') ? brotliDecompressSync(bytes) : bytes));
    module.then((compiled) => settle(done, compiled), (error) => settle(failed, `WXWebAssembly.instantiate: ${error.message}`));
  }
}

// A mini-program's runtime that is as bare as WeChat's: `createHost` makes one, a test launches an app in it, opens pages,
// taps buttons, and looks at what was sent.

import { asynchronous, synchronous, TASKS } from './abilities.mjs';
import { Clock } from './clock.mjs';
import { CodePackage } from './code-package.mjs';
import { Faults } from './faults.mjs';
import { Network } from './network.mjs';
import { Phone } from './phone.mjs';
import { Realm } from './realm.mjs';
import { captureRejections } from './rejections.mjs';
import { Storage } from './storage.mjs';
import { WxFail } from './wx-fail.mjs';

/** How long `until` waits for real HTTP before it calls the wait a failure. */
const PATIENCE = 10_000;

export function createHost(options) {
  return new Host(options);
}

class Host {
  #waiting = new Set();
  #emulator;
  #framework;
  #stopCapturing;
  /** What each page's file gave to `Page`, by route. */
  #pages = {};
  faults = new Faults();
  storage = new Storage();
  /** Each call of `wx`, in order: `{name, options}`. */
  calls = [];
  /** Each line of the console: `{level, args}`. */
  logs = [];
  /** What `showToast` and `showModal` showed. */
  dialogs = [];
  /** Errors thrown in callbacks, and rejections that nobody handled. A test takes those it expects. */
  errors = [];

  /**
   * `mounts`: the code package's folders. `emulator`: what answers, or nothing where a test answers from memory.
   * `domains`: more origins than the emulator's that the owner listed.
   */
  constructor({ mounts = {}, emulator, domains = {}, ios = true } = {}) {
    this.#emulator = emulator;
    this.code = new CodePackage(mounts);
    this.clock = new Clock({ offset: emulator?.offset ?? 0, report: (error) => this.#report(error) });
    this.phone = new Phone(emulator);
    this.network = new Network({ clock: this.clock, domains: { ...emulator?.domains(), ...domains } });
    this.realm = new Realm({
      code: this.code,
      clock: this.clock,
      ios,
      log: (level, args) => this.logs.push({ level, args }),
      changed: () => this.#changed(),
    });
    this.#furnish();
    this.#stopCapturing = captureRejections(
      (promise) => promise instanceof this.realm.Promise,
      (reason) => { this.#framework.rejected(reason); this.#report(reason); },
    );
  }

  get wx() {
    return this.realm.evaluate('wx');
  }

  /** Every HTTP request that left: `{method, url, path, headers, given, body}`. */
  get requests() {
    return this.network.sent;
  }

  /** A library too old to have `wx[name]`. */
  missing(name) {
    delete this.wx[name];
  }

  require(name) {
    return this.realm.require(name);
  }

  /** Runs `source` as a file at the package's root. */
  run(source, name = 'test.js') {
    this.code.write(name, source);
    return this.realm.require(`/${name}`);
  }

  launch(query = {}) {
    this.realm.require('/app.js');
    return this.#framework.launch({ path: '', query, scene: 1001 });
  }

  open(route, query = {}) {
    const module = `/${route}.js`;
    this.#pages[route] ??= (this.realm.require(module), this.#framework.definition());
    if (this.#pages[route] === undefined) throw new Error(`${module} does not call Page`);
    return this.#framework.open(this.#pages[route], route, query);
  }

  close(page) {
    this.#framework.close(page);
  }

  fire(page, handler, detail = {}, type = 'tap') {
    return this.#framework.fire(page, handler, type, detail, this.clock.now());
  }

  /** The person taps an open button and agrees: `kind` is `userInfo` or `phoneNumber`. */
  async tap(page, handler, kind) {
    const detail = await this.phone[kind]();
    return this.fire(page, handler, detail, kind === 'userInfo' ? 'getuserinfo' : 'getphonenumber');
  }

  /** Time passes, here and on the server. */
  async advance(seconds) {
    await this.#emulator?.advance(seconds);
    this.clock.advance(seconds * 1000);
  }

  /** Waits for something to become true; everything that happens in the host is a reason to look again. */
  until(predicate, what = String(predicate)) {
    return new Promise((resolve, reject) => {
      const end = (settle, value) => { clearTimeout(timer); this.#waiting.delete(look); settle(value); };
      const look = () => {
        try {
          const value = predicate();
          if (value) end(resolve, value);
        } catch (error) {
          end(reject, error);
        }
      };
      const timer = setTimeout(() => end(reject, new Error(`waited in vain for ${what}; ${this.#story()}`)), PATIENCE);
      this.#waiting.add(look);
      look();
    });
  }

  takeErrors() {
    return this.errors.splice(0);
  }

  /** Ends the host; an error that no test took is a failure. */
  async end() {
    // A rejection is known to be unhandled one turn later.
    await new Promise((resolve) => setImmediate(resolve));
    this.#stopCapturing();
    this.clock.stop();
    this.network.close();
    if (this.errors.length > 0) throw new Error(`nobody handled: ${this.errors.map(describe).join('; ')}`);
  }

  #furnish() {
    const abilities = asynchronous(this);
    const answers = synchronous(this);
    const { adopt, outside, define } = this.realm;
    define('wx', this.realm.inside('wx.js')({
      asynchronous: Object.keys(abilities),
      synchronous: Object.keys(answers),
      tasks: TASKS,
      perform: (name, options, settle) => this.#perform(name, abilities[name], options, settle),
      ask: (name, args) => this.#ask(name, answers[name], args),
      report: (error) => this.#report(error),
      adopt,
      outside,
    }));
    this.#framework = this.realm.inside('framework.js')({ adopt, define, changed: () => this.#changed() });
  }

  #perform(name, ability, options, settle) {
    this.calls.push({ name, options: copied(options) });
    const plan = this.faults.take(name);
    if (plan?.kind === 'throw') throw new Error(plan.value);
    const abort = new AbortController();
    const outcome = Promise.resolve().then(() => {
      if (plan?.kind === 'fail') throw Object.assign(new WxFail(''), { outcome: plan.value });
      return plan?.kind === 'answer' ? plan.value(options) : ability(options, abort.signal);
    });
    const held = plan?.kind === 'hold' ? plan.value : undefined;
    this.#deliver(name, outcome, held, settle);
    return () => abort.abort();
  }

  async #deliver(name, outcome, held, settle) {
    let ok = true;
    let value;
    try {
      value = { errMsg: `${name}:ok`, ...(await outcome) };
    } catch (error) {
      ok = false;
      value = error.outcome ?? { errMsg: `${name}:fail ${error.message}` };
    }
    await held;
    // WeChat never calls back before the call has returned.
    setImmediate(() => { settle(ok, value); this.#changed(); });
  }

  #ask(name, ability, args) {
    this.calls.push({ name, options: copied(args) });
    const plan = this.faults.take(name);
    if (plan) throw new Error(plan.kind === 'fail' ? plan.value.errMsg : plan.value);
    return ability(...args);
  }

  #report(error) {
    this.errors.push(error);
    this.#changed();
  }

  #changed() {
    // Promises that hang on what changed are settled first.
    setImmediate(() => { for (const look of [...this.#waiting]) look(); });
  }

  #story() {
    const last = this.calls.slice(-5).map(({ name }) => name).join(', ');
    return `last calls of wx: ${last || 'none'}; errors: ${this.errors.map(describe).join('; ') || 'none'}`;
  }
}

function copied(options) {
  try {
    return structuredClone(options);
  } catch {
    return undefined;
  }
}

function describe(error) {
  return String(error?.stack ?? error?.errMsg ?? JSON.stringify(error));
}

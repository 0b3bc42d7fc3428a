// What a test makes of `wx`: an ability that fails, throws, is held back, or answers from memory.

export class Faults {
  #plans = [];

  /** The call's `fail` is called with `error`. `times` calls after the first `after` are meant. */
  fail(name, error, { times = Infinity, after = 0 } = {}) {
    this.#plans.push({ name, kind: 'fail', value: { errMsg: `${name}:fail`, ...error }, times, after });
  }

  /** The call throws, before it returns. */
  throws(name, message = `${name} is not allowed here`, { times = Infinity, after = 0 } = {}) {
    this.#plans.push({ name, kind: 'throw', value: message, times, after });
  }

  /** The answer is `answer(options)`, and the ability itself is not used. */
  answer(name, answer) {
    this.#plans.push({ name, kind: 'answer', value: answer, times: Infinity, after: 0 });
  }

  /** The next call does its work, and calls back when the returned function is called. */
  hold(name) {
    let release;
    const released = new Promise((resolve) => { release = resolve; });
    this.#plans.push({ name, kind: 'hold', value: released, times: 1, after: 0 });
    return release;
  }

  clear() {
    this.#plans = [];
  }

  /** The plan for this call, the newest that applies. */
  take(name) {
    for (const plan of [...this.#plans].reverse()) {
      if (plan.name !== name || plan.times <= 0) continue;
      if (plan.after > 0) {
        plan.after -= 1;
        continue;
      }
      plan.times -= 1;
      return plan;
    }
    return undefined;
  }
}

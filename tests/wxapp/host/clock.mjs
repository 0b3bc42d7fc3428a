// The phone's clock. It runs with real time, and `advance` moves it on at once: timers that fell due meanwhile fire late, in
// order, as they do when a mini-program comes back from the background.

export class Clock {
  #offset;
  #nextId = 1;
  #timers = new Map();
  #report;

  constructor({ offset = 0, report = (error) => { throw error; } } = {}) {
    this.#offset = offset;
    this.#report = report;
  }

  now() {
    return Date.now() + this.#offset;
  }

  setTimeout(callback, delay = 0, ...args) {
    return this.#add({ callback, args, period: undefined }, delay);
  }

  setInterval(callback, delay = 0, ...args) {
    return this.#add({ callback, args, period: Math.max(1, Number(delay) || 0) }, delay);
  }

  clear(id) {
    clearTimeout(this.#timers.get(id)?.handle);
    this.#timers.delete(id);
  }

  advance(milliseconds) {
    this.#offset += milliseconds;
    const due = [...this.#timers].filter(([, timer]) => timer.due <= this.now());
    due.sort(([, a], [, b]) => a.due - b.due);
    for (const [id, timer] of due) {
      if (this.#timers.get(id) === timer) this.#fire(id, timer);
    }
    for (const [id, timer] of this.#timers) this.#arm(id, timer);
  }

  stop() {
    for (const id of [...this.#timers.keys()]) this.clear(id);
  }

  #add(timer, delay) {
    const id = this.#nextId++;
    timer.due = this.now() + Math.max(0, Number(delay) || 0);
    this.#timers.set(id, timer);
    this.#arm(id, timer);
    return id;
  }

  #arm(id, timer) {
    clearTimeout(timer.handle);
    timer.handle = setTimeout(() => this.#fire(id, timer), Math.max(0, timer.due - this.now()));
  }

  #fire(id, timer) {
    clearTimeout(timer.handle);
    if (timer.period === undefined) {
      this.#timers.delete(id);
    } else {
      timer.due = this.now() + timer.period;
      this.#arm(id, timer);
    }
    try {
      timer.callback(...timer.args);
    } catch (error) {
      this.#report(error);
    }
  }
}

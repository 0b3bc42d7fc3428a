// A mini-program's local storage: values are copied in and out, and a missing key reads as ''.

import { WxFail } from './wx-fail.mjs';

export class Storage {
  #values = new Map();

  get(key) {
    return this.#values.has(key) ? structuredClone(this.#values.get(key)) : '';
  }

  set(key, value) {
    if (typeof key !== 'string' || key === '') throw new WxFail('setStorage:fail parameter error: key should be a String');
    this.#values.set(key, structuredClone(value));
  }

  remove(key) {
    this.#values.delete(key);
  }

  has(key) {
    return this.#values.has(key);
  }
}

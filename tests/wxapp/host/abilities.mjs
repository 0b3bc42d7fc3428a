// Every ability of `wx` that the host has, by name.

import { randomBytes } from 'node:crypto';

import { WxFail } from './wx-fail.mjs';

export const TASKS = ['request', 'uploadFile'];

/** Abilities that call back. Each takes the call's options and gives, or promises, its answer; a `WxFail` is its `fail`. */
export function asynchronous({ network, phone, storage, dialogs }) {
  return {
    request: (options, signal) => network.request(options, signal),
    uploadFile: (options, signal) => network.upload(options, phone.file(options.filePath), signal),
    login: () => phone.login(),
    checkSession: () => phone.checkSession(),
    getSetting: () => phone.getSetting(),
    getUserInfo: () => phone.getUserInfo(),
    getUserProfile: () => phone.userInfo(),
    chooseImage: () => phone.chooseImage(),
    getRandomValues: ({ length }) => ({ randomValues: random(length) }),
    getStorage: ({ key }) => stored(storage, key),
    setStorage: ({ key, data }) => storage.set(key, data),
    removeStorage: ({ key }) => storage.remove(key),
    getSystemInfo: () => SYSTEM,
    showToast: (options) => { dialogs.push(options); },
    showModal: (options) => { dialogs.push(options); return { confirm: true, cancel: false }; },
  };
}

/** Abilities that answer at once. */
export function synchronous({ storage }) {
  return {
    getStorageSync: (key) => storage.get(key),
    setStorageSync: (key, value) => storage.set(key, value),
    removeStorageSync: (key) => storage.remove(key),
    getSystemInfoSync: () => SYSTEM,
  };
}

const SYSTEM = { platform: 'ios', system: 'iOS 13.0', SDKVersion: '2.15.0', brand: 'stand-in', language: 'zh_CN' };

function random(length) {
  if (!Number.isInteger(length) || length < 1 || length > 1_048_576) throw new WxFail('getRandomValues:fail invalid length');
  return new Uint8Array(randomBytes(length)).buffer;
}

function stored(storage, key) {
  if (!storage.has(key)) throw new WxFail('getStorage:fail data not found');
  return { data: storage.get(key) };
}

// The person's phone: who is logged in to WeChat, what they granted, their pictures. WeChat's own side is the emulator's.

import { WxFail } from './wx-fail.mjs';

/** The smallest picture that is a picture: one transparent pixel. */
const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);

export class Phone {
  #emulator;
  #loggedIn;
  #files = new Map();
  openId;
  granted = false;

  constructor(emulator) {
    this.#emulator = emulator;
  }

  /** A new person picks up the phone, or one who was made before comes back. */
  async handTo(person) {
    this.openId = person.openId ?? (await this.#emulator.control('wechat/users', person)).openId;
    this.granted = false;
    return this.openId;
  }

  async login() {
    const answer = await this.#emulator.control('wechat/login', { openId: this.#someone('login') });
    this.#loggedIn = this.openId;
    return answer;
  }

  checkSession() {
    if (this.#loggedIn === undefined || this.#loggedIn !== this.openId) throw new WxFail('checkSession:fail session time out, need relogin');
    return {};
  }

  /** WeChat forgets the session, as it does after days without use. */
  forgetSession() {
    this.#loggedIn = undefined;
  }

  getSetting() {
    return { authSetting: this.granted ? { 'scope.userInfo': true } : {} };
  }

  getUserInfo() {
    if (!this.granted) throw new WxFail('getUserInfo:fail scope unauthorized');
    return this.userInfo();
  }

  /** What the user-info button's event carries once the person agrees. */
  async userInfo() {
    const detail = await this.#emulator.control('wechat/user-info', { openId: this.#someone('getUserInfo') });
    this.granted = true;
    return detail;
  }

  /** What the phone-number button's event carries once the person agrees. */
  phoneNumber() {
    return this.#emulator.control('wechat/phone-number', { openId: this.#someone('getPhoneNumber') });
  }

  chooseImage() {
    const path = `http://tmp/wx${this.#files.size + 1}.png`;
    this.#files.set(path, { path, type: 'image/png', bytes: PICTURE });
    return { tempFilePaths: [path], tempFiles: [{ path, size: PICTURE.length }] };
  }

  file(path) {
    const file = this.#files.get(path);
    if (file === undefined) throw new WxFail('uploadFile:fail file not found');
    return file;
  }

  #someone(api) {
    if (this.openId === undefined) throw new WxFail(`${api}:fail nobody is logged in to WeChat`);
    return this.openId;
  }
}

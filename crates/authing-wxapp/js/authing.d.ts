/** Authing for WeChat mini-programs. */
declare class Authing {
  /** Throws where `userPoolId` is missing. */
  constructor(options: Authing.Options);

  login(account: { email?: string; username?: string; unionid?: string; password?: string; verifyCode?: string; MFACode?: string }): Promise<Authing.User>;
  register(account: Authing.Profile & { email?: string; phone?: string; phoneCode?: string; username?: string; unionid?: string; password?: string; forceLogin?: boolean; invitationCode?: string; registerMethod?: string }): Promise<Authing.User>;
  logout(userId: string): Promise<Authing.User>;
  user(which: { id: string }): Promise<Authing.User>;
  update(changes: Authing.Profile & { _id: string; username?: string; password?: string; oldPassword?: string }): Promise<Authing.User>;
  /** Without a token held: `{code: 2020, status: false, message: '未登录'}`, and nothing is sent. */
  checkLoginStatus(token?: string): Promise<Authing.Message>;
  sendResetPasswordEmail(to: { email: string }): Promise<Authing.Message>;
  verifyResetPasswordVerifyCode(code: { email: string; verifyCode: string }): Promise<Authing.Message>;
  changePassword(change: { email: string; password: string; verifyCode: string }): Promise<Authing.User>;
  sendVerifyEmail(to: { email: string }): Promise<Authing.Message>;
  getVerificationCode(phone: string): Promise<Authing.Message>;
  loginByPhoneCode(code: { phone: string; phoneCode: string | number }): Promise<Authing.User>;
  loginByLDAP(account: { username: string; password: string }): Promise<Authing.User>;
  unbindEmail(whose: { user: string }): Promise<Authing.User>;
  getAuthedAppList(page: { userId: string; page?: number; count?: number }): Promise<object>;
  revokeAuthedApp(app: { userId: string; appId: string }): Promise<object>;

  /** Call it in `onLaunch` and `onShow`: from then on a code is at hand before the person taps. */
  prepare(): Promise<void>;
  loginWithWxapp(tap: Authing.Tap & { phone?: string; overideProfile?: boolean }): Promise<Authing.User>;
  /** Logs in without a button where `scope.userInfo` was granted before; else it rejects with code `DECLINED`. */
  loginSilently(options?: { phone?: string; overideProfile?: boolean }): Promise<Authing.User>;
  getPhone(tap: Authing.Tap): Promise<{ phoneNumber: string; purePhoneNumber: string; countryCode: string }>;
  bindPhone(tap: Authing.Tap): Promise<Authing.User>;
  decrypt(data: { encryptedData: string; iv: string; code?: string }): Promise<any>;
  changeAvatar(userId: string): Promise<Authing.User>;

  metadata(userId: string): Promise<Authing.Metadata>;
  setMetadata(field: { _id: string; key: string; value: string }): Promise<Authing.Metadata>;
  removeMetadata(field: { _id: string; key: string }): Promise<Authing.Metadata>;
}

declare namespace Authing {
  interface Options {
    userPoolId: string;
    /** One origin for all, or addresses one by one. Without it, the public service. */
    host?: string | { user?: string; oauth?: string; core?: string; upload?: string; cdn?: string };
    /** How long one request may take, in milliseconds; 10,000 unless given. */
    timeout?: number;
    /** The key that passwords are encrypted with, as PEM. Private deployments have their own. */
    publicKey?: string;
    /** The same as `publicKey`, under the published client's name. */
    passwordEncPublicKey?: string;
    /**
     * The pool's secret: calls that nobody is logged in for are then signed with the owner's token. Whoever has the mini-program can
     * read it, and with it whatever the pool's owner may. So it is for development and internal tools; never publish it.
     */
    secret?: string;
    /** 32 random bytes, where the base library has no `wx.getRandomValues` (before 2.15.0). */
    seed?: Uint8Array | number[];
    /** Where the module is in the code package, such as `/authing/authing.wasm.br`. */
    wasmPath?: string;
  }

  /** What an open-type button's event hands over. Without `code`, the package supplies the one that fits. */
  interface Tap {
    detail: { errMsg: string; encryptedData?: string; iv?: string; [more: string]: any };
    code?: string;
  }

  /** What a call rejects with. */
  interface Failure extends Error {
    /** The service's number, such as 2004, or a word: `TAP_AGAIN`, `DECLINED`, `NOT_LOGGED_IN`, `EXPIRED`, `ARGUMENT`, … */
    code: number | string;
  }

  interface User {
    _id: string;
    email?: string;
    phone?: string;
    username?: string;
    nickname?: string;
    photo?: string;
    token?: string;
    [field: string]: any;
  }

  interface Message { code: number; message: string; status?: boolean; token?: any }
  interface Metadata { totalCount: number; list: { key: string; value: string }[] }
  interface Profile {
    nickname?: string; company?: string; photo?: string; browser?: string; name?: string; givenName?: string; familyName?: string;
    middleName?: string; profile?: string; preferredUsername?: string; website?: string; gender?: string; birthdate?: string;
    zoneinfo?: string; locale?: string; address?: string; formatted?: string; streetAddress?: string; locality?: string;
    region?: string; postalCode?: string; country?: string; oauth?: string;
  }
}

export = Authing;

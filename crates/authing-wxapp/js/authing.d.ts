/** Authing 微信小程序 SDK · Authing for WeChat mini-programs. */
declare class Authing {
  /** 缺少用户池 ID 或选项不合法时抛出 `AuthingError`。 · Throws `AuthingError` where the pool's id is missing or an option is wrong. */
  constructor(options: Authing.Options);

  /** 用户池 ID · The pool's id. */
  readonly userPoolId: string;
  /** 传入的选项 · The options that were given. */
  readonly opts: Authing.Options;
  /** 登录态 · Who is logged in. */
  readonly userAuth: { authed: boolean; authSuccess: boolean; token: string | null };
  /** 最近一次登录成功但 Token 未能写入本地缓存的原因，否则为 `null`。 · Why the last login's token is not in storage, or `null`. */
  readonly storageError: Authing.AuthingError | null;

  login(account: Authing.Account): Promise<Authing.User>;
  register(account: Authing.Registration): Promise<Authing.User>;
  /** 不传 ID 时，退出当前登录的用户。 · Without an id, the user who is logged in. */
  logout(userId?: string | { _id?: string }): Promise<Authing.User>;
  user(user: string | { id: string }): Promise<Authing.User>;
  update(changes: Authing.Changes): Promise<Authing.User>;
  /** 没有 Token 时返回 `{code: 2020, status: false, message: '未登录'}`，不发送请求。 · Without a token nothing is sent. */
  checkLoginStatus(token?: string | { token?: string }): Promise<Authing.Message>;
  sendResetPasswordEmail(options: { email: string }): Promise<Authing.Message>;
  verifyResetPasswordVerifyCode(options: { email: string; verifyCode: string | number }): Promise<Authing.Message>;
  changePassword(options: { email: string; password: string; verifyCode: string | number; client?: string }): Promise<Authing.User>;
  sendVerifyEmail(options: { email: string }): Promise<Authing.Message>;
  getVerificationCode(phone: string | { phone: string }): Promise<Authing.Message>;
  loginByPhoneCode(options: { phone: string; phoneCode?: string | number; verifyCode?: string | number }): Promise<Authing.User>;
  loginByLDAP(options: { username: string; password: string }): Promise<Authing.User>;
  unbindEmail(user: string | { user: string; client?: string }): Promise<Authing.User>;
  getAuthedAppList(options: { userId: string; page?: number; count?: number }): Promise<object>;
  revokeAuthedApp(options: { userId: string; appId: string }): Promise<object>;

  /**
   * 在 `onLaunch` 和 `onShow` 中调用，提前备好登录凭证 code。
   * Call it in `onLaunch` and `onShow`: a `wx.login` code is then ready before the user taps.
   */
  prepare(): Promise<void>;
  loginWithWxapp(event: Authing.ButtonEvent & Authing.LoginOptions): Promise<Authing.User>;
  /**
   * 用户授权过 `scope.userInfo` 时免点击登录，否则以 `DECLINED` 失败。
   * Logs in without a button where `scope.userInfo` was granted before; else it rejects with the code `DECLINED`.
   */
  loginSilently(options?: Authing.LoginOptions): Promise<Authing.User>;
  getPhone(event: Authing.ButtonEvent): Promise<Authing.PhoneNumber>;
  bindPhone(event: Authing.ButtonEvent): Promise<Authing.User>;
  decrypt(data: { encryptedData: string; iv: string; code?: string }): Promise<any>;
  changeAvatar(userId: string | { _id: string }): Promise<Authing.User>;

  metadata(userId: string | { _id: string }): Promise<Authing.Metadata>;
  setMetadata(field: { _id: string; key: string; value: string }): Promise<Authing.Metadata>;
  removeMetadata(field: { _id: string; key: string }): Promise<Authing.Metadata>;
}

declare namespace Authing {
  export { Authing as default };

  /** `clientId` 是 `userPoolId` 的旧名。 · `clientId` is the old name of `userPoolId`. */
  export type Options = ({ userPoolId: string; clientId?: string } | { clientId: string; userPoolId?: undefined }) & Settings;

  export interface Settings {
    /** 服务地址；默认为公有云。 · One origin for all services, or a URL for each. The public service by default. */
    host?: string | { user?: string; oauth?: string; core?: string; upload?: string; cdn?: string };
    /** 单个请求的超时时间（毫秒），默认 10000。 · The timeout of one request in milliseconds; 10,000 by default. */
    timeout?: number;
    /** 允许向本机以外的地址使用 `http://`，仅用于在局域网内调试。 · Allows `http://` to other machines: for debugging in a network of your own. */
    allowPlainHttp?: boolean;
    /** 密码加密公钥（PEM）；私有化部署有自己的公钥。 · The key that passwords are encrypted with. Private deployments have their own. */
    publicKey?: string;
    /** `publicKey` 的旧名。 · The old name of `publicKey`. */
    passwordEncPublicKey?: string;
    /**
     * 用户池密钥：只用于需要管理员身份的操作，用户的请求不会携带管理员 Token。拿到小程序代码的人都能读出它，切勿用于正式版。
     * The pool's secret, for operations that need the pool's owner; no call of a user carries the owner's token. Every user who has the
     * mini-program can read it: for development and internal tools only.
     */
    secret?: string;
    /** 32 字节安全随机数；基础库低于 2.15.0 时密码登录需要。 · 32 random bytes, where the base library is older than 2.15.0. */
    seed?: Uint8Array | ArrayBuffer | number[] | null;
    /** 模块在代码包中的路径。 · The module's path in the code package, such as `/authing/authing.wasm.br`. */
    wasmPath?: string;
    /** 错误信息的语言，默认中文。 · The language of errors; Chinese by default. */
    language?: 'zh' | 'en';
  }

  /** 开放能力按钮的事件；不传 `code` 时由 SDK 提供。 · An open-type button's event. Without `code`, the package supplies it. */
  export interface ButtonEvent {
    detail: { errMsg?: string; errno?: number; encryptedData?: string; iv?: string; [more: string]: any };
    code?: string;
  }

  export interface LoginOptions {
    phone?: string;
    overideProfile?: boolean;
  }

  /** 所有方法失败时抛出的错误。 · The error that every method rejects with. */
  export interface AuthingError extends Error {
    /** 可直接展示给用户的一句话。 · A sentence to show to people. */
    message: string;
    /** 服务端错误码（如 2004），或 `ErrorWord`。 · The service's number, such as 2004, or an `ErrorWord`. */
    code: number | ErrorWord;
    /** 给开发者的说明，请写入日志。 · The explanation for developers: log it. */
    hint: string;
    /** `code` 的细分。 · A finer distinction of some codes. */
    kind?: TransportKind | WasmKind | HostKind | 'FULL' | 'CODE_ONLY';
    /** 出错的参数名。 · The wrong argument's name. */
    argument?: string;
    /** HTTP 状态码。 · The HTTP status. */
    status?: number;
    /** 微信的 `errno`。 · WeChat's `errno`. */
    errno?: number;
  }

  export type ErrorWord = 'ARGUMENT' | 'NOT_LOGGED_IN' | 'EXPIRED' | 'TAP_AGAIN' | 'DECLINED' | 'TRANSPORT' | 'INVALID_RESPONSE' | 'SERVICE'
    | 'NO_RANDOMNESS' | 'MISSING_SECRET' | 'WRONG_PRINCIPAL' | 'STORAGE' | 'HOST' | 'WASM' | 'TIMED_OUT';
  export type TransportKind = 'CONNECT' | 'TIMEOUT' | 'CONNECTION_LOST' | 'BODY_TOO_LARGE' | 'PROTOCOL' | 'UNSUPPORTED' | 'DOMAIN' | 'OTHER';
  export type WasmKind = 'NO_API' | 'NOT_FOUND' | 'TIMEOUT' | 'TRAP';
  export type HostKind = 'PRIVACY' | 'PRIVACY_SCOPE' | 'PERMISSION' | 'MISSING';

  export interface Account {
    email?: string; username?: string; unionid?: string; password?: string; verifyCode?: string | number; MFACode?: string | number;
  }
  export type Registration = Profile & {
    email?: string; phone?: string; phoneCode?: string | number; username?: string; unionid?: string; password?: string;
    forceLogin?: boolean; invitationCode?: string; registerMethod?: string;
  };
  export type Changes = Profile & { _id: string; username?: string; password?: string; oldPassword?: string; blocked?: boolean };

  export interface User {
    _id: string;
    email?: string;
    phone?: string;
    username?: string;
    nickname?: string;
    photo?: string;
    token?: string;
    blocked?: boolean;
    [field: string]: any;
  }

  export interface PhoneNumber { phoneNumber: string; purePhoneNumber: string; countryCode: string }
  export interface Message { code: number; message: string; status?: boolean; token?: any }
  export interface Metadata { totalCount: number; list: { key: string; value: string }[] }
  export interface Profile {
    nickname?: string; company?: string; photo?: string; browser?: string; name?: string; givenName?: string; familyName?: string;
    middleName?: string; profile?: string; preferredUsername?: string; website?: string; gender?: string; birthdate?: string;
    zoneinfo?: string; locale?: string; address?: string; formatted?: string; streetAddress?: string; locality?: string;
    region?: string; postalCode?: string; country?: string; oauth?: string;
  }
}

export = Authing;

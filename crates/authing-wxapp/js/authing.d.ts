/** Authing 微信小程序 SDK。方法失败时以 `AuthingError` reject。English: docs/miniprogram.md */
declare class Authing {
  constructor(options: Options);
  readonly userPoolId: string;
  readonly opts: Options;
  readonly userAuth: { authed: boolean; authSuccess: boolean; token: string | null };
  /** 最近一次登录的 Token 未能写入本地缓存的原因 */
  readonly storageError: AuthingError | null;

  login(account: Account): Promise<User>;
  register(account: Registration): Promise<User>;
  /** 默认为当前用户 */
  logout(user?: string | { _id?: string }): Promise<User>;
  user(user: string | { id: string }): Promise<User>;
  update(changes: Changes): Promise<User>;
  /** 没有 Token 时返回 `code` 2020，不发送请求 */
  checkLoginStatus(token?: string | { token?: string }): Promise<Message>;
  sendResetPasswordEmail(to: Email): Promise<Message>;
  verifyResetPasswordVerifyCode(options: Email & { verifyCode: Code }): Promise<Message>;
  changePassword(options: Email & { password: string; verifyCode: Code; client?: string }): Promise<User>;
  sendVerifyEmail(to: Email): Promise<Message>;
  getVerificationCode(phone: string | { phone: string }): Promise<Message>;
  loginByPhoneCode(options: { phone: string; phoneCode?: Code; verifyCode?: Code }): Promise<User>;
  loginByLDAP(account: { username: string; password: string }): Promise<User>;
  unbindEmail(user: string | { user: string; client?: string }): Promise<User>;
  getAuthedAppList(options: { userId: string; page?: number; count?: number }): Promise<object>;
  revokeAuthedApp(options: { userId: string; appId: string }): Promise<object>;

  /** 在 `onLaunch` 和 `onShow` 中调用，提前备好登录凭证 code */
  prepare(): Promise<void>;
  loginWithWxapp(event: ButtonEvent & LoginOptions): Promise<User>;
  /** 用户授权过 `scope.userInfo` 时免点击登录，否则以 `DECLINED` 失败 */
  loginSilently(options?: LoginOptions): Promise<User>;
  getPhone(event: ButtonEvent): Promise<PhoneNumber>;
  bindPhone(event: ButtonEvent): Promise<User>;
  decrypt(data: { encryptedData: string; iv: string; code?: string }): Promise<any>;
  changeAvatar(user: Id): Promise<User>;

  metadata(user: Id): Promise<Metadata>;
  setMetadata(field: { _id: string; key: string; value: string }): Promise<Metadata>;
  removeMetadata(field: { _id: string; key: string }): Promise<Metadata>;
}

/** `clientId` 是 `userPoolId` 的旧名 */
type Options = Settings & ({ userPoolId: string; clientId?: string } | { clientId: string; userPoolId?: undefined });

interface Settings {
  /** 默认为公有云 */
  host?: string | Texts<'user' | 'oauth' | 'core' | 'upload' | 'cdn'>;
  /** 单个请求的超时时间（毫秒），默认 10000 */
  timeout?: number;
  /** 允许 `http://`，仅用于局域网调试 */
  allowPlainHttp?: boolean;
  /** 私有化部署的密码加密公钥（PEM） */
  publicKey?: string;
  /** `publicKey` 的旧名 */
  passwordEncPublicKey?: string;
  /** 用户池密钥。拿到小程序代码的人都能读出它，切勿用于正式版 */
  secret?: string;
  /** 32 字节安全随机数，基础库低于 2.15.0 时密码登录需要 */
  seed?: Uint8Array | ArrayBuffer | number[] | null;
  /** 模块在代码包中的路径，如 `/authing/authing.wasm.br` */
  wasmPath?: string;
  /** 错误信息的语言，默认中文 */
  language?: 'zh' | 'en';
}

/** 开放能力按钮的事件；不传 `code` 时由 SDK 提供 */
interface ButtonEvent {
  detail: { errMsg?: string; errno?: number; encryptedData?: string; iv?: string; [more: string]: any };
  code?: string;
}

interface LoginOptions { phone?: string; overideProfile?: boolean }

interface AuthingError extends Error {
  /** 可直接展示给用户的一句话 */
  message: string;
  /** 服务端错误码，或 `ErrorWord` */
  code: number | ErrorWord;
  /** 给开发者的说明，请写入日志 */
  hint: string;
  /** `code` 的细分 */
  kind?: ErrorKind;
  /** 出错的参数名 */
  argument?: string;
  status?: number;
  errno?: number;
}

type ErrorWord = 'ARGUMENT' | 'NOT_LOGGED_IN' | 'EXPIRED' | 'TAP_AGAIN' | 'DECLINED' | 'TRANSPORT' | 'INVALID_RESPONSE' | 'SERVICE'
  | 'NO_RANDOMNESS' | 'MISSING_SECRET' | 'WRONG_PRINCIPAL' | 'STORAGE' | 'HOST' | 'WASM' | 'TIMED_OUT';
/** `TRANSPORT`、`WASM`、`HOST`、`STORAGE`、`ARGUMENT` 的细分，各占一行 */
type ErrorKind = 'CONNECT' | 'TIMEOUT' | 'CONNECTION_LOST' | 'BODY_TOO_LARGE' | 'PROTOCOL' | 'UNSUPPORTED' | 'DOMAIN' | 'OTHER'
  | 'NO_API' | 'NOT_FOUND' | 'TIMEOUT' | 'TRAP'
  | 'PRIVACY' | 'PRIVACY_SCOPE' | 'PERMISSION' | 'MISSING'
  | 'FULL'
  | 'CODE_ONLY';

type Id = string | { _id: string };
type Code = string | number;
interface Email { email: string }
type Texts<Name extends string> = { [name in Name]?: string };

type Account = Texts<'email' | 'username' | 'unionid' | 'password'> & { verifyCode?: Code; MFACode?: Code };
type Registration = Profile & Texts<'email' | 'phone' | 'username' | 'unionid' | 'password' | 'invitationCode' | 'registerMethod'>
  & { phoneCode?: Code; forceLogin?: boolean };
type Changes = Profile & Texts<'username' | 'password' | 'oldPassword'> & { _id: string; blocked?: boolean };
type Profile = Texts<'nickname' | 'company' | 'photo' | 'browser' | 'name' | 'givenName' | 'familyName' | 'middleName' | 'profile'
  | 'preferredUsername' | 'website' | 'gender' | 'birthdate' | 'zoneinfo' | 'locale' | 'address' | 'formatted' | 'streetAddress'
  | 'locality' | 'region' | 'postalCode' | 'country' | 'oauth'>;

interface User extends Texts<'email' | 'phone' | 'username' | 'nickname' | 'photo' | 'token'> {
  _id: string;
  blocked?: boolean;
  [field: string]: any;
}
interface PhoneNumber { phoneNumber: string; purePhoneNumber: string; countryCode: string }
interface Message { code: number; message: string; status?: boolean; token?: any }
interface Metadata { totalCount: number; list: { key: string; value: string }[] }

declare namespace Authing {
  export {
    Authing as default, Options, ButtonEvent, LoginOptions, AuthingError, ErrorWord, ErrorKind,
    Account, Registration, Changes, Profile, User, PhoneNumber, Message, Metadata,
  };
}

export = Authing;

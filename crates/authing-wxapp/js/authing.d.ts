/** Authing 微信小程序 SDK。失败时以 `AuthingError` reject。English: docs/miniprogram.md */
declare class Authing {
  constructor(options: Options);
  readonly userPoolId: string;
  readonly opts: Options;
  readonly userAuth: { authed: boolean; authSuccess: boolean; token: string | null };
  /** Token 未能写入本地缓存的原因 */
  readonly storageError: AuthingError | null;

  login(account: Account): Promise<User>;
  register(account: Registration): Promise<User>;
  /** 默认为当前用户 */
  logout(user?: Id): Promise<User>;
  user(user: string | { id: string }): Promise<User>;
  update(changes: Changes): Promise<User>;
  /** 没有 Token 时 `code` 为 2020 */
  checkLoginStatus(token?: string | { token?: string }): Promise<Message>;
  sendResetPasswordEmail(to: Email): Promise<Message>;
  verifyResetPasswordVerifyCode(reset: Email & { verifyCode: Code }): Promise<Message>;
  changePassword(reset: Email & { verifyCode: Code; password: string; client?: string }): Promise<User>;
  sendVerifyEmail(to: Email): Promise<Message>;
  getVerificationCode(phone: string | { phone: string }): Promise<Message>;
  loginByPhoneCode(account: { phone: string; phoneCode?: Code; verifyCode?: Code }): Promise<User>;
  loginByLDAP(account: { username: string; password: string }): Promise<User>;
  unbindEmail(user: string | { user: string; client?: string }): Promise<User>;
  getAuthedAppList(page: { userId: string; page?: number; count?: number }): Promise<object>;
  revokeAuthedApp(app: { userId: string; appId: string }): Promise<object>;

  /** 请在 `App` 的 `onShow` 中调用 */
  prepare(): Promise<void>;
  loginWithWxapp(event: ButtonEvent & LoginOptions): Promise<User>;
  /** 需用户授权过 `scope.userInfo` */
  loginSilently(options?: LoginOptions): Promise<User>;
  getPhone(event: ButtonEvent): Promise<PhoneNumber>;
  bindPhone(event: ButtonEvent): Promise<User>;
  decrypt(data: { encryptedData: string; iv: string; code?: string }): Promise<any>;
  changeAvatar(user: Id): Promise<User>;

  metadata(user: Id): Promise<Metadata>;
  setMetadata(field: { _id: string; key: string; value: string }): Promise<Metadata>;
  removeMetadata(field: { _id: string; key: string }): Promise<Metadata>;
}

type Options = Settings & ({ userPoolId: string } | { clientId: string });

interface Settings {
  userPoolId?: string;
  /** @deprecated */
  clientId?: string;
  /** 默认为公有云 */
  host?: string | Texts<'user' | 'oauth' | 'core' | 'upload' | 'cdn'>;
  /** 毫秒，默认 10000 */
  timeout?: number;
  /** 仅用于局域网调试 */
  allowPlainHttp?: boolean;
  /** PEM，私有化部署用 */
  publicKey?: string;
  /** @deprecated */
  passwordEncPublicKey?: string;
  /** 用户池密钥，切勿用于正式版 */
  secret?: string;
  /** 32 字节安全随机数 */
  seed?: Uint8Array | ArrayBuffer | number[];
  /** 如 `/authing/authing.wasm.br` */
  wasmPath?: string;
  /** 错误信息的语言 */
  language?: 'zh' | 'en';
}

interface ButtonEvent {
  detail: { encryptedData?: string; iv?: string; [field: string]: any };
  /** 默认由 SDK 提供 */
  code?: string;
}
interface LoginOptions { phone?: string; overideProfile?: boolean }

/** `message` 可直接展示给用户，`hint` 请写入日志 */
interface AuthingError extends Error {
  code: number | 'ARGUMENT' | 'NOT_LOGGED_IN' | 'EXPIRED' | 'TAP_AGAIN' | 'DECLINED' | 'TRANSPORT' | 'INVALID_RESPONSE' | 'SERVICE'
    | 'NO_RANDOMNESS' | 'MISSING_SECRET' | 'WRONG_PRINCIPAL' | 'STORAGE' | 'HOST' | 'WASM' | 'TIMED_OUT';
  kind?: 'CONNECT' | 'TIMEOUT' | 'CONNECTION_LOST' | 'BODY_TOO_LARGE' | 'PROTOCOL' | 'UNSUPPORTED' | 'DOMAIN' | 'OTHER'
    | 'NO_API' | 'NOT_FOUND' | 'TRAP' | 'PRIVACY' | 'PRIVACY_SCOPE' | 'PERMISSION' | 'MISSING' | 'FULL' | 'CODE_ONLY';
  hint: string;
  argument?: string;
  path?: string;
  status?: number;
  errno?: number;
}

type Id = string | { _id: string };
type Code = string | number;
type Email = { email: string };
type Texts<Name extends string> = { [name in Name]?: string };

type Names = Texts<'email' | 'username' | 'unionid' | 'openid' | 'password' | 'lastIP' | 'browser'>;
type Account = Names & { verifyCode?: Code; MFACode?: Code; params?: string };
type Registration = Profile & Names & Texts<'phone' | 'invitationCode' | 'registerMethod' | 'signedUp' | 'lastLogin' | 'from'>
  & { phoneCode?: Code; forceLogin?: boolean; keepPassword?: boolean };
type Changes = Profile & Texts<'username' | 'password' | 'oldPassword'> & { _id: string; blocked?: boolean };
type Profile = Texts<'nickname' | 'company' | 'photo' | 'browser' | 'name' | 'givenName' | 'familyName' | 'middleName' | 'profile'
  | 'preferredUsername' | 'website' | 'gender' | 'birthdate' | 'zoneinfo' | 'locale' | 'address' | 'formatted' | 'streetAddress'
  | 'locality' | 'region' | 'postalCode' | 'country' | 'oauth'>;

interface User extends Profile, Texts<'email' | 'phone' | 'username' | 'token'> {
  _id: string;
  blocked?: boolean;
  [field: string]: any;
}
type PhoneNumber = { phoneNumber: string; purePhoneNumber: string; countryCode: string };
type Message = { code: number; message: string; status?: boolean; token?: any };
type Metadata = { totalCount: number; list: { key: string; value: string }[] };

declare namespace Authing {
  export {
    Authing as default, Options, ButtonEvent, LoginOptions, AuthingError, Account, Registration, Changes, Profile, User, PhoneNumber,
    Message, Metadata,
  };
}
export = Authing;

// Every method of the package with arguments that it accepts.

const USER_INFO = { errMsg: 'getUserInfo:ok', encryptedData: 'ED', iv: 'IV', rawData: '{}', signature: 's' };
const PHONE_NUMBER = { errMsg: 'getPhoneNumber:ok', encryptedData: 'ED', iv: 'IV' };

export const METHODS = {
  login: [{ email: 'a@b.com', password: 'pw123456' }],
  register: [{ email: 'a@b.com', password: 'pw123456' }],
  logout: ['u1'],
  user: [{ id: 'u1' }],
  update: [{ _id: 'u1', nickname: 'n', password: 'new12345', oldPassword: 'pw123456' }],
  checkLoginStatus: [],
  sendResetPasswordEmail: [{ email: 'a@b.com' }],
  verifyResetPasswordVerifyCode: [{ email: 'a@b.com', verifyCode: '1' }],
  changePassword: [{ email: 'a@b.com', password: 'new12345', verifyCode: '1' }],
  sendVerifyEmail: [{ email: 'a@b.com' }],
  getVerificationCode: ['17670416754'],
  loginByPhoneCode: [{ phone: '17670416754', phoneCode: '1234' }],
  loginByLDAP: [{ username: 'bob', password: 'pw123456' }],
  unbindEmail: [{ user: 'u1', client: 'pool-1' }],
  getAuthedAppList: [{ userId: 'u1', page: 1, count: 10 }],
  revokeAuthedApp: [{ userId: 'u1', appId: 'app1' }],
  loginWithWxapp: [{ detail: USER_INFO, phone: '17670416754', overideProfile: true }],
  loginSilently: [],
  prepare: [],
  getPhone: [{ detail: PHONE_NUMBER }],
  bindPhone: [{ detail: PHONE_NUMBER }],
  decrypt: [{ encryptedData: 'ED', iv: 'IV' }],
  changeAvatar: ['u1'],
  metadata: ['u1'],
  setMetadata: [{ _id: 'u1', key: 'KEY', value: 'VALUE' }],
  removeMetadata: [{ _id: 'u1', key: 'KEY' }],
};

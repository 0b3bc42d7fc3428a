// As TypeScript reads a CommonJS module.
import Authing = require('../../../crates/authing-wxapp/js/authing');

const authing = new Authing({ userPoolId: 'pool-1', host: { user: 'https://a.cn/graphql' }, seed: new Uint8Array(32), language: 'en' });

export async function all(event: { detail: Authing.ButtonEvent['detail'] }): Promise<string> {
  await authing.prepare();
  const user: Authing.User = await authing.loginWithWxapp({ ...event, phone: '17670416754', overideProfile: true });
  await authing.update({ _id: user._id, nickname: 'n', blocked: true });
  const { phoneNumber } = await authing.getPhone(event);
  await authing.loginByPhoneCode({ phone: phoneNumber, phoneCode: 1234 });
  await authing.logout(user._id);
  return authing.userAuth.token ?? '';
}

export function told(error: Authing.AuthingError): string | undefined {
  if (error.code === 'TAP_AGAIN' || error.code === 2004) return error.message;
  return error.kind === 'DOMAIN' ? error.hint : authing.storageError?.message;
}

// @ts-expect-error The pool's id is missing.
new Authing({ host: 'https://a.cn' });
// @ts-expect-error There is no such service.
new Authing({ userPoolId: 'pool-1', host: { uploads: 'https://a.cn' } });
// @ts-expect-error A number is no seed.
new Authing({ userPoolId: 'pool-1', seed: 32 });

// As a mini-program in TypeScript imports it, without `esModuleInterop`.
import Authing from '../../../crates/authing-wxapp/js/authing';

export const authing: Authing = new Authing({ clientId: 'pool-1' });
export const login = (account: Authing.Account): Promise<Authing.User> => authing.login(account);

// The options of `new Authing(…)` that the module does not read.

/**
 * Returns the pool's id, the seed if there is one, and the module's paths if one is given. `reject` throws an error with the option's name,
 * and what the option must be, in Chinese and in English.
 */
function readOptions({ userPoolId, clientId, seed, wasmPath }, reject) {
  const poolId = userPoolId || clientId;
  if (typeof poolId !== 'string' || !poolId) reject('userPoolId', '请从 Authing 控制台复制用户池 ID', 'copy it from the console');
  return [
    poolId,
    seed === undefined || seed === null ? undefined : readSeed(seed, reject),
    wasmPath && [`/${wasmPath}`.replace(/^\/+/, '/')],
  ];
}

/** Copies 32 bytes. A number or a text would become a seed of zeros, so it is rejected, as is a list with members that are no bytes. */
function readSeed(seed, reject) {
  const bytes = new Uint8Array(typeof seed === 'object' ? seed : 0).slice();
  if (bytes.length !== 32 || seed.length && bytes.some((byte, at) => byte !== seed[at])) {
    reject('seed', '须为 32 字节安全随机数', 'must be 32 random bytes');
  }
  return bytes;
}

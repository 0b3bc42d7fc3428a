// What of the options of `new Authing(…)` the module does not read.

/**
 * The pool's id, the seed, or nothing, and where the module is from the root, or nothing. `reject` throws: the option's name, what it
 * must be in Chinese and in English.
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

/** 32 bytes, copied. A number or a text would make a seed of zeros, and what is no byte has become another value. */
function readSeed(seed, reject) {
  const bytes = new Uint8Array(typeof seed === 'object' ? seed : 0).slice();
  if (bytes.length !== 32 || seed.length && bytes.some((byte, at) => byte !== seed[at])) {
    reject('seed', '须为 32 字节安全随机数', 'must be 32 random bytes');
  }
  return bytes;
}

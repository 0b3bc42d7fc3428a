// What of the options of `new Authing(…)` the module does not read. `reject` throws: the option's name, what it must be in Chinese and
// in English.

function readUserPoolId({ userPoolId, clientId }, reject) {
  const id = userPoolId || clientId;
  if (typeof id !== 'string' || !id) reject('userPoolId', '请从 Authing 控制台复制用户池 ID', 'copy it from the console');
  return id;
}

/** 32 bytes, copied, or nothing. A number or a text would make a seed of zeros, and what is no byte has become another value. */
function readSeed({ seed }, reject) {
  if (seed === undefined || seed === null) return;
  const bytes = new Uint8Array(typeof seed === 'object' ? seed : 0).slice();
  if (bytes.length !== 32 || seed.length && bytes.some((byte, at) => byte !== seed[at])) {
    reject('seed', '须为 32 字节安全随机数', 'must be 32 random bytes');
  }
  return bytes;
}

/** Where the module is, from the root, or nothing. */
const readPaths = ({ wasmPath }) => wasmPath && [`/${wasmPath}`.replace(/^\/+/, '/')];

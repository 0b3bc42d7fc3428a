// The options of `new Authing(…)`, before the module reads them.

/** The options, checked as far as the module does not: all as JSON, for the module; the seed; where the module is. */
function readOptions(options) {
  const { clientId, seed, wasmPath } = options, userPoolId = options.userPoolId || clientId;
  if (!isText(userPoolId)) throw wrongArgument('userPoolId', 'is missing: copy it from the console');
  if (wasmPath !== undefined && !isText(wasmPath)) throw wrongArgument('wasmPath', 'must be a path');
  const json = toJson(Object.assign({}, options, { userPoolId, seed: undefined }));
  if (!json) throw wrongArgument('options', NOT_JSON);
  return {
    userPoolId,
    json,
    seed: seed === undefined || seed === null ? undefined : readSeed(seed),
    paths: wasmPath && [wasmPath.replace(/^\/*/, '/')],
  };
}

const isText = value => typeof value === 'string' && value !== '';

/** 32 bytes, copied. A number or a text would make a seed of zeros. */
function readSeed(seed) {
  const bytes = new Uint8Array(typeof seed === 'object' ? seed : 0).slice();
  // What is no byte has become another value.
  const same = toJson(Array.from(seed.length ? seed : bytes)) === toJson(Array.from(bytes));
  if (same && bytes.length === 32) return bytes;
  throw wrongArgument('seed', 'must be 32 random bytes');
}

// Errors: inside the package an object like the module's `{code, message, kind?, …}`; to the caller an `Error` with the sentence for
// people.

/** An error's words. */
const errorMessage = error => String(error && (error.errMsg || error.message) || error);

/** A failure of the module. The message is a text, or a Chinese and an English one. */
const moduleError = (kind, message) => ({ code: 'WASM', kind, message });

/** An argument or option that is wrong. */
const wrongArgument = (argument, message, kind) => ({ code: 'ARGUMENT', argument, message, kind });

// The kinds of a `fail` of `wx`, by WeChat's number, which not every platform gives, or its words.
const FAILS = {
  'TRANSPORT.DOMAIN': /^600002 |domain list/,
  'HOST.PRIVACY': /^104 |privacy permission/,
  'HOST.PRIVACY_SCOPE': /^112 |privacy agreement/,
  'HOST.PERMISSION': /jsapi|no permission/,
  'HOST.MISSING': /wx\.\w+ is missing/,
};

/** An error with what is known of the `fail` of `wx` that it came of. */
function classify(error, fail) {
  error.errno = fail.errno;
  for (const name in FAILS) {
    if (FAILS[name].test(`${fail.errno} ${errorMessage(fail)}`)) [error.code, error.kind] = name.split('.');
  }
  return error;
}

/** Makes the `Error` that a caller is given, in a language. */
const createError = english => (error, method) => {
  // What has no code is a fault of the script itself.
  if (!error || error.code === undefined) error = moduleError('TRAP', errorMessage(error));
  const { code, kind, argument, path, status } = error;
  const [word] = /digits(?= of)|UTF-8|已发送/.exec(error.message) || [];
  const row = ROWS[status] || ROWS[`${code}.${word}`] || ROWS[`${code}.${kind || argument || method}`] || ROWS[code] || ROWS.UNLISTED;
  const message = row[+english].replace('{code}', code);
  const about = path ? `HTTP ${status}, ${path}` : status ? english ? 'the service says' : '服务原文' : argument ? `\`${argument}\`` : kind;
  // A text twice, or one in each language.
  const words = [about, [].concat(error.message, error.message)[+english]].filter(Boolean).join(': ');
  const hint = [!english && row[2], words].filter(Boolean).join(' ') || message;
  // A console that shows an error nobody handled shows its stack: the developer reads the hint there.
  const shown = new Error(`${message} (${hint})`);
  Object.defineProperties(shown, {
    stack: { value: shown.stack },
    message: { enumerable: true },
    toString: { value: () => message },
  });
  // JSON has nothing that is undefined.
  return Object.assign(shown, JSON.parse(toJson(error)), { message, hint });
};

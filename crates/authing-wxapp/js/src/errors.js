// Errors. Inside the package an error is an object like the module's, `{code, message, kind?, …}`. The caller gets an `Error` with a
// sentence for the user.

/** The message of anything that was thrown, or that `wx` gave to `fail`. */
const errorMessage = error => String(error && (error.errMsg || error.message) || error);

/** An error of loading or running the module. The message is a text, or a list of a Chinese and an English text. */
const moduleError = (kind, message) => ({ code: 'WASM', kind, message });

/** The error of a wrong argument or option. */
const wrongArgument = (argument, message, kind) => ({ code: 'ARGUMENT', argument, message, kind });

// The code and the kind of an error, by the `errno` of the `fail` of `wx` or, because not every platform gives one, by its message.
const FAILS = {
  'TRANSPORT.DOMAIN': /^600002 |domain list/,
  'HOST.PRIVACY': /^104 |privacy permission/,
  'HOST.PRIVACY_SCOPE': /^112 |privacy agreement/,
  'HOST.PERMISSION': /jsapi|no permission/,
  'HOST.MISSING': /wx\.\w+ is missing/,
};

/** Adds `errno` to an error, and the code and the kind that the `fail` of `wx` that caused it tells. */
function classify(error, fail) {
  error.errno = fail.errno;
  for (const name in FAILS) {
    if (FAILS[name].test(`${fail.errno} ${errorMessage(fail)}`)) [error.code, error.kind] = name.split('.');
  }
  return error;
}

/** Returns a function that creates the `Error` for the caller, in Chinese or in English. */
const createError = english => (error, method) => {
  // An error without a code is a fault of this script.
  if (!error || error.code === undefined) error = moduleError('TRAP', errorMessage(error));
  const { code, kind, argument, path, status } = error;
  const [word] = /digits(?= of)|UTF-8|已发送/.exec(error.message) || [];
  const row = ROWS[status] || ROWS[`${code}.${word}`] || ROWS[`${code}.${kind || argument || method}`] || ROWS[code] || ROWS.UNLISTED;
  const message = row[+english].replace('{code}', code);
  const about = path ? `HTTP ${status}, ${path}` : status ? english ? 'the service says' : '服务原文' : argument ? `\`${argument}\`` : kind;
  // The message is one text for both languages, or one for each.
  const words = [about, [].concat(error.message, error.message)[+english]].filter(Boolean).join(': ');
  const hint = [!english && row[2], words].filter(Boolean).join(' ') || message;
  // A console shows the stack of an unhandled error. The stack begins with the first message, so that the developer reads the hint.
  const shown = new Error(`${message} (${hint})`);
  Object.defineProperties(shown, {
    stack: { value: shown.stack },
    message: { enumerable: true },
    toString: { value: () => message },
  });
  // Through JSON, members that are undefined are left out.
  return Object.assign(shown, JSON.parse(toJson(error)), { message, hint });
};

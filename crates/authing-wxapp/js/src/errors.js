// Errors: inside the package an object like the module's `{message, code, kind?, …}`; to the caller an `Error` with the sentence
// for people.

/** An error's words. */
const errorMessage = error => String(error && (error.errMsg || error.message) || error);

const failure = (code, kind, message) => ({ code, kind, message });

/** An argument or option that is wrong. */
const wrongArgument = (argument, message, kind) => ({ code: 'ARGUMENT', argument, message, kind });

// The kinds of a `fail` of `wx`, which not every platform gives a number: the code, the kind, WeChat's number and its words.
const FAILS = [
  ['TRANSPORT', 'DOMAIN', 600002, /domain list/],
  ['HOST', 'PRIVACY', 104, /privacy permission/],
  ['HOST', 'PRIVACY_SCOPE', 112, /privacy agreement/],
  ['HOST', 'PERMISSION', NaN, /jsapi|no permission/],
];

/** What is known of the `fail` of `wx` that an error came of. */
function classify(error, fail) {
  if (!fail || !/^(HOST|DECLINED|TRANSPORT)$/.test(error.code)) return error;
  const { api, errMsg, errno, missing } = fail, sent = error.code === 'TRANSPORT';
  const [code, kind] = missing ? ['HOST', 'MISSING'] : FAILS.find(([code, , number, words]) =>
    sent === (code === 'TRANSPORT') && (errno === number || words.test(errMsg))) || [];
  return Object.assign(error, { api, errMsg, errno }, kind && { code, kind });
}

/** The sentences and the hint for an error of a method. */
function rowOf(error, method) {
  const { code, message, status } = error;
  let kind = error.kind || error.argument || method;
  if (status === 429) return ROWS.RATE_LIMIT;
  if (code === 500 && /已发送/.test(message)) return ROWS.CODE_SENT;
  if (code === 'ARGUMENT' && /digits/.test(message)) kind = 'DIGITS';
  if (code === 'ARGUMENT' && /assword/.test(kind) && /longer/.test(message)) kind = 'TOO_LONG';
  if (code === 'STORAGE' && /exceed|quota|full|max size|limit/i.test(message)) kind = error.kind = 'FULL';
  return ROWS[code + '.' + kind] || ROWS[code] || (typeof code === 'number' ? ROWS.UNLISTED : ROWS.WASM);
}

/** What the developer reads after the table's hint. */
function details({ code, kind, argument, path, status, message }, english) {
  if (typeof code === 'number' || code === 'SERVICE') return (english ? 'the service says: ' : '服务原文：') + message;
  if (argument) return `argument \`${argument}\` ${message}`;
  if (path) return `invalid response (HTTP ${status}) at \`${path}\``;
  return [kind, message].filter(Boolean).join(': ');
}

/** The `Error` that a caller is given. */
function createError(error, method, english) {
  // What is no error of ours is a fault of the script itself.
  if (error instanceof Error || !error || error.code === undefined) error = failure('WASM', undefined, errorMessage(error));
  readModuleMessages();
  const fill = text => text && text.replace(/\{(\w+)\}/g, (_, name) => error[name] === undefined ? '' : error[name]);
  const row = rowOf(error, method).map(fill);
  const sentence = row[+english];
  error.hint = [!english && row[2], details(error, english)].filter(Boolean).join(' ') || sentence;
  // A console that shows an error nobody handled shows its stack: the developer reads the hint there.
  const shown = new Error(`${sentence} (${error.hint})`);
  Object.defineProperties(shown, {
    stack: { value: shown.stack },
    message: { value: sentence, enumerable: true },
    toString: { value: () => shown.message },
  });
  for (const name of ['code', 'hint', 'kind', 'argument', 'status', 'errno']) {
    if (error[name] !== undefined) shown[name] = error[name];
  }
  return shown;
}

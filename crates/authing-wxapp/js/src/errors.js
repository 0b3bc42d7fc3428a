// Errors: inside the package an object like the module's `{message, code, kind?, …}`; to the caller an `Error` with the sentence
// for people.

var ROWS = {};
TEXTS.forEach(function (row) {
  row[0].split(' ').forEach(function (code) { ROWS[code] = row; });
});

/** An error's words. */
function errorMessage(error) {
  return String(error && (error.errMsg || error.message) || error);
}

function failure(code, kind, message) {
  return { code: code, kind: kind, message: message };
}

/** An argument or option that is wrong. */
function wrongArgument(name, reason) {
  return { code: 'ARGUMENT', argument: name, message: reason };
}

/** What is known of the `fail` of `wx` that an error came of. */
function classify(error, fail) {
  if (!fail || !/^(HOST|DECLINED|TRANSPORT)$/.test(error.code)) return error;
  var words = fail.errMsg || '';
  function says(errno, pattern) { return fail.errno === errno || pattern.test(words); }
  function host(kind) { error.code = 'HOST'; error.kind = kind; }
  error.api = fail.api;
  error.errMsg = words;
  if (typeof fail.errno === 'number') error.errno = fail.errno;
  if (fail.missing) host('MISSING');
  else if (error.code === 'TRANSPORT') {
    if (says(600002, /domain list/)) error.kind = 'DOMAIN';
  }
  else if (says(104, /privacy permission/)) host('PRIVACY');
  else if (says(112, /privacy agreement/)) host('PRIVACY_SCOPE');
  else if (/jsapi|no permission/.test(words)) host('PERMISSION');
  return error;
}

/** The row of the table for an error of a method. */
function rowOf(error, method) {
  var code = error.code, kind = error.kind || error.argument || method, words = error.message;
  if (error.status === 429) return ROWS.RATE_LIMIT;
  if (code === 'ARGUMENT' && /digits/.test(words)) kind = 'DIGITS';
  if (code === 'ARGUMENT' && /assword/.test(kind) && /longer/.test(words)) kind = 'TOO_LONG';
  if (code === 'STORAGE' && /exceed|quota|full|max size|limit/i.test(words)) kind = error.kind = 'FULL';
  if (code === 500 && /已发送/.test(words)) return ROWS.CODE_SENT;
  return ROWS[code + '.' + kind] || ROWS[code] || (typeof code === 'number' ? ROWS.UNLISTED : ROWS.WASM);
}

/** What the developer reads after the table's hint. */
function details(error, english) {
  var words = error.message;
  if (typeof error.code === 'number' || error.code === 'SERVICE') return (english ? 'the service says: ' : '服务原文：') + words;
  if (error.argument) return 'argument `' + error.argument + '` ' + words;
  if (error.path) return 'invalid response (HTTP ' + error.status + ') at `' + error.path + '`';
  return [error.kind, words].filter(Boolean).join(': ');
}

/** The `Error` that a caller is given. */
function createError(error, method, english) {
  // What is no error of ours is a fault of the script itself.
  if (error instanceof Error || !error || error.code === undefined) error = failure('WASM', undefined, errorMessage(error));
  var row = rowOf(error, method);
  function fill(text) {
    return text.replace(/\{(\w+)\}/g, function (_, name) { return error[name] === undefined ? '' : error[name]; });
  }
  var sentence = fill(row[english ? 2 : 1]);
  var hint = [english ? '' : fill(row[3] || ''), details(error, english)].filter(Boolean).join(' ') || sentence;
  // A console that shows an error nobody handled shows its stack: the developer reads the hint there.
  var result = new Error(sentence + ' (' + hint + ')');
  function own(name, value, hidden) {
    if (value !== undefined) Object.defineProperty(result, name, { value: value, enumerable: !hidden, writable: true, configurable: true });
  }
  own('stack', result.stack, true);
  own('message', sentence);
  own('code', error.code);
  own('hint', hint);
  own('kind', error.kind);
  own('argument', error.argument);
  own('status', error.status);
  own('errno', error.errno);
  own('toString', function () { return this.message; }, true);
  return result;
}

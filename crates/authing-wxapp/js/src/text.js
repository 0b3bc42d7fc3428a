// UTF-8 and JSON. A mini-program has no TextEncoder.

/** A text's bytes. Half a surrogate pair becomes U+FFFD, as everywhere. */
function encode(text) {
  var latin = text.replace(/[^\0-\x7f]+/g, function (run) {
    run = run.replace(/[\ud800-\udbff][\udc00-\udfff]|[\ud800-\udfff]/g, function (pair) {
      return pair[1] ? pair : '\ufffd';
    });
    return encodeURIComponent(run).replace(/%(..)/g, function (_, hex) { return String.fromCharCode(parseInt(hex, 16)); });
  });
  var bytes = new Uint8Array(latin.length);
  for (var at = 0; at < bytes.length; at += 1) bytes[at] = latin.charCodeAt(at);
  return bytes;
}

/** The module's UTF-8, which is always whole. */
function decode(bytes) {
  var latin = '';
  // A function takes some thousands of arguments, not any number.
  for (var at = 0; at < bytes.length; at += 4096) latin += String.fromCharCode.apply(null, bytes.subarray(at, at + 4096));
  return latin.replace(/[\x80-\xff]+/g, function (run) {
    return decodeURIComponent(run.replace(/./g, function (byte) { return '%' + byte.charCodeAt(0).toString(16); }));
  });
}

/** A value as JSON; empty where JSON cannot say it. */
function toJson(value) {
  try {
    return JSON.stringify(value) || '';
  } catch (_) {
    return '';
  }
}

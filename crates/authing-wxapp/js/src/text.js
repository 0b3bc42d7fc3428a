// UTF-8 and JSON. A mini-program has no `TextEncoder`. `unescape(encodeURIComponent(…))` is the UTF-8 of a text, with a character for each
// byte.

// The most arguments of one call: an engine limits their number.
const CHUNK = 4096;

/** Encodes a text. A lone surrogate becomes U+FFFD, as in `TextEncoder`. */
function encode(text) {
  const binary = isAscii(text) ? text : unescape(encodeURIComponent(text.replace(/[\ud800-\udfff]/gu, '\ufffd')));
  const bytes = new Uint8Array(binary.length);
  for (let at = 0; at < bytes.length; at++) bytes[at] = binary.charCodeAt(at);
  return bytes;
}

/** Decodes UTF-8 of the module, which is always valid. */
function decode(bytes) {
  let binary = '';
  for (let at = 0; at < bytes.length; at += CHUNK) binary += String.fromCharCode.apply(null, bytes.subarray(at, at + CHUNK));
  return isAscii(binary) ? binary : decodeURIComponent(escape(binary));
}

/** Most texts are ASCII, and need no conversion. */
const isAscii = text => /^[\0-\x7f]*$/.test(text);

/** A value as JSON, or '' for a value that JSON cannot express. */
function toJson(value) {
  try {
    return JSON.stringify(value) || '';
  } catch (_) {
    return '';
  }
}

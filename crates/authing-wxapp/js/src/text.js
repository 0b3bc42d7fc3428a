// UTF-8 and JSON. A mini-program has no TextEncoder; `unescape(encodeURIComponent(…))` is a text's UTF-8, a character for each byte.

// A function takes some thousands of arguments, not any number.
const CHUNK = 4096;

/** A text's bytes. Half a surrogate pair becomes U+FFFD, as everywhere. */
function encode(text) {
  const binary = isAscii(text) ? text : unescape(encodeURIComponent(text.replace(/[\ud800-\udfff]/gu, '\ufffd')));
  const bytes = new Uint8Array(binary.length);
  for (let at = 0; at < bytes.length; at++) bytes[at] = binary.charCodeAt(at);
  return bytes;
}

/** The module's UTF-8, which is always whole. */
function decode(bytes) {
  let binary = '';
  for (let at = 0; at < bytes.length; at += CHUNK) binary += String.fromCharCode.apply(null, bytes.subarray(at, at + CHUNK));
  return isAscii(binary) ? binary : decodeURIComponent(escape(binary));
}

/** Most texts are, and need no other form. */
const isAscii = text => /^[\0-\x7f]*$/.test(text);

/** A value as JSON; empty where JSON cannot say it. */
function toJson(value) {
  try {
    return JSON.stringify(value) || '';
  } catch (_) {
    return '';
  }
}

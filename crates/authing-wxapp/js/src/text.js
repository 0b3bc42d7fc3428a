// UTF-8 and JSON. A mini-program has no TextEncoder.

/** Hands over each code point. Half a surrogate pair becomes U+FFFD, as everywhere. */
function eachPoint(text, use) {
  for (var at = 0; at < text.length; at += 1) {
    var point = text.codePointAt(at);
    if (point > 0xffff) at += 1;
    use(point >= 0xd800 && point < 0xe000 ? 0xfffd : point);
  }
}

/** How many bytes a text has. */
function byteLength(text) {
  var length = 0;
  eachPoint(text, function (point) { length += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4; });
  return length;
}

/** A text's bytes. */
function encode(text) {
  var bytes = new Uint8Array(byteLength(text)), at = 0;
  eachPoint(text, function (point) {
    var more = point < 0x80 ? 0 : point < 0x800 ? 1 : point < 0x10000 ? 2 : 3;
    bytes[at++] = more ? 0xff00 >> more + 1 & 0xff | point >> 6 * more : point;
    while (more) bytes[at++] = 0x80 | point >> 6 * --more & 0x3f;
  });
  return bytes;
}

/** The module's UTF-8, which is always whole. */
function decode(bytes) {
  var text = '', units = [];
  for (var at = 0; at < bytes.length;) {
    var point = bytes[at++], more = point < 0x80 ? 0 : point < 0xe0 ? 1 : point < 0xf0 ? 2 : 3;
    if (more) point &= 0x3f >> more;
    while (more--) point = point << 6 | bytes[at++] & 0x3f;
    if (point > 0xffff) units.push(0xd7c0 + (point >> 10), 0xdc00 | point & 0x3ff);
    else units.push(point);
    // A function takes some thousands of arguments, not any number.
    if (units.length > 4000) text += String.fromCharCode.apply(null, units.splice(0));
  }
  return text + String.fromCharCode.apply(null, units);
}

/** A value as JSON; empty where JSON cannot say it. */
function toJson(value) {
  try {
    return JSON.stringify(value) || '';
  } catch (_) {
    return '';
  }
}

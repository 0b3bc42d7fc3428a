// The token in WeChat's storage, which has a key for each pool. The published clients had one key for all pools; a token of that key is
// moved to the pool's. The rules are those of `WxTokenStore` in Rust. They are here because `userAuth` needs them before the module is
// loaded.

const LEGACY_KEY = '_authing_token';

// The store of the client that uses the module. The module accesses the store before it returns.
let activeStore;

/**
 * Returns the functions of a store. The module calls the first three by their index: read, write and remove. The others, for the script,
 * return the token, and the error of storing it.
 */
function createStore(poolId, publish) {
  const key = LEGACY_KEY + '_' + poolId;
  let failed = null, unsaved;

  function save(token) {
    wx.removeStorageSync(key);
    wx.setStorageSync(key, token);
  }

  /** The token of the old key, unless it names another pool. */
  function legacyToken() {
    const token = storedToken(LEGACY_KEY), pool = poolOf(token);
    return pool && pool !== poolId ? '' : token;
  }

  function read() {
    // If storage had no room for the token, a module that is loaded after a trap takes the token from here.
    if (failed) return unsaved;
    const token = storedToken(key), legacy = !token && legacyToken();
    if (legacy) {
      try {
        save(legacy);
        wx.removeStorageSync(LEGACY_KEY);
      } catch (_) {
        // The token stays under the old key, and is read from there.
      }
    }
    return legacy || token;
  }

  /**
   * Stores the token. A failure does not fail the login: it is the client's `storageError`. The stored token is removed before, so that no
   * other user's token is left after a failure.
   */
  function write(token) {
    failed = null;
    try {
      save(token);
    } catch (error) {
      const message = errorMessage(error), kind = /exceed|quota|full|max size|limit/i.test(message) ? 'FULL' : undefined;
      failed = publish({ code: 'STORAGE', kind, message });
      unsaved = token;
      console.warn(failed.hint);
    }
  }

  function remove() {
    unsaved = '';
    wx.removeStorageSync(key);
    if (legacyToken()) wx.removeStorageSync(LEGACY_KEY);
  }

  /** The token, or null, also if storage cannot be read. */
  function token() {
    try {
      return read() || null;
    } catch (_) {
      return null;
    }
  }

  return [read, write, remove, token, () => failed];
}

/** The token of a key, or '' if there is none that a header can carry. */
function storedToken(key) {
  const token = wx.getStorageSync(key);
  return typeof token === 'string' && /^[!-~]+$/.test(token) ? token : '';
}

/** The pool that a token names, unverified: `data.clientId` of its payload. */
function poolOf(token) {
  try {
    return JSON.parse(fromBase64(token.split('.')[1])).data.clientId;
  } catch (_) {
    return undefined;
  }
}

// The digits of base64 and of base64url (RFC 4648, sections 4 and 5). They differ in 62 and 63, which stand both before `A` and after `9`:
// a digit's value is its index plus 62, modulo 64.
const DIGITS = '+/ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Decodes base64 to a text with a character for each byte. Of JSON, that is enough to read what is ASCII. */
function fromBase64(text) {
  let binary = '', bits = 0, count = 0;
  for (const digit of text.replace(/=/g, '')) {
    bits = bits << 6 | (DIGITS.indexOf(digit) + 62) % 64;
    count += 6;
    if (count >= 8) {
      count -= 8;
      binary += String.fromCharCode(bits >> count & 255);
    }
  }
  return binary;
}

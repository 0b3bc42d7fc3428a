// The token in WeChat's storage: a key for each pool. The published clients had one key for all, which is read once. The rules are those
// of the Rust half's `WxTokenStore`; here they also answer `userAuth` before the module is loaded.

const OLD_TOKEN_KEY = '_authing_token';

// The store of the client whose call the module works on. The module calls back before it returns.
let activeStore;

/** What the module asks a store for, as it numbers it: to read, to write and to remove. After that, the token and the last failure. */
function createStore(poolId, publish) {
  const key = OLD_TOKEN_KEY + '_' + poolId;
  let failed = null, unsaved;

  function save(token) {
    wx.removeStorageSync(key);
    wx.setStorageSync(key, token);
  }

  /** The old key's token, where it is this pool's or does not say whose it is. */
  function old() {
    const token = storedToken(OLD_TOKEN_KEY), pool = poolOf(token);
    return pool && pool !== poolId ? '' : token;
  }

  function read() {
    // A module that is loaded anew goes on with the token that storage had no room for.
    if (failed) return unsaved;
    const token = storedToken(key), before = !token && old();
    if (before) {
      try {
        save(before);
        wx.removeStorageSync(OLD_TOKEN_KEY);
      } catch (_) {
        // The old key is read again the next time.
      }
    }
    return before || token;
  }

  /** A login that succeeded stays one, whatever storage says. What is stored is this token or none: never another user's. */
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
    if (old()) wx.removeStorageSync(OLD_TOKEN_KEY);
  }

  /** The token, whether or not the module is loaded. */
  function token() {
    try {
      return read() || null;
    } catch (_) {
      return null;
    }
  }

  return [read, write, remove, token, () => failed];
}

/** A stored token that a header can carry, else nothing. */
function storedToken(key) {
  const token = wx.getStorageSync(key);
  return typeof token === 'string' && /^[!-~]+$/.test(token) ? token : '';
}

/** The pool that a token names: `data.clientId` of its payload, unverified. */
function poolOf(token) {
  try {
    return JSON.parse(fromBase64(token.split('.')[1])).data.clientId;
  } catch (_) {
    return undefined;
  }
}

// Of both alphabets, the last two digits before the first and after the last.
const DIGITS = '+/ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Bytes in base64, each as a character: what is ASCII in JSON can be read so. */
function fromBase64(text) {
  const bits = text.replace(/[^=]/g, digit => ((DIGITS.indexOf(digit) + 62) % 64 + 64).toString(2).slice(1));
  return String.fromCharCode(...bits.match(/.{8}/g).map(byte => parseInt(byte, 2)));
}

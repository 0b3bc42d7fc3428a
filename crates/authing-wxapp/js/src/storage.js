// The token in WeChat's storage: a key for each pool. The published clients had one key for all, which is read once. The rules are those
// of the Rust half's `WxTokenStore`; here they also answer `userAuth` before the module is loaded.

const OLD_TOKEN_KEY = '_authing_token';

// The store of the client whose call the module works on. The module calls back before it returns.
let activeStore;

function createStore(poolId) {
  const key = OLD_TOKEN_KEY + '_' + poolId;
  const save = token => wx.setStorageSync(key, token);
  let known;

  /** The old key's token, where it is this pool's or does not say whose it is. */
  function old() {
    const token = storedToken(OLD_TOKEN_KEY), pool = token && poolOf(token);
    return pool && pool !== poolId ? '' : token;
  }

  function takeOver(token) {
    try {
      save(token);
      wx.removeStorageSync(OLD_TOKEN_KEY);
    } catch (_) {
      // The old key is read again the next time.
    }
    return token;
  }

  return {
    /** Why the last token could not be saved. */
    failure: null,

    read() {
      // A module that is loaded anew goes on with the token that storage had no room for.
      if (this.failure) return known;
      const token = storedToken(key), before = !token && old();
      return known = before ? takeOver(before) : token;
    },

    /** A login that succeeded stays one, whatever storage says. What is stored is this token or none: never another user's. */
    write(token) {
      known = token;
      this.failure = null;
      try {
        save(token);
      } catch (_) {
        try {
          wx.removeStorageSync(key);
          save(token);
        } catch (error) {
          this.failure = failure('STORAGE', undefined, errorMessage(error));
        }
      }
    },

    remove() {
      known = '';
      wx.removeStorageSync(key);
      if (old()) wx.removeStorageSync(OLD_TOKEN_KEY);
    },

    /** The token, whether or not the module is loaded. */
    token() {
      try {
        return (known === undefined ? this.read() : known) || null;
      } catch (_) {
        return null;
      }
    },
  };
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

/** Bytes in base64 of either alphabet, each as a character: what is ASCII in JSON can be read so. */
function fromBase64(text) {
  const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_+/';
  let bytes = '', bits = 0, held = 0;
  for (const digit of text.replace(/=/g, '')) {
    const value = digits.indexOf(digit);
    bits = bits << 6 | (value < 64 ? value : value - 2);
    held += 6;
    if (held >= 8) bytes += String.fromCharCode(bits >> (held -= 8) & 255);
  }
  return bytes;
}

// The token in WeChat's storage: a key for each pool. The published clients had one key for all, which is read once. The rules are those
// of the Rust half's `WxTokenStore`; here they also answer `userAuth` before the module is loaded.

var OLD_TOKEN_KEY = '_authing_token';

// The store of the client whose call the module works on. The module calls back before it returns.
var activeStore;

function createStore(poolId) {
  var key = OLD_TOKEN_KEY + '_' + poolId, known;

  /** The old key's token, where it is this pool's or does not say whose it is. */
  function old() {
    var token = usable(wx.getStorageSync(OLD_TOKEN_KEY)), pool = token && poolOf(token);
    return pool && pool !== poolId ? '' : token;
  }

  function takeOver(token) {
    try {
      wx.setStorageSync(key, token);
      wx.removeStorageSync(OLD_TOKEN_KEY);
    } catch (_) {
      // The old key is read again the next time.
    }
    return token;
  }

  return {
    /** Why the last token could not be saved. */
    failure: null,

    read: function () {
      // A module that is loaded anew goes on with the token that storage had no room for.
      if (this.failure) return known;
      var token = usable(wx.getStorageSync(key)), before = token ? '' : old();
      return known = before ? takeOver(before) : token;
    },

    /** A login that succeeded stays one, whatever storage says. What is stored is this token or none: never another user's. */
    write: function (token) {
      known = token;
      this.failure = null;
      try {
        wx.setStorageSync(key, token);
      } catch (_) {
        try {
          wx.removeStorageSync(key);
          wx.setStorageSync(key, token);
        } catch (error) {
          this.failure = failure('STORAGE', undefined, errorMessage(error));
        }
      }
    },

    remove: function () {
      known = '';
      wx.removeStorageSync(key);
      if (old()) wx.removeStorageSync(OLD_TOKEN_KEY);
    },

    /** The token, whether or not the module is loaded. */
    token: function () {
      try {
        return (known === undefined ? this.read() : known) || null;
      } catch (_) {
        return null;
      }
    },
  };
}

/** A token that a header can carry, else nothing. */
function usable(token) {
  return typeof token === 'string' && /^[\x21-\x7e]+$/.test(token) ? token : '';
}

/** The pool that a token names: `data.clientId` of its payload, unverified. */
function poolOf(token) {
  try {
    return JSON.parse(decode(fromBase64(token.split('.')[1]))).data.clientId;
  } catch (_) {
    return undefined;
  }
}

function fromBase64(text) {
  var digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_', bytes = [], bits = 0, held = 0;
  text.replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '').split('').forEach(function (digit) {
    bits = (bits << 6 | digits.indexOf(digit)) & 0xfff;
    held += 6;
    if (held >= 8) bytes.push(bits >> (held -= 8) & 255);
  });
  return new Uint8Array(bytes);
}

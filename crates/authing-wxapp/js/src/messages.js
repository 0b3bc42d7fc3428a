// The sentences of the errors. Those that are needed before the module is loaded are here. The others, and the hints, are in the module,
// because it is compressed: its source is `messages.txt`.
//
// A group begins with the sentence for the user, in Chinese and in English, or with a code whose sentence it shares. Each further line has
// the codes that the sentence is for, and the hint for developers. `CODE.KIND` takes precedence over `CODE`; the kind is the error's
// `kind`, the name of the wrong argument or of the method, or a word of the error's message.

'use strict';

const BEFORE_LOADING = `操作失败，请联系客服 | Something went wrong, please contact support
ARGUMENT

微信版本过低，请升级后再试 | WeChat is too old, please update it
WASM.NO_API

加载失败，请重新打开小程序 | Loading failed, please reopen the mini-program
WASM`;

/** By an error's code: the sentence in Chinese, the sentence in English, and the hint. */
const ROWS = {};

function addMessages(text) {
  for (const group of text.trim().split('\n\n')) {
    const [heading, ...lines] = group.split('\n');
    const [chinese, english] = ROWS[heading] || heading.split(' | ');
    for (const line of lines) {
      const [codes, hint] = line.split(': ');
      for (const code of codes.split(' ')) ROWS[code] = [chinese, english, hint];
    }
  }
}

addMessages(BEFORE_LOADING);

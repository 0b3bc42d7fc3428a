// The sentences of every error. Those that are needed before the module is loaded are here; the rest, and the hints, are in the module,
// which is compressed, from `messages.txt` beside its methods.
//
// A group begins with the sentence for people, in Chinese and in English; a code instead stands for that code's sentence. Each line
// after it has the codes that the sentence is for, and the hint for developers. `CODE.KIND` goes before `CODE`; a kind is the error's
// `kind`, the wrong argument's name, the method's, or a word of the error's message.

'use strict';

const BEFORE_LOADING = `操作失败，请联系客服 | Something went wrong, please contact support
ARGUMENT

微信版本过低，请升级后再试 | WeChat is too old, please update it
WASM.NO_API

加载失败，请重新打开小程序 | Loading failed, please reopen the mini-program
WASM`;

/** By its code: the sentence in Chinese, in English, and the hint. */
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

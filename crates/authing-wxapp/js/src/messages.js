// The sentences of every error. Those that may be needed before the module is loaded are here; the rest are in the module, which is
// compressed, from `messages.txt` beside its methods.
//
// A group begins with the sentence for people, in Chinese and in English; a code instead stands for that code's sentence. Each line
// after it has the codes that the sentence is for, and the hint for developers. `CODE.KIND` goes before `CODE`; a kind is the
// error's `kind`, the wrong argument's name or the method's.

'use strict';

const BEFORE_LOADING = `操作失败，请联系客服 | Something went wrong, please contact support
ARGUMENT: 参数 \`{argument}\` 缺失或格式不对；未发送请求。
ARGUMENT.userPoolId: \`userPoolId\` 缺失或不正确：请从 Authing 控制台复制用户池 ID。
ARGUMENT.seed: \`seed\` 须为 32 字节的 \`Uint8Array\`、\`ArrayBuffer\` 或字节数组。
ARGUMENT.wasmPath: \`wasmPath\` 须为代码包中的路径，如 \`/authing/authing.wasm.br\`。

微信版本过低，请升级后再试 | WeChat is too old, please update it
WASM.NO_API: 加载模块需要 \`WXWebAssembly\`（基础库 2.14.0 及以上）。可在小程序后台设置基础库最低版本。

加载失败，请重新打开小程序 | Loading failed, please reopen the mini-program
WASM.NOT_FOUND: 未能加载 \`authing.wasm.br\`：请确认它在代码包中，并用 \`wasmPath\` 给出路径，如 \`/authing/authing.wasm.br\`。
WASM.TIMEOUT: \`WXWebAssembly.instantiate\` 没有返回；下次调用时会重新加载。
WASM: 模块内部异常，请提交 issue，附基础库版本、机型和 \`err.hint\`。下次调用时会重新加载模块。`;

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

// Every word of the page, in English and Chinese.

const TEXTS = {
  en: {
    users: "Users",
    noUsers: "Nobody has registered yet.",
    never: "never logged in",
    logins: (count) => (count === 1 ? "1 login" : `${count} logins`),
    blocked: "blocked",
    tokens: "Tokens, decoded",
    noTokens: "No token has been issued.",
    profile: "User",
    inbox: "Inbox",
    noMessages: "No SMS or mail has been sent yet.",
    time: "Time",
    to: "To",
    text: "Message",
    code: "Code",
    qr: "QR codes",
    noQr: "No QR code is waiting.",
    who: "Who scans it",
    nobody: "Nobody can scan it: register a user, or add a WeChat person.",
    stages: { waiting: "waiting", scanned: "scanned", confirmed: "confirmed", cancelled: "cancelled", expired: "expired" },
    refused: (why) => `Refused: ${why}`,
    scan: "Scan",
    confirm: "Confirm",
    cancel: "Cancel",
    expire: "Expire",
    decode: "Decode a token",
    token: "Token",
    decodeIt: "Decode",
    notAToken: "This is not a token: it has no readable header and payload.",
    requests: "Requests",
    requestsNote: "The last 200, newest first. Bodies, tokens, phone numbers and the values in addresses are not kept.",
    noRequests: "No request has come yet.",
    request: "Request",
    operation: "Operation",
    status: "Status",
    duration: "Duration",
    noAnswer: "no answer",
    lost: "The emulator does not answer.",
    pool: (id) => `User pool ${id}`,
  },
  zh: {
    users: "用户",
    noUsers: "还没有人注册。",
    never: "从未登录",
    logins: (count) => `登录 ${count} 次`,
    blocked: "已锁定",
    tokens: "已解码的 Token",
    noTokens: "还没有签发过 Token。",
    profile: "用户信息",
    inbox: "收件箱",
    noMessages: "还没有发送过短信或邮件。",
    time: "时间",
    to: "收件人",
    text: "内容",
    code: "验证码",
    qr: "二维码",
    noQr: "没有等待中的二维码。",
    who: "谁来扫码",
    nobody: "没有人可以扫码：请先注册用户，或添加微信用户。",
    stages: { waiting: "等待扫码", scanned: "已扫码", confirmed: "已确认", cancelled: "已取消", expired: "已过期" },
    refused: (why) => `被拒绝：${why}`,
    scan: "扫码",
    confirm: "确认",
    cancel: "取消",
    expire: "过期",
    decode: "解码 Token",
    token: "Token",
    decodeIt: "解码",
    notAToken: "这不是 Token：读不出头部和内容。",
    requests: "请求",
    requestsNote: "最近 200 条，最新的在前。不保存请求体、Token、手机号和地址中的参数值。",
    noRequests: "还没有收到请求。",
    request: "请求",
    operation: "操作",
    status: "状态",
    duration: "耗时",
    noAnswer: "无应答",
    lost: "模拟器没有应答。",
    pool: (id) => `用户池 ${id}`,
  },
};

let language = navigator.language.startsWith("zh") ? "zh" : "en";

export function text(name, ...values) {
  const found = TEXTS[language][name];
  return typeof found === "function" ? found(...values) : found;
}

export function changeLanguage() {
  language = language === "en" ? "zh" : "en";
  applyTexts();
}

export function applyTexts() {
  document.documentElement.lang = language === "en" ? "en" : "zh-CN";
  document.getElementById("language").textContent = language === "en" ? "中文" : "English";
  for (const place of document.querySelectorAll("[data-text]")) {
    place.textContent = text(place.dataset.text);
  }
}

// Every word of the page, in English and Chinese.

const TEXTS = {
  en: {
    users: "Users",
    noUsers: "No users yet",
    wechatUsers: "WeChat users",
    noWechatUsers: "No WeChat users yet",
    never: "never logged in",
    logins: (count) => (count === 1 ? "1 login" : `${count} logins`),
    blocked: "blocked",
    tokens: "Tokens, decoded",
    noTokens: "No token issued yet",
    profile: "User",
    inbox: "Inbox",
    noMessages: "No SMS or mail yet",
    time: "Time",
    to: "To",
    text: "Message",
    code: "Code",
    qr: "QR codes",
    noQr: "No QR codes yet",
    qrPicture: (id) => `QR code ${id}`,
    onWechat: (name) => `${name} (WeChat)`,
    who: "Who scans it",
    nobody: "No user can scan it: register a user, or add a WeChat user.",
    stages: { waiting: "waiting", scanned: "scanned", confirmed: "confirmed", cancelled: "cancelled", expired: "expired" },
    refused: (why) => `Failed: ${why}`,
    scan: "Scan",
    confirm: "Confirm",
    cancel: "Cancel",
    expire: "Expire",
    decode: "Decode a token",
    token: "Token",
    decodeIt: "Decode",
    notAToken: "This is not a token: it has no readable header and payload.",
    provider: "OpenID provider",
    apps: "Applications",
    app: "Application",
    publicClient: "none (public client)",
    redirectUris: "Redirect URIs",
    idTokenAlg: "id token",
    sessionsOpen: "Sessions of browsers",
    noSessions: "No browser is logged in",
    grants: "Grants",
    noGrants: "No application has tokens yet",
    user: "User",
    scope: "Scope",
    since: "Since",
    action: "Action",
    endSession: "End",
    revoke: "Revoke",
    revoked: "revoked",
    requests: "Requests",
    requestsNote: "The last 200, newest first. Bodies, tokens, phone numbers and the values in URLs are not kept.",
    noRequests: "No requests yet",
    request: "Request",
    operation: "Operation",
    status: "Status",
    resultCode: "Code",
    duration: "Duration",
    noAnswer: "no response",
    lost: "The emulator does not respond.",
    pool: (id) => `User pool ${id}`,
    sections: "Sections",
    connect: "Connection data",
    url: "URL",
    userPoolId: "User pool id",
    secret: "Secret",
    wechatAppId: "AppId",
    issuer: "Issuer",
    appId: "App id",
    appSecret: "App secret",
    publicKey: "Password key",
    copy: "Copy",
    copied: "Copied",
    copyIt: (what) => `Copy: ${what}`,
    previous: "Previous",
    next: "Next",
    pageOf: (page, pages, count) => `Page ${page} of ${pages}, ${count} in all`,
  },
  zh: {
    users: "用户",
    noUsers: "暂无用户",
    wechatUsers: "微信用户",
    noWechatUsers: "暂无微信用户",
    never: "从未登录",
    logins: (count) => `登录 ${count} 次`,
    blocked: "已锁定",
    tokens: "Token（已解码）",
    noTokens: "尚未签发 Token",
    profile: "用户信息",
    inbox: "收件箱",
    noMessages: "暂无短信或邮件",
    time: "时间",
    to: "接收方",
    text: "内容",
    code: "验证码",
    qr: "二维码",
    noQr: "暂无二维码",
    qrPicture: (id) => `二维码 ${id}`,
    onWechat: (name) => `${name}（微信）`,
    who: "扫码用户",
    nobody: "没有可扫码的用户，请先注册用户或添加微信用户。",
    stages: { waiting: "等待扫码", scanned: "已扫码", confirmed: "已确认登录", cancelled: "已取消", expired: "已过期" },
    refused: (why) => `操作失败：${why}`,
    scan: "扫码",
    confirm: "确认登录",
    cancel: "取消登录",
    expire: "设为过期",
    decode: "解码 Token",
    token: "Token",
    decodeIt: "解码",
    notAToken: "无法识别：解析不出 Token 的 Header 和 Payload。",
    provider: "OpenID 服务",
    apps: "应用",
    app: "应用",
    publicClient: "无（公开客户端）",
    redirectUris: "登录回调 URL",
    idTokenAlg: "id_token",
    sessionsOpen: "浏览器会话",
    noSessions: "没有浏览器处于登录状态",
    grants: "授权",
    noGrants: "尚未向应用签发 Token",
    user: "用户",
    scope: "权限（scope）",
    since: "时间",
    action: "操作",
    endSession: "结束",
    revoke: "撤销",
    revoked: "已撤销",
    requests: "请求",
    requestsNote: "最近 200 条，按时间倒序。不记录请求体、Token、手机号和 URL 参数的值。",
    noRequests: "暂无请求",
    request: "请求",
    operation: "操作名",
    status: "状态码",
    resultCode: "返回码",
    duration: "耗时",
    noAnswer: "无响应",
    lost: "无法连接模拟服务。",
    pool: (id) => `用户池 ${id}`,
    sections: "页面内容",
    connect: "连接信息",
    url: "服务地址",
    userPoolId: "用户池 ID",
    secret: "用户池密钥",
    wechatAppId: "AppId",
    issuer: "Issuer",
    appId: "应用 ID",
    appSecret: "应用密钥",
    publicKey: "密码加密公钥",
    copy: "复制",
    copied: "已复制",
    copyIt: (what) => `复制${what}`,
    previous: "上一页",
    next: "下一页",
    pageOf: (page, pages, count) => `第 ${page} / ${pages} 页，共 ${count} 条`,
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
  for (const place of document.querySelectorAll("[data-label]")) {
    place.setAttribute("aria-label", text(place.dataset.label));
  }
}

// A date and time in the page's language: as the browser's user writes it, if that is the browser's language.
export function dateTime(date) {
  return isDate(date) ? date.toLocaleString(locale()) : undefined;
}

export function timeOfDay(date) {
  return isDate(date) ? date.toLocaleTimeString(locale()) : undefined;
}

function isDate(date) {
  return !Number.isNaN(date.getTime());
}

function locale() {
  return navigator.languages.find((name) => name.startsWith(language)) ?? document.documentElement.lang;
}

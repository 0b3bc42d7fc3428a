// What a person sees on the emulator's page, and what they must not see.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { encrypt, graphql, logIn, openPage, post, startEmulator, waitForText } from "./support.mjs";

const ADA = { email: "ada@example.com", password: "correct horse", nickname: "<img src=x onerror=document.title='owned'>" };
const PHONE = "17670416754";

let emulator, browser, page, user, complaints;

before(async () => {
  emulator = await startEmulator();
  user = await logIn(emulator, ADA);
  await fetch(`${emulator.url}/send_smscode/${PHONE}/${emulator.userPoolId}`);
  await fetch(`${emulator.url}/authing/token?access_token=${user.token}`);
  ({ browser, page, complaints } = await openPage(emulator));
});

after(async () => {
  await browser?.close();
  await emulator?.stop();
});

test("a user is there with what their token says", async () => {
  const ada = page.locator("#users details");
  await ada.locator("summary", { hasText: ADA.email }).click();
  const [token] = await ada.locator("pre").allTextContents();
  const { header, payload } = JSON.parse(token);
  assert.equal(header.alg, "HS256");
  assert.equal(payload.data.id, user._id);
  assert.equal(payload.exp - payload.iat, 1_296_000);
  assert.ok((await ada.textContent()).includes("200 已登录"));
});

test("what a user wrote is text and never markup", async () => {
  assert.ok((await page.locator("#users summary").textContent()).includes(ADA.nickname));
  assert.equal(await page.locator("#users img").count(), 0);
  assert.equal(await page.title(), "authing-emulator");
});

test("the SMS is in the inbox with its code", async () => {
  const [message] = await (await fetch(`${emulator.url}/_emulator/inbox`)).json();
  const row = page.locator("#inbox tbody tr");
  await row.waitFor();
  const text = await row.textContent();
  assert.ok(text.includes(PHONE) && text.includes(message.code), text);
});

test("the log has the requests and nothing that was in them", async () => {
  const log = page.locator("#requests");
  await log.getByText("GET /authing/token?access_token=…").waitFor();
  const text = await log.textContent();
  for (const line of ["POST /graphql", "GET /send_smscode/{phone}/{pool}", "login", "register"]) {
    assert.ok(text.includes(line), `${line} in ${text}`);
  }
  for (const secret of [PHONE, ADA.email, ADA.password, user.token, emulator.userPoolId]) {
    assert.ok(!text.includes(secret), `${secret} in ${text}`);
  }
});

test("a pasted token is decoded", async () => {
  await page.getByRole("textbox", { name: "Token" }).fill(user.token);
  await page.getByRole("button", { name: "Decode" }).click();
  await page.locator("#decoded pre").waitFor();
  assert.ok((await page.locator("#decoded").textContent()).includes(user._id));
  await page.getByRole("textbox", { name: "Token" }).fill("rubbish");
  await page.getByRole("button", { name: "Decode" }).click();
  await page.locator("#decoded").getByText("This is not a token").waitFor();
});

test("a QR code is scanned and confirmed", async () => {
  const make = `${emulator.url}/qrcode/gene?scene=APP_AUTH&userPoolId=${emulator.userPoolId}`;
  const made = await (await fetch(make)).json();
  const { qrcodeId } = made.data ?? made;
  const codes = page.locator("#qr");
  await codes.getByText("waiting").waitFor();
  assert.ok(await codes.locator("img").evaluate((picture) => picture.decode().then(() => picture.naturalWidth > 0)));
  await codes.getByRole("button", { name: "Scan" }).click();
  await codes.getByText("scanned").waitFor();
  await codes.getByRole("button", { name: "Confirm" }).click();
  await codes.getByText("confirmed").waitFor();
  const check = `${emulator.url}/qrcode/check?qrcodeId=${qrcodeId}&scene=APP_AUTH`;
  const checked = await (await fetch(check)).json();
  assert.equal((checked.data ?? checked).success, true);
});

test("what was opened stays open when something new comes", async () => {
  await logIn(emulator, { email: "grace@example.com", password: "pw123456" });
  await page.locator("#users summary", { hasText: "grace@example.com" }).waitFor();
  assert.equal(await page.locator("#users details[open]").count(), 1);
});

test("the log is one click away", async () => {
  await page.getByRole("navigation").getByRole("link", { name: "Requests" }).click();
  assert.equal(new URL(page.url()).hash, "#requests-title");
  const heading = await page.getByRole("heading", { name: "Requests" }).boundingBox();
  assert.ok(heading.y >= 0 && heading.y < page.viewportSize().height, JSON.stringify(heading));
});

test("key and secret are copied", async () => {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  const pasted = () => page.evaluate(() => navigator.clipboard.readText());
  await page.getByText("Connection data").click();
  await page.getByRole("button", { name: "Copy: Secret" }).click();
  await page.locator("#connect").getByText("Copied").waitFor();
  const { secret } = await (await fetch(`${emulator.url}/_emulator`)).json();
  assert.equal(await pasted(), secret);
  await page.getByRole("button", { name: "Copy: Password key" }).click();
  await page.waitForFunction(async () => (await navigator.clipboard.readText()).startsWith("-----BEGIN PUBLIC KEY-----"));
  assert.equal(await pasted(), emulator.publicKey.trim());
});

test("WeChat users stand beside the users", async () => {
  await post(emulator, "/_emulator/wechat/users", { nickName: "Band", openId: "oBand" });
  await page.locator("#wechat-users").getByText("oBand").waitFor();
});

test("many users come page by page", async () => {
  for (let index = 0; index < 10; index += 1) {
    const info = { username: `user-${index}`, registerInClient: emulator.userPoolId, password: encrypt(emulator, "pw123456") };
    await graphql(emulator, "mutation($info: UserRegisterInput!) { register(userInfo: $info) { _id } }", { info });
  }
  const users = page.locator("#users");
  await users.getByText("Page 1 of 2, 12 in all").waitFor();
  assert.equal(await users.locator("summary").count(), 10);
  assert.ok(await users.getByRole("button", { name: "Previous" }).isDisabled());
  await users.getByRole("button", { name: "Next" }).click();
  await users.getByText("Page 2 of 2").waitFor();
  assert.equal(await users.locator("summary").count(), 2);
  await users.locator("summary", { hasText: ADA.email }).waitFor();
});

test("dates are in the page's language", async () => {
  assert.match(await page.locator("#about").textContent(), /\d{2}\/\d{2}\/\d{4}, \d{2}:\d{2}:\d{2}/);
});

test("the page speaks Chinese, too", async () => {
  await page.getByRole("button", { name: "中文" }).click();
  await page.getByRole("heading", { name: "收件箱" }).waitFor();
  assert.equal(await page.locator("html").getAttribute("lang"), "zh-CN");
  await page.locator("#users").getByText("登录 1 次").first().waitFor();
  await page.waitForFunction(() => /\d{4}\/\d{1,2}\/\d{1,2} \d{2}:\d{2}:\d{2}/.test(document.getElementById("about").textContent));
  await waitForText(page, "#requests th", "返回码");
  const headings = await page.locator("#requests th").allTextContents();
  assert.deepEqual(headings, ["时间", "请求", "操作名", "状态码", "返回码", "耗时"]);
  await waitForText(page, "#inbox th:last-child", "验证码");
});

test("every control has a name, and nothing was complained of", async () => {
  const nameless = await page.locator("button, select, textarea, img, table").evaluateAll((controls) =>
    controls.filter((control) => !(control.ariaLabel || control.alt || control.labels?.length || control.textContent.trim())).length,
  );
  assert.equal(nameless, 0);
  assert.deepEqual(complaints, []);
});

test("an emulator that has ended is said to be gone", async () => {
  await emulator.stop();
  await page.locator("#connection").getByText("无法连接模拟服务。").waitFor();
});

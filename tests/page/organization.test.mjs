// What the administrator of today's service has made, on the emulator's page: departments as a tree, groups, roles by namespace.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { openPage, startEmulator, waitForText } from "./support.mjs";

const MARKUP = "<img src=x onerror=document.title='owned'>";

let emulator, browser, page, manage, complaints;

/** The administrator's calls: the data of a success. */
async function administrator({ url, userPoolId }) {
  const { secret } = await (await fetch(`${url}/_emulator`)).json();
  const call = async (name, body, authorization) => {
    const headers = { "content-type": "application/json", ...(authorization && { authorization }) };
    const answer = await fetch(`${url}/api/v3/${name}`, { method: "POST", headers, body: JSON.stringify(body) });
    const { statusCode, message, data } = await answer.json();
    assert.equal(statusCode, 200, `${name}: ${message}`);
    return data;
  };
  const { access_token: token } = await call("get-management-token", { accessKeyId: userPoolId, accessKeySecret: secret });
  return (name, body) => call(name, body, `Bearer ${token}`);
}

before(async () => {
  emulator = await startEmulator();
  manage = await administrator(emulator);
  ({ browser, page, complaints } = await openPage(emulator));
});

after(async () => {
  await browser?.close();
  await emulator?.stop();
});

test("what there is none of is said", async () => {
  await waitForText(page, "#departments", "No organization yet");
  await waitForText(page, "#groups", "No group yet");
  await waitForText(page, "#roles", "No role yet");
});

test("departments are a tree with their members", async () => {
  const organizationCode = "acme";
  const create = (name, parentDepartmentId, code) =>
    manage("create-department", { organizationCode, parentDepartmentId, name, code });
  await manage("create-organization", { organizationCode, organizationName: "Acme" });
  const { departmentId: engineering } = await create("Engineering", "root", "eng");
  const { departmentId: platform } = await create(MARKUP, engineering);
  await create("Sales", "root");
  const { userId } = await manage("create-user", { username: "ada" });
  await manage("add-department-members", { organizationCode, departmentId: platform, userIds: [userId] });
  const root = page.locator("#departments > .tree > li");
  await waitForText(page, "#departments > .tree > li > ul > li > ul > li", `${MARKUP} 1: ada`);
  assert.equal(await root.count(), 1);
  assert.ok((await root.textContent()).startsWith("Acme acme none"));
  assert.deepEqual(
    await root.locator("> ul > li").evaluateAll((items) => items.map((item) => item.firstChild.textContent.trim())),
    ["Engineering", "Sales"],
  );
  assert.equal(await page.locator("#departments img").count(), 0);
});

test("a group shows its first members and how many more there are", async () => {
  const list = Array.from({ length: 23 }, (_, index) => ({ username: `user-${index}` }));
  const userIds = (await manage("create-users-batch", { list })).map(({ userId }) => userId);
  await manage("create-group", { type: "static", code: "team", name: "The team", description: "" });
  await manage("add-group-members", { code: "team", userIds });
  await waitForText(page, "#groups tbody tr", "user-0, user-1");
  const text = await page.locator("#groups tbody tr").textContent();
  assert.ok(text.startsWith("The team team23: ") && text.endsWith("user-19 and 3 more"), text);
});

test("roles stand under their namespaces with those who have them", async () => {
  for (const namespace of ["shop", "default"]) await manage("create-role", { code: "admin", namespace });
  await manage("update-role", { code: "admin", namespace: "shop", newCode: "admin", status: "DISABLE" });
  const targets = [{ targetType: "GROUP", targetIdentifier: "team" }];
  await manage("assign-role", { code: "admin", targets });
  await waitForText(page, "#roles tbody tr", "1: group team");
  await waitForText(page, "#roles tbody tr", "disabled");
  assert.deepEqual(await page.locator("#roles h4").allTextContents(), ["Namespace default", "Namespace shop"]);
  assert.equal(await page.getByRole("table", { name: "Namespace shop" }).count(), 1);
});

test("the section is in Chinese as well", async () => {
  await page.getByRole("button", { name: "中文" }).click();
  await page.getByRole("heading", { name: "组织与角色" }).waitFor();
  await waitForText(page, "#roles h4", "权限空间 default");
  await waitForText(page, "#roles tbody tr", "1 个：分组 team");
  await waitForText(page, "#groups tbody tr", "，另有 3 个");
});

test("no file was refused and no script failed", () => assert.deepEqual(complaints, []));

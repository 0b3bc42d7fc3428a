// The administrator's calls, by `authing-node-sdk` 4.0.1: each with a success and an error.

import assert from 'node:assert/strict';
import { createHmac, randomBytes } from 'node:crypto';

import { PASSWORD, freshEmail, scenario } from './support.mjs';
import { codes, freshPhone, ok, setupV3 } from './v3.mjs';

const v3 = await setupV3();
const { running, management } = v3;
const { info, origin } = running;

let numbers = 0;

/** A code that nothing has yet. */
function freshCode(word) {
  numbers += 1;
  return `${word}-${numbers}`;
}

/** Calls that the SDK has no method for, or not in this form: signed as it signs. */
async function signed(path, body, change = {}) {
  const headers = {
    date: new Date().toUTCString(),
    'x-authing-signature-method': 'HMAC-SHA1',
    'x-authing-signature-nonce': randomBytes(16).toString('hex'),
    'x-authing-signature-version': '1.0',
    ...change,
  };
  for (const name of Object.keys(headers)) if (headers[name] === undefined) delete headers[name];
  const lines = Object.keys(headers).sort().map((name) => `${name}:${headers[name]}\n`).join('');
  const texts = Object.keys(body).sort().map((name) => `${name}=${typeof body[name] === 'object' ? JSON.stringify(body[name]) : body[name]}`);
  const text = `POST\n${lines}${path}?${texts.join('&')}`;
  const signature = createHmac('sha1', info.secret).update(text).digest('base64');
  const authorization = `authing ${info.userPoolId}:${signature}`;
  const response = await fetch(`${origin}${path}`, {
    method: 'POST', headers: { ...headers, authorization, 'content-type': 'application/json' }, body: JSON.stringify(body),
  });
  assert.equal(response.status, 200);
  return response.json();
}

scenario('the signature, and the code of each of its faults', async () => {
  const body = { options: { pagination: { page: 1, limit: 1 } }, keywords: '你 好' };
  const list = (change) => signed('/api/v3/list-users', body, change);
  ok(await list());
  ok(await list({ date: String(Date.now()) }));
  assert.deepEqual(codes(await list({ 'x-authing-signature-method': 'HMAC-MD5' })), [401, 1301]);
  assert.deepEqual(codes(await list({ 'x-authing-signature-version': '2.0' })), [401, 1302]);
  assert.deepEqual(codes(await list({ date: 'yesterday' })), [401, 1303]);
  assert.deepEqual(codes(await list({ date: undefined })), [401, 1304]);
  assert.deepEqual(codes(await list({ date: new Date(Date.now() - 3_600_000).toUTCString() })), [401, 1305]);
  const nonce = { 'x-authing-signature-nonce': 'once' };
  ok(await list(nonce));
  assert.deepEqual(codes(await list(nonce)), [401, 1306]);
  assert.deepEqual(codes(await v3.administrator({ accessKeySecret: 'wrong' }).listUsers({})), [401, 1300]);
  assert.deepEqual(codes(await v3.administrator({ accessKeyId: 'another' }).listUsers({})), [401]);
});

scenario('the management token', async () => {
  const post = async (path, body, headers = {}) => {
    const request = { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) };
    return (await fetch(`${origin}/api/v3/${path}`, request)).json();
  };
  const key = { accessKeyId: info.userPoolId, accessKeySecret: info.secret };
  const token = ok(await post('get-management-token', key));
  const claims = JSON.parse(Buffer.from(token.access_token.split('.')[1], 'base64url'));
  assert.equal(claims.scoped_userpool_id, info.userPoolId);
  assert.deepEqual(codes(await post('get-management-token', { ...key, accessKeySecret: 'x' })), [401]);
  const authorization = `Bearer ${token.access_token}`;
  const pool = { 'x-authing-userpool-id': info.userPoolId };
  ok(await post('list-users', {}, { authorization, ...pool }));
  assert.deepEqual(codes(await post('list-users', {}, { authorization, 'x-authing-userpool-id': 'another' })), [404, 2224]);
  assert.deepEqual(codes(await post('list-users', {}, pool)), [401]);
  const { tokens } = await v3.signedIn();
  assert.deepEqual(codes(await post('list-users', {}, { authorization: `Bearer ${tokens.access_token}` })), [401]);
  assert.deepEqual(codes(await post('list-users', { options: { pagination: { limit: 51 } } }, { authorization })), [400]);
});

scenario('users: created, read by every name, updated, deleted', async () => {
  const [phone, email] = [freshPhone(), freshEmail()];
  const fields = { email, phone, username: `u${phone}`, externalId: `x${phone}`, nickname: 'Bob', customData: { a: 1 } };
  const { userId } = ok(await management.createUser({ ...fields, password: PASSWORD }));
  const names = [['user_id', userId], ['email', email], ['phone', phone], ['username', fields.username], ['external_id', fields.externalId]];
  for (const [userIdType, id] of names) {
    assert.equal(ok(await management.getUser({ userId: id, userIdType })).userId, userId, userIdType);
  }
  assert.deepEqual(ok(await management.getUser({ userId, withCustomData: true })).customData, { a: 1 });
  assert.deepEqual(codes(await management.getUser({ userId, userIdType: 'email' })), [404, 2004]);
  assert.deepEqual(codes(await management.createUser({ email })), [409]);
  assert.deepEqual(codes(await management.createUser({ nickname: 'nobody' })), [400]);
  assert.deepEqual(codes(await management.createUser({ email: 'x' })), [400]);
  const updated = ok(await management.updateUser({ userId: email, options: { userIdType: 'email' }, nickname: 'Rob', status: 'Deactivated' }));
  assert.deepEqual([updated.nickname, updated.status], ['Rob', 'Deactivated']);
  assert.deepEqual(codes(await management.updateUser({ userId: 'nobody', nickname: 'x' })), [404, 2004]);
  assert.deepEqual(ok(await management.isUserExists({ email })), { exists: true });
  assert.deepEqual(ok(await management.isUserExists({ email: freshEmail() })), { exists: false });
  assert.deepEqual(codes(await management.isUserExists({})), [400]);
  ok(await management.deleteUsersBatch({ userIds: [userId] }));
  assert.deepEqual(codes(await management.deleteUsersBatch({ userIds: [userId] })), [404, 2004]);
});

scenario('users in batches, of fifty at most', async () => {
  const list = [{ email: freshEmail() }, { email: freshEmail() }];
  const created = ok(await management.createUsersBatch({ list }));
  const userIds = created.map((user) => user.userId);
  assert.deepEqual(ok(await management.getUserBatch({ userIds })).map((user) => user.email), list.map((user) => user.email));
  const one = freshEmail();
  assert.deepEqual(codes(await management.createUsersBatch({ list: [{ email: one }, list[0]] })), [409]);
  assert.deepEqual(ok(await management.isUserExists({ email: one })), { exists: false }, 'all or none');
  const many = Array.from({ length: 51 }, () => 'u');
  assert.deepEqual(codes(await management.getUserBatch({ userIds: many })), [400]);
  assert.deepEqual(codes(await management.deleteUsersBatch({ userIds: many })), [400]);
  ok(await management.deleteUsersBatch({ userIds: [list[0].email], options: { userIdType: 'email' } }));
});

scenario('users listed: pages, keywords, filters, order', async () => {
  const mark = `mark-${Date.now()}`;
  for (const name of ['a', 'b', 'c']) await v3.newUser({ nickname: `${mark}-${name}`, company: name });
  const page = (page, limit) => management.listUsers({ keywords: mark, options: { pagination: { page, limit } } });
  const first = ok(await page(1, 2));
  assert.deepEqual([first.totalCount, first.list.length], [3, 2]);
  assert.deepEqual(ok(await page(2, 2)).list.length, 1);
  assert.deepEqual(codes(await page(1, 51)), [400]);
  assert.deepEqual(codes(await page(0, 10)), [400]);
  const search = async (request) => ok(await management.listUsers({ keywords: mark, ...request })).list.map((user) => user.company);
  assert.deepEqual(await search({ options: { sort: [{ field: 'email', order: 'asc' }] } }), ['a', 'b', 'c']);
  assert.deepEqual(await search({}), ['c', 'b', 'a']);
  assert.deepEqual(await search({ advancedFilter: [{ field: 'company', operator: 'EQUAL', value: 'b' }] }), ['b']);
  assert.deepEqual(await search({ advancedFilter: [{ field: 'company', operator: 'IN', value: ['a', 'c'] }] }), ['c', 'a']);
  assert.deepEqual(await search({ options: { fuzzySearchOn: ['company'] } }), []);
});

scenario('custom data of each kind of target', async () => {
  const { userId } = await v3.newUser();
  const [role, group] = [freshCode('role'), freshCode('group')];
  ok(await management.createRole({ code: role }));
  ok(await management.createGroup({ code: group, name: group, type: 'static', description: '' }));
  for (const [targetType, targetIdentifier] of [['USER', userId], ['ROLE', role], ['GROUP', group]]) {
    const target = { targetType, targetIdentifier };
    ok(await management.setCustomData({ ...target, list: [{ key: 'a', value: 'x' }, { key: 'b', value: { c: 1 } }] }));
    ok(await management.setCustomData({ ...target, list: [{ key: 'a', value: 'y' }] }));
    assert.deepEqual(ok(await management.getCustomData(target)), { a: 'y', b: { c: 1 } }, targetType);
  }
  const nobody = { targetType: 'USER', targetIdentifier: 'nobody' };
  assert.deepEqual(codes(await management.getCustomData(nobody)), [404, 2004]);
  assert.deepEqual(codes(await management.setCustomData({ ...nobody, list: [{ key: 'a', value: 1 }] })), [404, 2004]);
});

scenario('roles in namespaces', async () => {
  const code = freshCode('admin');
  const { userId } = await v3.newUser();
  const targets = [{ targetType: 'USER', targetIdentifier: userId }];
  ok(await management.createRole({ code, name: 'Admin' }));
  ok(await management.createRole({ code, name: 'Elsewhere', namespace: 'shop' }));
  assert.deepEqual(codes(await management.createRole({ code })), [409]);
  assert.deepEqual(codes(await management.createRole({ code: 'no blanks' })), [400]);
  assert.equal(ok(await management.getRole({ code })).name, 'Admin');
  assert.equal(ok(await management.getRole({ code, namespace: 'shop' })).name, 'Elsewhere');
  assert.deepEqual(codes(await management.getRole({ code: 'none' })), [404]);
  ok(await management.assignRole({ code, namespace: 'shop', targets }));
  assert.deepEqual(codes(await management.assignRole({ code: 'none', targets })), [404]);
  assert.deepEqual(codes(await management.assignRole({ code, targets: [{ targetType: 'USER', targetIdentifier: 'nobody' }] })), [404, 2004]);
  assert.deepEqual(ok(await management.listRoleMembers({ code, namespace: 'shop' })).list.map((user) => user.userId), [userId]);
  assert.deepEqual(codes(await management.listRoleMembers({ code: 'none' })), [404]);
  assert.deepEqual(ok(await management.getUserRoles({ userId })).list.map((role) => role.namespace), ['shop']);
  const hasAnyRole = async (roles) => ok(await management.hasAnyRole({ userId, roles })).hasAnyRole;
  assert.deepEqual([await hasAnyRole([{ code }]), await hasAnyRole([{ code, namespace: 'shop' }])], [false, true]);
  assert.deepEqual(codes(await management.hasAnyRole({ userId: 'nobody', roles: [{ code }] })), [404, 2004]);
  const newCode = freshCode('owner');
  ok(await management.updateRole({ code, namespace: 'shop', newCode, name: 'Owner' }));
  assert.equal(await hasAnyRole([{ code: newCode, namespace: 'shop' }]), true);
  assert.deepEqual(codes(await management.updateRole({ code: 'none', newCode: 'none', name: 'x' })), [404]);
  ok(await management.revokeRole({ code: newCode, namespace: 'shop', targets }));
  assert.deepEqual(codes(await management.revokeRole({ code: 'none', targets })), [404]);
  assert.deepEqual(ok(await management.getUserRoles({ userId })).list, []);
  assert.ok(ok(await management.listRoles({ namespace: 'shop' })).list.some((role) => role.code === newCode));
  assert.deepEqual(codes(await management.listRoles({ limit: 51 })), [400]);
  ok(await management.deleteRolesBatch({ codeList: [newCode], namespace: 'shop' }));
  assert.deepEqual(codes(await management.deleteRolesBatch({ codeList: [newCode], namespace: 'shop' })), [404]);
});

scenario('a role for a time', async () => {
  const code = freshCode('guest');
  const { userId } = await v3.newUser();
  ok(await management.createRole({ code }));
  const now = Date.now() + running.offset;
  const targets = [{ targetType: 'USER', targetIdentifier: userId }];
  ok(await management.assignRole({ code, targets, enableTime: now - 1000, endTime: now + 60_000 }));
  assert.equal(ok(await management.getUserRoles({ userId })).totalCount, 1);
  ok(await management.assignRole({ code, targets, enableTime: now - 2000, endTime: now - 1000 }));
  assert.equal(ok(await management.getUserRoles({ userId })).totalCount, 0);
});

scenario('groups and their members', async () => {
  const code = freshCode('team');
  const [bob, eve] = [await v3.newUser(), await v3.newUser()];
  ok(await management.createGroup({ code, name: 'Team', type: 'static', description: 'd', customData: { a: 1 } }));
  assert.deepEqual(codes(await management.createGroup({ code, name: 'Team', type: 'static', description: '' })), [409]);
  ok(await management.addGroupMembers({ code, userIds: [bob.userId, eve.userId] }));
  ok(await management.addGroupMembers({ code, userIds: [bob.userId] }));
  assert.equal(ok(await management.listGroupMembers({ code })).totalCount, 2);
  assert.deepEqual(codes(await management.addGroupMembers({ code, userIds: ['nobody'] })), [404, 2004]);
  assert.deepEqual(codes(await management.addGroupMembers({ code: 'none', userIds: [bob.userId] })), [404]);
  ok(await management.removeGroupMembers({ code, userIds: [eve.userId] }));
  assert.deepEqual(codes(await management.removeGroupMembers({ code: 'none', userIds: [eve.userId] })), [404]);
  assert.deepEqual(ok(await management.listGroupMembers({ code })).list.map((user) => user.userId), [bob.userId]);
  assert.deepEqual(codes(await management.listGroupMembers({ code: 'none' })), [404]);
  assert.deepEqual(ok(await management.getUserGroups({ userId: bob.userId })).list.map((group) => group.code), [code]);
  assert.deepEqual(codes(await management.getUserGroups({ userId: 'nobody' })), [404, 2004]);
  assert.equal(ok(await management.getGroup({ code })).name, 'Team');
  assert.deepEqual(ok(await management.listGroups({ keywords: code, withCustomData: true })).list[0].customData, { a: 1 });
  assert.deepEqual(codes(await management.listGroups({ limit: 51 })), [400]);
  ok(await management.deleteUsersBatch({ userIds: [bob.userId] }));
  assert.equal(ok(await management.listGroupMembers({ code })).totalCount, 0);
  ok(await management.deleteGroupsBatch({ codeList: [code] }));
});

/** An organization with a department in a department. */
async function organization() {
  const organizationCode = freshCode('org');
  const { departmentId: root } = ok(await management.createOrganization({ organizationCode, organizationName: 'Org' }));
  const make = async (name, parentDepartmentId) =>
    ok(await management.createDepartment({ organizationCode, name, parentDepartmentId, code: name })).departmentId;
  const sales = await make('sales', root);
  return { organizationCode, root, sales, north: await make('north', sales) };
}

scenario('departments as a tree', async () => {
  const { organizationCode, root, sales, north } = await organization();
  assert.deepEqual(codes(await management.createOrganization({ organizationCode, organizationName: 'Org' })), [409]);
  assert.deepEqual(codes(await management.createDepartment({ organizationCode, name: 'x', parentDepartmentId: 'none' })), [404]);
  const listed = ok(await management.listOrganizations({ limit: 50 })).list.find((org) => org.organizationCode === organizationCode);
  assert.deepEqual([listed.departmentId, listed.hasChildren], [root, true]);
  assert.deepEqual(codes(await management.listOrganizations({ limit: 51 })), [400]);
  const children = async (departmentId) =>
    ok(await management.listChildrenDepartments({ organizationCode, departmentId })).list.map((child) => child.departmentId);
  assert.deepEqual([await children('root'), await children(sales), await children(north)], [[sales], [north], []]);
  assert.deepEqual(codes(await management.listChildrenDepartments({ organizationCode, departmentId: 'none' })), [404]);
  const { userId } = await v3.newUser();
  ok(await management.addDepartmentMembers({ organizationCode, departmentId: 'north', departmentIdType: 'code', userIds: [userId] }));
  assert.deepEqual(codes(await management.addDepartmentMembers({ organizationCode, departmentId: north, userIds: ['nobody'] })), [404, 2004]);
  const members = async (departmentId, includeChildrenDepartments) =>
    ok(await management.listDepartmentMembers({ organizationCode, departmentId, includeChildrenDepartments })).totalCount;
  assert.deepEqual([await members(north), await members(root, false), await members(root, true)], [1, 0, 1]);
  assert.deepEqual(codes(await management.listDepartmentMembers({ organizationCode, departmentId: 'none' })), [404]);
  const [own] = ok(await management.getUserDepartments({ userId })).list;
  assert.deepEqual([own.departmentId, own.departmentNamePath], [north, ['Org', 'sales', 'north']]);
  assert.deepEqual(codes(await management.getUserDepartments({ userId: 'nobody' })), [404, 2004]);
  assert.deepEqual(ok(await management.getUser({ userId, withDepartmentIds: true })).departmentIds, [north]);
  ok(await management.removeDepartmentMembers({ organizationCode, departmentId: north, userIds: [userId] }));
  assert.deepEqual(codes(await management.removeDepartmentMembers({ organizationCode: 'none', departmentId: north, userIds: [userId] })), [404]);
  assert.equal(await members(north), 0);
  ok(await management.deleteDepartment({ organizationCode, departmentId: sales }));
  assert.deepEqual(await children('root'), []);
});

scenario('permissions: of a user, of a role, of a department', async () => {
  const { organizationCode, root, north } = await organization();
  const [code, role] = [freshCode('book'), freshCode('reader')];
  const { userId } = await v3.newUser();
  const ask = async (action, resource = code) => ok(await management.isActionAllowed({ userId, action, resource })).allowed;
  const give = (targetType, targetIdentifier, ...actions) => management.authorizeResources({
    list: [{ targetType, targetIdentifiers: [targetIdentifier], resources: [{ code, actions, resourceType: 'DATA' }] }],
  });
  ok(await management.createResource({ code, type: 'DATA', actions: [{ name: 'read', description: '' }] }));
  assert.equal(await ask('read'), false);
  ok(await give('USER', userId, 'read'));
  assert.deepEqual([await ask('read'), await ask('write'), await ask('read', 'other')], [true, false, false]);
  ok(await management.createRole({ code: role }));
  ok(await give('ROLE', role, `${code}:write`));
  assert.equal(await ask('write'), false);
  ok(await management.addDepartmentMembers({ organizationCode, departmentId: north, userIds: [userId] }));
  ok(await management.assignRole({ code: role, targets: [{ targetType: 'DEPARTMENT', targetIdentifier: root }] }));
  assert.equal(await ask('write'), true, 'a role of a department above');
  assert.deepEqual(codes(await give('USER', 'nobody', 'read')), [404, 2004]);
  assert.deepEqual(codes(await management.isActionAllowed({ userId: 'nobody', action: 'read', resource: code })), [404, 2004]);
  const resources = ok(await management.getUserAuthorizedResources({ userId }));
  assert.deepEqual(resources.list.map((held) => [held.resourceCode, held.resourceType, held.effect]), [[code, 'DATA', 'ALLOW'], [code, 'DATA', 'ALLOW']]);
  assert.equal(ok(await management.getUserAuthorizedResources({ userId, resourceType: 'API' })).totalCount, 0);
  assert.deepEqual(codes(await management.getUserAuthorizedResources({ userId: 'nobody' })), [404, 2004]);
  const { userPermissionList: [permissions] } = ok(await management.getUserPermissionList({ userIds: [userId] }));
  assert.deepEqual([permissions.namespaceCode, permissions.resourceList[0].strAuthorize.actions], ['default', ['read']]);
  assert.deepEqual(codes(await management.getUserPermissionList({ userIds: ['nobody'] })), [404, 2004]);
});

scenario('identities, logins, sessions', async () => {
  const { own, user, tokens } = await v3.signedIn();
  const { userId } = user;
  ok(await management.linkIdentity({ userId, userIdInIdp: userId, extIdpId: 'github' }));
  assert.deepEqual(codes(await management.linkIdentity({ userId: 'nobody', userIdInIdp: 'x', extIdpId: 'github' })), [404, 2004]);
  assert.equal(ok(await management.getUserIdentities({ userId }))[0].userIdInIdp, userId);
  assert.equal(ok(await management.getUser({ userId: `github:${userId}`, userIdType: 'identity' })).userId, userId);
  assert.deepEqual(codes(await management.getUserIdentities({ userId: 'nobody' })), [404, 2004]);
  const history = ok(await management.getUserLoginHistory({ userId }));
  assert.deepEqual([history.totalCount, history.list[0].appId], [1, 'shop']);
  assert.deepEqual(codes(await management.getUserLoginHistory({ userId: 'nobody' })), [404, 2004]);
  const isActive = async (appId) => ok(await management.checkSessionStatus({ userId, appId })).active;
  assert.deepEqual([await isActive('shop'), await isActive('phone')], [true, false]);
  assert.deepEqual(codes(await management.checkSessionStatus({ userId, appId: 'none' })), [404, 2011]);
  ok(await management.kickUsers({ userId, appIds: ['phone'] }));
  assert.equal(await isActive('shop'), true);
  ok(await management.kickUsers({ userId, appIds: ['shop'] }));
  assert.equal(await isActive('shop'), false);
  assert.deepEqual(codes(await own.getProfile({})), [401, 2020]);
  assert.equal((await v3.client().introspectToken(tokens.access_token)).active, false);
  assert.deepEqual(codes(await management.kickUsers({ userId: 'nobody', appIds: ['shop'] })), [404, 2004]);
});

scenario('calls that the emulator does not have', async () => {
  const answer = await management.listWebhooks({ namespace: 'default' });
  assert.deepEqual(codes(answer), [404]);
  assert.match(answer.message, /list-webhooks/);
});

// The pool, by its owner: users, tokens, roles, permissions.

import assert from 'node:assert/strict';

import { loggedIn, refusal, registered, scenario, setup } from './support.mjs';

const { running, authing } = await setup();

scenario('list, page by page', async () => {
  const made = [];
  for (let i = 0; i < 3; i += 1) made.push((await registered(authing))._id);
  const { totalCount, list } = await authing.list();
  assert.equal(totalCount, list.length);
  const [first, second] = [await authing.list(1, 2), await authing.list(2, 2)];
  assert.deepEqual([...first.list, ...second.list].slice(0, 3).map((user) => user._id), made);
});

scenario('search', async () => {
  const user = await registered(authing, { username: 'searched-for', nickname: 'Wanda' });
  const found = await authing.search('ARCHED-F');
  assert.deepEqual(found.list.map((one) => one._id), [user._id]);
  const byNickname = await authing.search('wanda', { type: 'nickname', page: 0, count: 10 });
  assert.equal(byNickname.totalCount, 1);
  assert.equal((await refusal(authing.search('x', { type: 'shoe size', page: 0, count: 10 }))).code, 2015);
});

scenario('several by their ids, at most 80', async () => {
  const [one, two] = [await registered(authing), await registered(authing)];
  const { list } = await authing.userPatch({ ids: `${one._id},${two._id}` });
  assert.deepEqual(list.map((user) => user._id), [one._id, two._id]);
  assert.ok(list.every((user) => user.registerInClient === running.userPoolId));
  const many = Array(81).fill(one._id).join(',');
  const refused = await refusal(authing.userPatch({ ids: many }));
  assert.deepEqual([refused.code, refused.message], [2030, '一次性查询的用户不能超过 80 人']);
});

scenario('does somebody exist', async () => {
  const { email } = await registered(authing);
  assert.equal(await authing.userExist(running.userPoolId, { email }), true);
  assert.equal(await authing.userExist(running.userPoolId, { phone: '123' }), false);
});

scenario('a new token for a user', async () => {
  const user = await loggedIn(authing);
  const { token, iat, exp } = await authing.refreshToken({ user: user._id });
  assert.equal(exp - iat, 1_296_000);
  assert.equal((await authing.checkLoginStatus(token)).token.data.id, user._id);
});

scenario('roles', async () => {
  const user = await loggedIn(authing);
  const role = await authing.createRole({ name: 'r', descriptions: 'd' });
  assert.deepEqual([role.name, role.descriptions, role.client], ['r', 'd', running.userPoolId]);
  const updated = await authing.updateRolePermissions({ roleId: role._id, name: 'r2', permissions: 'p' });
  assert.deepEqual([updated.name, updated.permissions, updated.descriptions], ['r2', 'p', 'd']);
  const roles = await authing.queryRoles({ page: 1, count: 10 });
  assert.ok(roles.list.some((one) => one._id === role._id));

  const { list } = await authing.assignUserToRole({ user: user._id, roleId: role._id });
  assert.deepEqual([list[0].user._id, list[0].client._id], [user._id, running.userPoolId]);
  assert.deepEqual((await authing.queryPermissions(user._id)).list, [{ group: { name: 'r2', permissions: 'p' } }]);
  const members = await authing.getUsersByRole({ roleId: role._id });
  assert.deepEqual([members.totalCount, members.list[0].user.email], [1, user.email]);
  const removed = await authing.removeUserFromRole({ user: user._id, roleId: role._id });
  assert.deepEqual([removed.group._id, removed.user._id], [role._id, user._id]);
  assert.equal((await authing.getUsersByRole({ roleId: role._id })).totalCount, 0);
});

scenario('what a user may do', async () => {
  const user = await loggedIn(authing);
  for (const list of ['userPermissionList', 'userRoleList', 'userGroupList']) {
    assert.deepEqual(await authing[list](user._id), { totalCount: 0, rawList: [], list: [] }, list);
  }
  await authing.logout(user._id);
  const { authz } = authing;
  const permission = await authz.createPermission({ name: 'read' });
  const role = await authz.createRole({ name: 'reader' });
  const group = await authz.createGroup({ name: 'library' });
  await authz.addPermissionToRole({ permissionId: permission._id, roleId: role._id });
  await authz.addRoleToGroup({ roleId: role._id, groupId: group._id });
  await authz.addUserToGroupBatch({ userIdList: [user._id], groupId: group._id });
  const raw = async (list) => (await authing[list](user._id)).rawList;
  assert.deepEqual(await raw('userGroupList'), ['library']);
  assert.deepEqual(await raw('userRoleList'), ['reader']);
  assert.deepEqual(await raw('userPermissionList'), ['read']);
  await authz.removeUserFromGroup({ userId: user._id, groupId: group._id });
  assert.deepEqual(await raw('userPermissionList'), []);
  await authz.assignRoleToUser({ userId: user._id, roleId: role._id });
  assert.deepEqual(await raw('userPermissionList'), ['read']);
});

scenario('remove', async () => {
  const user = await registered(authing);
  assert.deepEqual(await authing.remove(user._id, 'op'), [{ _id: user._id }]);
  assert.equal((await refusal(authing.remove(user._id))).code, 2210);
});

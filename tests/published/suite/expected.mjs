// The tests of the suite that cannot pass, and the fault of each. README.md has the same table; a test that is here and passes fails.

const EMPTY = 'it tests for the truth of a description that it has made empty';
const NUMBER = 'it iterates over a number (`createPermissionBatch(N)` takes a list of names)';
const ID_ALONE = 'it counts the nodes of the response, of which the SDK asks for `_id` alone';

export const CANNOT_PASS = {
  'authz.js: 查询 Role': EMPTY,
  'authz.js: 创建 Permission': EMPTY,
  'authz.js: 查询 Permission': EMPTY,
  'authz.js: 查询用户池 Permission 列表 # 默认方式': NUMBER,
  'authz.js: 查询用户池 Permission 列表 # 排序/分页': NUMBER,
  'authz.js: 批量删除 Permission': NUMBER,
  'authz.js: Role 批量添加 Permission': NUMBER,
  'authz.js: 查询权限列表 - 直接赋予用户角色': NUMBER,
  'org.js: 添加 Node': ID_ALONE,
  'org.js: 删除 Node': ID_ALONE,
  'functions.js: 测试是否存在用户': 'it asserts nothing, which AVA takes for a failure',
};

/** The tests of the suite that race with themselves, each with the reason. They pass in one of several runs. */
export const RACES = {
  'authz.js: 查询权限列表 - 将用户加入群组': 'it does not wait for the permissions that it adds',
};

// The package's methods stand in three places: the module, the script and the typings. The typings are what `tsc --strict` takes.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

import { METHODS } from './methods.mjs';
import { bareHost, construct, PACKAGE, packaged } from './support.mjs';

const CRATE = new URL('../../crates/authing-wxapp/', import.meta.url);
const TYPINGS = fileURLToPath(new URL('js/authing.d.ts', CRATE));
const source = (name) => readFileSync(new URL(name, CRATE), 'utf8');

/** What the script calls of its own accord, after `prepare`. */
const INTERNAL = 'autoRefresh';

/** The arms of the module's matches over a method's name, such as `"login" =>` and `"loginWithWxapp" | "loginSilently" =>`. */
function moduleMethods() {
  const arms = source('src/package/methods.rs').match(/^\s+"\w+"( \| "\w+")* =>/gm);
  return [...new Set(arms.flatMap((arm) => arm.match(/\w+/g)))].filter((name) => name !== INTERNAL);
}

function scriptMethods() {
  const [, list] = /const METHODS = ([^;]+);/.exec(source('js/src/authing.js'));
  return list.match(/\w+/g);
}

function typedMethods() {
  const file = ts.createSourceFile(TYPINGS, readFileSync(TYPINGS, 'utf8'), ts.ScriptTarget.Latest);
  const { members } = file.statements.find(ts.isClassDeclaration);
  return members.filter(ts.isMethodDeclaration).map(({ name }) => name.text);
}

test('the module, the script and the typings have the same methods', () => {
  const expected = moduleMethods().sort();
  assert.ok(expected.length > 20);
  assert.ok(source('src/package/methods.rs').includes(`"${INTERNAL}"`));
  assert.deepEqual(scriptMethods().sort(), expected);
  assert.deepEqual(typedMethods().sort(), expected);
  assert.deepEqual(Object.keys(METHODS).sort(), expected, 'and so have the tests');
});

packaged('an instance has each method', async () => {
  const host = bareHost();
  const authing = construct(host, { userPoolId: 'pool-1' });
  for (const method of typedMethods()) assert.equal(typeof authing[method], 'function', method);
  assert.equal(host.run("module.exports = require('authing/authing.js').default"), host.require('/authing/authing.js'));
  await host.end();
});

for (const [name, esModuleInterop] of [['export-assignment', false], ['default-import', false], ['default-import', true]]) {
  test(`the typings are complete: ${name}${esModuleInterop ? ', with esModuleInterop' : ''}`, () => {
    const file = fileURLToPath(new URL(`types/${name}.ts`, import.meta.url));
    const options = { strict: true, noEmit: true, esModuleInterop, module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2020, types: [] };
    const problems = ts.getPreEmitDiagnostics(ts.createProgram([file], options));
    assert.deepEqual(problems.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' ')), []);
  });
}

packaged('the typings of the package are those of the repository, without layout', () => {
  const printed = (path) => ts.createPrinter().printFile(ts.createSourceFile('authing.d.ts', readFileSync(path, 'utf8'), ts.ScriptTarget.Latest));
  assert.equal(printed(`${PACKAGE}/authing.d.ts`), printed(TYPINGS));
});

/** The names of the fields that an operation of the core reads from the argument, without those that only the pool's owner may send. */
function fieldsOf(...operations) {
  const sources = operations.map((name) => source(`../authing-core/src/${name}.rs`)).join('').replace(/const GUARDED[^]*?\];/, '');
  const names = [...sources.matchAll(/TextField::\w+\("(\w+)"\)|: \w+ = \w+ "(\w+)";/g)].map(([, field, ofProfile]) => field ?? ofProfile);
  return [...new Set(names)].sort();
}

test('the typings have each field that a login, a registration and an update read', () => {
  const program = ts.createProgram([TYPINGS], {});
  const checker = program.getTypeChecker();
  const fields = (name) => {
    const alias = program.getSourceFile(TYPINGS).statements.find((statement) => ts.isTypeAliasDeclaration(statement) && statement.name.text === name);
    return checker.getPropertiesOfType(checker.getTypeAtLocation(alias)).map((property) => property.name).sort();
  };
  assert.deepEqual(fields('Account'), fieldsOf('login/login'));
  assert.deepEqual(fields('Registration'), fieldsOf('account/register', 'account/profile'));
  assert.deepEqual(fields('Changes'), [...fieldsOf('account/update', 'account/profile'), 'blocked'].sort());
});

test('the manifest has the workspace\'s version', () => {
  const [, version] = /^version = "(.+)"/m.exec(source('../../Cargo.toml'));
  assert.equal(JSON.parse(source('js/package.json')).version, version);
});

// As much of AVA as the suite uses. An assertion that fails does not end its test, and a test without any assertion fails.

/** Collects tests: `{ name, skipped, run }`, in their order. `only` is no word here: every test runs. */
export function collector() {
  const tests = [];
  const add = (skipped) => (name, body) => tests.push({ name, skipped, run: () => run(body) });
  const test = add(false);
  test.only = add(false);
  test.skip = add(true);
  return { test, tests };
}

/** Runs a test's body; throws what failed first. */
async function run(body) {
  const outcomes = [];
  const judge = (fine, words) => outcomes.push(fine ? undefined : new Error(words ?? 'an assertion does not hold'));
  await body({
    assert: (value, words) => judge(Boolean(value), words),
    truthy: (value, words) => judge(Boolean(value), words),
    true: (value, words) => judge(value === true, words),
    false: (value, words) => judge(value === false, words),
    is: (value, expected, words) => judge(Object.is(value, expected), words ?? `${value} is not ${expected}`),
    pass: () => judge(true),
    fail: (words) => judge(false, words),
    log: () => {},
  });
  if (outcomes.length === 0) throw new Error('it asserts nothing');
  const failed = outcomes.find((outcome) => outcome !== undefined);
  if (failed !== undefined) throw failed;
}

// `authing` 5.1.0 from PyPI.

import { test } from 'node:test';

import { python, runToEnd } from './python.mjs';
import { emulator } from './support.mjs';

// It imports `websockets`, and does not say that it needs it.
const { program, missing } = python('authing', 'authing', ['authing==5.1.0', 'websockets']);

test('sign-in, account and management by the Python SDK', { skip: missing ?? false }, async () => {
  const { origin, info } = await emulator(['--app', 'shop:shop-secret']);
  runToEnd(program, 'python-sdk.py', origin, info.userPoolId, info.secret);
});

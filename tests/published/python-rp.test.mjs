// Relying parties from PyPI: `idpyoidc`, which is certified, and `Authlib`.

import { test } from 'node:test';

import { python, runToEnd } from './python.mjs';
import { PASSWORD, registered, setup } from './support.mjs';

const { program, missing } = python('relying-parties', 'authlib, idpyoidc', ['idpyoidc==5.0.0', 'Authlib==1.9.10', 'requests']);
const REDIRECT_URI = 'http://127.0.0.1:4000/callback';

test('relying parties in Python', { skip: missing ?? false }, async () => {
  const secret = 'a secret: + %41, of 32 characters';
  const { running, authing } = await setup(['--app', `shop:${secret}`, '--redirect-uri', REDIRECT_URI]);
  const user = await registered(authing, { email: 'bob@example.com', nickname: 'Bob' });
  runToEnd(program, 'python-rp.py', running.origin, user._id, PASSWORD, secret, REDIRECT_URI);
});

// The published client's tests and sources, as the package has them, with another address and another key in them.

import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';

import * as esbuild from 'esbuild';

const require = createRequire(import.meta.url);
const PACKAGE = dirname(require.resolve('authing-js-sdk/package.json'));
const PEM = /-----BEGIN PUBLIC KEY-----[^"'`]*?-----END PUBLIC KEY-----/g;

/** Reads one of the package's own test files into `ava`'s tests. `folder` has the suite's `config.yaml` and `baseConfig.yaml`. */
export async function load(file, { origin, publicKey, folder, ava }) {
  const { outputFiles: [{ text }] } = await esbuild.build({
    entryPoints: [`${PACKAGE}/tests/${file}`],
    bundle: true,
    write: false,
    platform: 'node',
    format: 'cjs',
    external: ['ava'],
    logLevel: 'error',
    plugins: [elsewhere(origin, publicKey)],
  });
  const module = { exports: {} };
  const requires = (name) => (name === 'ava' ? { __esModule: true, default: ava } : require(name));
  new Function('module', 'exports', 'require', '__dirname', text)(module, module.exports, requires, folder);
}

/** The suite's second configuration file, which it reads and does not use. */
export function baseConfig() {
  return readFile(`${PACKAGE}/tests/baseConfig.yaml`, 'utf8');
}

/** Every address of the service becomes the emulator's, and the service's password key becomes the emulator's. */
function elsewhere(origin, publicKey) {
  const key = publicKey.trim().replaceAll('\n', String.raw`\n`);
  const replace = (source) => source
    .replaceAll('http://localhost:5510', origin)
    .replaceAll(/https:\/\/(users|oauth|core)\.authing\.cn/g, origin)
    // In the built SDK the quotes are escaped.
    .replaceAll(/https:\/\/usercontents\.authing\.cn(?=\\?")/g, `${origin}/cdn`)
    .replaceAll(PEM, key);
  return {
    name: 'elsewhere',
    setup(build) {
      build.onLoad({ filter: /authing-js-sdk[\\/](tests|src|dist)[\\/].*\.js$/ }, async ({ path }) => ({
        contents: replace(await readFile(path, 'utf8')),
        loader: 'js',
      }));
    },
  };
}

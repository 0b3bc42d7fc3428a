// The emulator program, started for a test file and ended with it.

import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const BUILT = `${ROOT}target/debug/authing-emulator`;

/** Starts the program at `AUTHING_EMULATOR`, else the built one, else lets Cargo build it. */
export async function startEmulator(args = []) {
  const [program, before] = command();
  const child = spawn(program, [...before, '--listen', '127.0.0.1:0', ...args], { cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit'] });
  const line = await firstLine(child);
  const origin = /^listening on (http:\/\/127\.0\.0\.1:\d+)/.exec(line)?.[1];
  if (origin === undefined) {
    child.kill();
    throw new Error(`the emulator did not say where it listens: ${line}`);
  }
  const emulator = new Emulator(origin, child);
  emulator.info = await emulator.control('');
  return emulator;
}

class Emulator {
  #child;
  /** How far its clock was moved on, in milliseconds. */
  offset = 0;

  constructor(origin, child) {
    this.origin = origin;
    this.#child = child;
    // A test process that ends early takes its emulator with it.
    process.once('exit', () => child.kill());
  }

  get userPoolId() {
    return this.info.userPoolId;
  }

  get publicKey() {
    return this.info.publicKey;
  }

  /** What a client in a mini-program is configured with. */
  configuration() {
    return { userPoolId: this.userPoolId, host: this.origin, publicKey: this.publicKey };
  }

  /** The origins of the real service that the guide has an owner list, and the emulator's own. */
  domains() {
    return {
      [this.origin]: this.origin,
      'https://users.authing.cn': this.origin,
      'https://oauth.authing.cn': this.origin,
      'https://up.qiniup.com': `${this.origin}/upload`,
    };
  }

  async advance(seconds) {
    await this.control('clock', { advanceSeconds: seconds });
    this.offset += seconds * 1000;
  }

  /** What was sent to a phone or an address, newest first. */
  inbox() {
    return this.control('inbox');
  }

  /** A request to the emulator's own controls: `GET`, or `POST` with a body. */
  async control(path, body) {
    const url = `${this.origin}/_emulator${path && `/${path}`}`;
    const response = await fetch(url, body && {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${url} answered ${response.status}: ${text}`);
    return text === '' ? undefined : JSON.parse(text);
  }

  async stop() {
    if (this.#child.exitCode !== null) return;
    const ended = new Promise((resolve) => this.#child.once('exit', resolve));
    this.#child.kill('SIGINT');
    await ended;
  }
}

function command() {
  if (process.env.AUTHING_EMULATOR) return [process.env.AUTHING_EMULATOR, []];
  if (existsSync(BUILT)) return [BUILT, []];
  return ['cargo', ['run', '--quiet', '--package', 'authing-emulator', '--']];
}

function firstLine(child) {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`the emulator ended with ${code} before it listened`)));
    createInterface({ input: child.stdout }).once('line', resolve);
  });
}

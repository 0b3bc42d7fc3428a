// The mini-program's code package: folders of this machine mounted at places of a tree that has no other way in or out.

import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

export class CodePackage {
  #mounts = [];
  #texts = new Map();

  /** `mounts`: `{ '': 'folder of the mini-program', 'path/to/authing': 'folder of the package' }`. */
  constructor(mounts = {}) {
    for (const [at, folder] of Object.entries(mounts)) this.#mounts.push({ at: trim(at), folder: path.resolve(folder) });
    this.#mounts.sort((a, b) => b.at.length - a.at.length);
  }

  /** Puts a file of the test's own into the package. */
  write(name, text) {
    this.#texts.set(trim(name), text);
  }

  /** The name, from the package's root, of what `request` means in a file of `folder`; relative first, as WeChat reads it. */
  resolveModule(request, folder) {
    const candidates = request.startsWith('/') ? [request] : [path.posix.join(folder, request)];
    if (!/^\.{0,2}\//.test(request)) candidates.push(request, ...built(request, folder));
    for (const candidate of candidates) {
      for (const name of [candidate, `${candidate}.js`]) {
        if (name.endsWith('.js') && this.has(name)) return normal(name);
      }
    }
    throw new Error(`module '${request}' is not defined, require args is '${request}'`);
  }

  has(name) {
    const inside = normal(name);
    if (inside === undefined) return false;
    if (this.#texts.has(inside)) return true;
    const file = this.#file(inside);
    return file !== undefined && existsSync(file) && statSync(file).isFile();
  }

  read(name) {
    if (!this.has(name)) throw new Error(`no such file in the code package: ${name}`);
    const inside = normal(name);
    return this.#texts.has(inside) ? Buffer.from(this.#texts.get(inside)) : readFileSync(this.#file(inside));
  }

  #file(inside) {
    const mount = this.#mounts.find(({ at }) => at === '' || inside.startsWith(`${at}/`));
    return mount && path.join(mount.folder, path.posix.relative(mount.at, inside));
  }
}

function trim(name) {
  return name.replace(/^\/+|\/+$/g, '');
}

/** Where the developer tools put an npm package that a file of `folder` requires, nearest first. */
function built(request, folder) {
  const above = folder.split('/').map((_, at, names) => names.slice(0, names.length - at).join('/'));
  return [...above, ''].map((at) => path.posix.join(at, 'miniprogram_npm', request, 'index.js'));
}

/** The name without `.` and `..`; nothing when it climbs out of the package. */
function normal(name) {
  const inside = path.posix.normalize(trim(name));
  return inside === '..' || inside.startsWith('../') ? undefined : inside;
}

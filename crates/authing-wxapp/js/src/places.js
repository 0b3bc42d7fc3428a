// The paths at which the WebAssembly module is looked for.

// The usual folders, those of npm and that of the guide. '' is for a script that was bundled into one file, with the module at the root.
const FOLDERS = ' miniprogram_npm/ path/to/ utils/ lib/ libs/ vendor/ static/ sdk/'.split(' ')
  .map(folder => folder + 'authing/')
  .concat('', 'miniprogram_npm/authing-wxapp/');

// The most folders that are searched: a subpackage's pages are in fewer.
const MAX_ROOTS = 12;

/**
 * Returns each folder of `FOLDERS` below the root, and below each folder above an open page, because one of those is the root of the
 * page's subpackage.
 */
function candidatePaths() {
  const roots = new Set(['/']), paths = [];
  try {
    for (const { route } of getCurrentPages()) route.replace(/\//g, (_, at) => roots.add('/' + route.slice(0, at + 1)));
  } catch (_) {
    // Without open pages, only the root is searched.
  }
  for (const file of ['authing.wasm.br', 'authing.wasm']) {
    for (const root of [...roots].slice(0, MAX_ROOTS)) {
      for (const folder of FOLDERS) paths.push(root + folder + file);
    }
  }
  return paths;
}

// Where the WebAssembly module is looked for.

// Where habit, npm and the guide put the folder; '' is a script that was bundled into one file, with the module at the root.
const FOLDERS = ' miniprogram_npm/ path/to/ utils/ lib/ libs/ vendor/ static/ sdk/'.split(' ')
  .map(folder => folder + 'authing/')
  .concat('', 'miniprogram_npm/authing-wxapp/');

// More folders of pages than any subpackage has.
const MAX_ROOTS = 12;

/**
 * Where the module may be. Every folder of `FOLDERS`, below the root and below each folder that a page on the stack is in: one of
 * those is the subpackage's root.
 */
function candidatePaths() {
  const roots = new Set(['/']), paths = [];
  try {
    for (const { route } of getCurrentPages()) route.replace(/\//g, (_, at) => roots.add('/' + route.slice(0, at + 1)));
  } catch (_) {
    // Without pages there is the root.
  }
  for (const file of ['authing.wasm.br', 'authing.wasm']) {
    for (const root of [...roots].slice(0, MAX_ROOTS)) {
      for (const folder of FOLDERS) paths.push(root + folder + file);
    }
  }
  return paths;
}

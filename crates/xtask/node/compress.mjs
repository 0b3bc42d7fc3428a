// Compresses each file named: prints its path, raw, gzip and Brotli sizes on one line (tabs
// between them), and with --write leaves `FILE.br` beside each.
import { readFileSync, writeFileSync } from 'node:fs';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const files = process.argv.slice(2).filter((argument) => argument !== '--write');
const write = process.argv.includes('--write');

// How many short distances have no code, which no rule tells: the smallest of all results is kept.
const DIRECT_DISTANCES = Array.from({ length: 16 }, (_, at) => at);

function brotliOf(raw) {
  const results = DIRECT_DISTANCES.map((direct) => brotliCompressSync(raw, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
      // The smallest window that holds the module.
      [constants.BROTLI_PARAM_LGWIN]: 18,
      [constants.BROTLI_PARAM_NDIRECT]: direct,
      [constants.BROTLI_PARAM_SIZE_HINT]: raw.length,
    },
  }));
  return results.reduce((best, other) => (other.length < best.length ? other : best));
}

for (const file of files) {
  const raw = readFileSync(file);
  const gzip = gzipSync(raw, { level: 9 });
  const brotli = brotliOf(raw);
  if (write) writeFileSync(`${file}.br`, brotli);
  console.log([file, raw.length, gzip.length, brotli.length].join('\t'));
}

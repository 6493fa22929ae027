// node tests/bench/run.mjs [seconds a round]: compiles the benchmark and runs it against a house of its own.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const compiled = spawnSync('npx', ['tsc', '-p', 'tests/bench/tsconfig.json'], { cwd: root, stdio: 'inherit' });
if (compiled.status !== 0) process.exit(2);
await import('../output/bench/tests/bench/main.js');

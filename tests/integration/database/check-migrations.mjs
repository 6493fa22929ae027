// `npm run migrations:check`: compares what migrations make with the committed schema; `-- --write` commits the new one.
import { spawnSync } from 'node:child_process';

const write = process.argv.includes('--write') ? { WRITE_SCHEMA: '1' } : {};
const args = ['--experimental-vm-modules', '--no-warnings', 'node_modules/jest/bin/jest.js'];
const which = ['--selectProjects', 'integration', '--testPathPatterns', 'database/drift'];
const { status } = spawnSync(process.execPath, [...args, ...which], {
  stdio: 'inherit',
  env: { ...process.env, ...write },
});
process.exitCode = status ?? 1;

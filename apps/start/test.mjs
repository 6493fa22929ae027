// `npm test` and `npm run test:quick`: everything, and last one plain line `N passed, N failed`.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { install, root, run } from './install.mjs';

const quick = process.argv.includes('--quick');
const output = join(root, 'tests/output');
const total = { passed: 0, failed: 0 };

/** A check that is one yes or no. */
async function check(title, command, args) {
  console.log(`\n── ${title}`);
  const failed = (await run(command, args, { label: title })) !== 0;
  total[failed ? 'failed' : 'passed'] += 1;
  if (failed) console.log(`FAILED: ${title}`);
}

/** A Jest project: its tests are counted one by one; a suite that cannot run counts as failed. */
async function suite(project, options = []) {
  console.log(`\n── ${project} tests`);
  const file = join(output, `${project}.json`);
  rmSync(file, { force: true });
  const jest = ['--experimental-vm-modules', '--no-warnings', 'node_modules/jest/bin/jest.js'];
  const json = ['--json', `--outputFile=${file}`];
  const code = await run(process.execPath, [...jest, '--selectProjects', project, ...json, ...options], {
    label: `${project} tests`,
  });
  const result = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
  total.passed += result?.numPassedTests ?? 0;
  const failed = (result?.numFailedTests ?? 0) + (result?.numRuntimeErrorTestSuites ?? 0);
  total.failed += failed === 0 && code !== 0 ? 1 : failed;
}

/** What npm cannot install: said before an hour is lost on it. */
function sayWhatIsMissing() {
  const browsers = [process.env.CHROMIUM_PATH, '/usr/bin/chromium'].filter(Boolean);
  if (!browsers.some((path) => existsSync(path)))
    console.log('Chromium is missing, the browser tests will fail: apt-get install chromium, or set CHROMIUM_PATH');
}

await install();
if (!quick) sayWhatIsMissing();
mkdirSync(output, { recursive: true });
const nx = ['nx', 'run-many', '-t', 'build', '--outputStyle=static'];
process.env.NX_DAEMON = 'false';
process.env.NX_TUI = 'false';

await check('format', 'npx', ['prettier', '--check', '--log-level=warn', '.']);
await check('lint', 'npx', ['eslint', '.', '--max-warnings=0']);
await check('types', 'npx', ['tsc', '-p', 'tsconfig.check.json']);
await suite('unit');
if (!quick) {
  await check('build', 'npx', nx);
  await suite('integration', ['--runInBand']);
  await suite('faults', ['--runInBand']);
  await suite('e2e', ['--runInBand', '--passWithNoTests']);
}
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;

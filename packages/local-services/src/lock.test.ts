import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { alone } from './lock.js';

describe('the lock of a build', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'thuisreis-lock-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('lets one after the other in', async () => {
    const file = join(folder, 'busy.lock');
    const order: string[] = [];
    const work = (name: string) => async (): Promise<void> => {
      order.push(`${name} in`);
      await new Promise((done) => setTimeout(done, 50));
      order.push(`${name} out`);
    };
    await Promise.all([alone(file, () => undefined, work('first')), alone(file, () => undefined, work('second'))]);
    expect(order).toEqual(['first in', 'first out', 'second in', 'second out']);
    expect(existsSync(file)).toBe(false);
  });

  it('is taken over at once from a builder that died', async () => {
    const file = join(folder, 'dead.lock');
    const dead = spawnSync(process.execPath, ['-e', '']).pid;
    writeFileSync(file, String(dead));
    const started = Date.now();
    await alone(
      file,
      () => undefined,
      async () => undefined,
    );
    expect(Date.now() - started).toBeLessThan(5_000);
    expect(existsSync(file)).toBe(false);
  });

  it('says whom it waits for', async () => {
    const file = join(folder, 'waiting.lock');
    const said: string[] = [];
    writeFileSync(file, String(process.pid));
    setTimeout(() => rmSync(file), 200);
    await alone(
      file,
      (line) => void said.push(line),
      async () => undefined,
    );
    expect(said).toEqual([`Process ${process.pid} is building Temporal; waiting for it`]);
  });
});

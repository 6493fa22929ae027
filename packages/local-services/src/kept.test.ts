import { describe, expect, it } from '@jest/globals';
import { Kept } from './kept.js';
import { startProgram, type Program } from './program.js';

const sleeper = (): Program =>
  startProgram(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { env: {}, log: () => undefined, grace: 2000 });

describe('a program that is kept', () => {
  it('is there again after it was killed, and stays away after it was stopped', async () => {
    const said: string[] = [];
    let changed: () => void = () => undefined;
    const next = new Promise<void>((done) => (changed = done));
    const kept = await Kept.start({ name: 'sleeper', launch: sleeper, log: (line) => void said.push(line), changed });
    const first = kept.now.pid;
    process.kill(first, 'SIGKILL');
    await next;
    expect(kept.now.pid).not.toBe(first);
    expect(said).toEqual(['sleeper ended (SIGKILL); starting it again']);
    await kept.stop();
    expect(await kept.now.ended).toBe('SIGTERM');
    expect(said).toHaveLength(1);
  });

  it('is tried again while it cannot start, until it is stopped', async () => {
    const said: string[] = [];
    let launches = 0;
    const launch = (): Program => {
      launches += 1;
      if (launches === 2) throw new Error('no room');
      return sleeper();
    };
    let changed: () => void = () => undefined;
    const next = new Promise<void>((done) => (changed = done));
    const kept = await Kept.start({ name: 'sleeper', launch, log: (line) => void said.push(line), changed });
    process.kill(kept.now.pid, 'SIGKILL');
    await next;
    expect(said).toContain('sleeper did not start: no room');
    await kept.stop();
  });

  it('insists when it does not listen', async () => {
    const deaf = `process.on('SIGTERM', () => {}); console.log('up'); setInterval(() => {}, 1000)`;
    let up: () => void = () => undefined;
    const heard = new Promise<void>((done) => (up = done));
    const program = startProgram(process.execPath, ['-e', deaf], { env: {}, log: () => up(), grace: 300 });
    await heard;
    await program.stop();
    expect(await program.ended).toBe('SIGKILL');
  });
});

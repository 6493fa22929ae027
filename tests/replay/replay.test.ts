import { beforeAll, describe, expect, it } from '@jest/globals';
import { DefaultLogger, Runtime, Worker } from '@temporalio/worker';
import type { Template } from '@thuisreis/engine';
import { fileURLToPath } from 'node:url';
import { bundleWorkflows } from '../../apps/worker/src/bundle.js';
import { converterOf, corpus, divergence, historyOf, type History, type Recorded } from './corpus.js';

const ENTRY = fileURLToPath(new URL('../../workflows/src/workflows.ts', import.meta.url));
const recorded = [...corpus()];
let code: string;
beforeAll(async () => {
  Runtime.install({ logger: new DefaultLogger('ERROR') });
  code = await bundleWorkflows(ENTRY);
}, 120_000);

function replay(one: Recorded, history: History, bundle = code): Promise<void> {
  const options = { workflowBundle: { code: bundle }, dataConverter: converterOf(one) };
  return Worker.runReplayHistory(options, history, one.workflowId);
}

describe('recorded histories', () => {
  it('are there', () => expect(recorded.length).toBeGreaterThanOrEqual(3));

  it.each(recorded)('%s gives the same commands', async (_name, one) => replay(one, historyOf(one)), 60_000);

  it.each(recorded)('%s gives the same states', async (_name, one) => expect(await divergence(one)).toBeUndefined());

  it('catch a changed rule by the name of the history', async () => {
    const longer = (template: Template): Template => ({
      ...template,
      items: template.items.map((item) => (item.id === 'talk' ? { ...item, due: { after: { iso: 'P11D' } } } : item)),
    });
    const caught = [];
    for (const [name, one] of recorded) if (await divergence(one, longer)) caught.push(name);
    expect(caught).toContain('deadlines');
  });

  it('catch a changed order of commands', async () => {
    const [, one] = recorded.find(([name]) => name === 'deadlines')!;
    const marker = 'timers.look()';
    expect(code).toContain(marker);
    const silent = code.replaceAll(marker, 'timers.toString()');
    await expect(replay(one, historyOf(one), silent)).rejects.toThrow(/nondetermini|TMPRL1100/i);
  }, 60_000);
});

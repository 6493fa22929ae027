/** Records the replay corpus from a real server; only when asked, because a corpus that renews itself proves nothing. */
import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, it } from '@jest/globals';
import type { WorkflowHandle } from '@temporalio/client';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import { keysInMemory } from '../../../workflows/src/codec.js';
import { caseWorkflowId } from '../../../workflows/src/messages.js';
import { HISTORIES } from '../../replay/corpus.js';
import { small, startOf, submit } from '../../replay/walks.js';
import { temporalForTests } from './temporal.js';
import { openHouse, send, type House } from './workflow-house.js';

const asked = process.env['RECORD_HISTORIES'] ? describe : describe.skip;
const kept = new Map<string, Uint8Array | 'erased'>();
const memory = keysInMemory();
const store: typeof memory = {
  ...memory,
  create: async (id, wrapped) => {
    const key = await memory.create(id, wrapped);
    kept.set(id, key);
    return key;
  },
};

asked('recording', () => {
  let house: House;
  let temporal: Awaited<ReturnType<typeof temporalForTests>>;
  beforeAll(async () => {
    temporal = await temporalForTests();
    house = await openHouse(temporal.address, { store });
  }, 240_000);
  afterAll(async () => {
    await house?.close();
    await temporal?.stop();
  }, 60_000);

  const keep = async (name: string, handle: WorkflowHandle, id: string): Promise<void> => {
    const key = kept.get(`c1/${id}`);
    const keys = key && key !== 'erased' ? { [`c1/${id}`]: Buffer.from(key).toString('base64') } : {};
    const history = JSON.parse(historyToJSON(await handle.fetchHistory())) as unknown;
    const recorded = { workflowId: caseWorkflowId('c1', id), keys, template: small, history };
    writeFileSync(`${HISTORIES}${name}.json`, JSON.stringify(recorded));
  };
  const begun = async (timeScale?: number) => {
    const id = randomUUID();
    return { id, handle: await house.start(startOf(id, new Date().toISOString(), timeScale)) };
  };
  const walk = async (handle: WorkflowHandle, items: readonly string[]): Promise<void> => {
    for (const item of items) await send(handle, randomUUID(), submit(item));
  };

  it('a whole journey', async () => {
    const { id, handle } = await begun();
    await walk(handle, ['talk', 'works', 'works#2', 'done', 'goodbye']);
    await handle.result();
    await keep('journey', handle, id);
  }, 60_000);

  it('deadlines before the work', async () => {
    const { id, handle } = await begun(1e-6);
    await new Promise((wake) => setTimeout(wake, 3_000));
    await walk(handle, ['talk', 'works', 'done', 'goodbye']);
    await handle.result();
    await keep('deadlines', handle, id);
  }, 60_000);

  it('a run that is renewed', async () => {
    const { id, handle } = await begun();
    const run = handle.workflowId && (await handle.describe()).runId;
    await walk(handle, [
      'talk',
      ...Array.from({ length: 202 }, (_, index) => (index === 0 ? 'works' : `works#${index + 1}`)),
    ]);
    await new Promise((wake) => setTimeout(wake, 2_000));
    const first = house.client.workflow.getHandle(handle.workflowId, run);
    await keep('renewal', first, id);
    await walk(handle, ['done', 'goodbye']);
    await handle.result();
    const last = house.client.workflow.getHandle(handle.workflowId);
    await keep('afterRenewal', last, id);
  }, 120_000);
});

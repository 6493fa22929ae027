/** Recorded histories: what real servers once stored, with the keys and templates to read it. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { historyFromJSON } from '@temporalio/common/lib/proto-utils.js';
import type { Payload } from '@temporalio/common';
import { begin, hashState, step, type Template } from '@thuisreis/engine';
import { dataConverter, keyRing, keysInMemory, payloadCodec } from '../../workflows/src/codec.js';
import type { AcceptedEvent, CaseStart } from '../../workflows/src/messages.js';

export const HISTORIES = fileURLToPath(new URL('./histories/', import.meta.url));
/** Protects nothing: the corpus holds made-up cases only. */
export const CORPUS_KEY = new Uint8Array(32).fill(3);

export interface Recorded {
  readonly workflowId: string;
  /** Wrapped key by id, base64. */
  readonly keys: { readonly [id: string]: string };
  readonly template: Template;
  readonly history: unknown;
}
export type History = ReturnType<typeof historyFromJSON>;

/** All recorded histories by name. */
export function corpus(): Map<string, Recorded> {
  const files = readdirSync(HISTORIES).filter((file) => file.endsWith('.json'));
  return new Map(
    files.map((file) => [file.replace('.json', ''), JSON.parse(readFileSync(HISTORIES + file, 'utf8')) as Recorded]),
  );
}

const partsOf = ({ keys, template }: Recorded) => ({
  keys: keyRing(
    CORPUS_KEY,
    keysInMemory(Object.entries(keys).map(([id, key]) => [id, new Uint8Array(Buffer.from(key, 'base64'))] as const)),
  ),
  templates: async (hash: string) => (hash === template.hash ? template : undefined),
});
export const converterOf = (recorded: Recorded) => dataConverter(partsOf(recorded));
export const historyOf = (recorded: Recorded): History => historyFromJSON(recorded.history);

async function read<T>(recorded: Recorded, payloads: readonly Payload[] | null | undefined): Promise<T[]> {
  const plain = await payloadCodec(partsOf(recorded)).decode([...(payloads ?? [])]);
  return plain.map(({ data }) => JSON.parse(Buffer.from(data ?? []).toString()) as T);
}

/** Every accepted event, as the run handed it to the database. */
async function entriesOf(recorded: Recorded, history: History): Promise<AcceptedEvent[]> {
  const entries = new Map<number, AcceptedEvent>();
  for (const { activityTaskScheduledEventAttributes: scheduled } of history.events ?? []) {
    if (scheduled?.activityType?.name !== 'project') continue;
    const [request] = await read<{ tail: AcceptedEvent[] }>(recorded, scheduled.input?.payloads);
    for (const entry of request?.tail ?? []) entries.set(entry.revision, entry);
  }
  return [...entries.values()].sort((a, b) => a.revision - b.revision);
}

/** Where today's core answers otherwise than the recorded one did: `revision 3`, or nothing. */
export async function divergence(
  recorded: Recorded,
  change: (template: Template) => Template = (same) => same,
): Promise<string | undefined> {
  const history = historyOf(recorded);
  const started = history.events?.[0]?.workflowExecutionStartedEventAttributes;
  const [, start] = await read<CaseStart>(recorded, started?.input?.payloads);
  if (!start) return 'no start';
  const template = change(recorded.template);
  let at = start.carried
    ? ({ accepted: true, state: start.carried.state } as const)
    : begin(template, start.facts, start.history, start.now, start.origin);
  for (const entry of await entriesOf(recorded, history)) {
    if (!at.accepted || at.state.revision >= entry.revision) continue;
    at = step(template, at.state, entry.event, entry.now);
    if (!at.accepted || hashState(at.state) !== entry.hash) return `revision ${entry.revision}`;
  }
  return at.accepted ? undefined : 'begin';
}

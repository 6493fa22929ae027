/** The wall between the workflows and what Temporal stores: encryption, and templates that travel by hash. */
import { fileURLToPath } from 'node:url';
import type { DataConverter, Payload, PayloadCodec } from '@temporalio/common';
import type { Template } from '@thuisreis/engine';
import { HOUSE_KEY, open, seal, type KeyRing } from './keys.js';

export { keysInDatabase, type Ask } from './data-keys.js';
export { keyRing, keysInMemory, open, seal, HOUSE_KEY, type KeyRing, type KeyStore } from './keys.js';

const SEALED = 'thuisreis/sealed';
const CLAIM = 'thuisreis/template';
const JSON_PLAIN = 'json/plain';
const MARK = '"dsl":"thuisreis/1"';
const bytes = (text: string): Uint8Array => new Uint8Array(Buffer.from(text));
const text = (value: Uint8Array | null | undefined): string => Buffer.from(value ?? []).toString();
const encodingOf = (payload: Payload): string => text(payload.metadata?.['encoding']);

export interface CodecParts {
  readonly keys: KeyRing;
  /** Finds a compiled template with its calendars; called on every start and replay, so it should cache. */
  readonly templates: (hash: string) => Promise<Template | undefined>;
}

/** The case of a workflow: `case/<corporation>/<id>` → `<corporation>/<id>`; what is no case (imports carry ids and numbers) has the key of the house. */
export function caseNameOf(workflowId: string | undefined): string {
  return workflowId?.startsWith('case/') ? workflowId.slice(5) : HOUSE_KEY;
}

/** The hash of a payload that is a template or a claim to one; most payloads lack the mark and are not parsed. */
function claimedHash(payload: Payload): string | undefined {
  const data = Buffer.from(payload.data ?? []);
  if (encodingOf(payload) !== JSON_PLAIN || !data.includes(MARK)) return undefined;
  const value = JSON.parse(data.toString()) as { dsl?: unknown; hash?: unknown } | null;
  return value?.dsl === 'thuisreis/1' && typeof value.hash === 'string' ? value.hash : undefined;
}

/** Metadata and data as one JSON text, so that metadata is hidden too. */
function flatten(payload: Payload): Uint8Array {
  const metadata = Object.entries(payload.metadata ?? {}).map(([name, value]) => [name, text(value)]);
  return bytes(JSON.stringify([metadata, Buffer.from(payload.data ?? []).toString('base64')]));
}
function unflatten(flat: Uint8Array): Payload {
  const [metadata, data] = JSON.parse(text(flat)) as [[string, string][], string];
  const entries = metadata.map(([name, value]) => [name, bytes(value)] as const);
  return { metadata: Object.fromEntries(entries), data: new Uint8Array(Buffer.from(data, 'base64')) };
}

/** What a reader gets for a destroyed key. It must be a value: a throw would hold up replay for ever. */
const erased = (): Payload => ({ metadata: { encoding: bytes(JSON_PLAIN) }, data: bytes('"erased"') });

/** AES-256-GCM with the key's id in the payload, behind a claim check for templates. */
export function payloadCodec({ keys, templates }: CodecParts): PayloadCodec {
  const encode = async (payload: Payload, caseName: string): Promise<Payload> => {
    const hash = claimedHash(payload);
    if (hash) return { metadata: { encoding: bytes(CLAIM) }, data: bytes(hash) };
    const given = await keys.give(caseName);
    if (!given) return erased();
    const { id, key } = given;
    const metadata = { encoding: bytes(SEALED), key: bytes(id) };
    return { metadata, data: seal(key, id, flatten(payload)) };
  };
  const decode = async (payload: Payload): Promise<Payload> => {
    const encoding = encodingOf(payload);
    if (encoding === CLAIM) return expand(text(payload.data), templates);
    if (encoding !== SEALED) return payload;
    const id = text(payload.metadata?.['key']);
    const key = await keys.find(id);
    return key ? unflatten(open(key, id, payload.data ?? new Uint8Array())) : erased();
  };
  return {
    encode: (payloads, context) =>
      Promise.all(payloads.map((payload) => encode(payload, caseNameOf(workflowOf(context))))),
    decode: (payloads) => Promise.all(payloads.map(decode)),
  };
}

async function expand(hash: string, templates: CodecParts['templates']): Promise<Payload> {
  const template = await templates(hash);
  if (!template) throw new Error(`template ${hash} is not known here`);
  return { metadata: { encoding: bytes(JSON_PLAIN) }, data: bytes(JSON.stringify(template)) };
}

function workflowOf(context: unknown): string | undefined {
  const id = (context as { workflowId?: unknown } | undefined)?.workflowId;
  return typeof id === 'string' ? id : undefined;
}

/** For client and worker alike; failures are encoded as well. */
export function dataConverter(parts: CodecParts): DataConverter {
  return { payloadCodecs: [payloadCodec(parts)], failureConverterPath: FAILURE_CONVERTER };
}
/** CommonJS on purpose: Temporal loads it with `require`, and the bundle takes it in. */
export const FAILURE_CONVERTER = fileURLToPath(new URL('../failure-converter.cjs', import.meta.url));

import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import type { Log } from './program.js';

export const NAMESPACE = 'thuisreis';
const PATIENCE = 60_000;
const THIRTY_DAYS = 30 * 86_400;

function listens(address: string): Promise<boolean> {
  const { hostname, port } = new URL(`tcp://${address}`);
  return new Promise((done) => {
    const socket = connect({ host: hostname, port: Number(port), timeout: 1000 });
    const end = (answer: boolean) => () => (socket.destroy(), done(answer));
    socket.on('connect', end(true)).on('error', end(false)).on('timeout', end(false));
  });
}

/** Waits until the server's door is open. */
export async function untilServing(address: string, log: Log): Promise<void> {
  const until = Date.now() + PATIENCE;
  for (let tries = 1; !(await listens(address)); tries += 1) {
    if (Date.now() > until) throw new Error(`Temporal does not answer at ${address}`);
    if (tries % 100 === 0) log(`Waiting for Temporal at ${address}`);
    await pause(50);
  }
}

/** Gives the server our namespace and its two search attributes; safe at every start, patient while it wakes up. */
export async function prepareNamespace(address: string): Promise<void> {
  for (const until = Date.now() + PATIENCE; ;) {
    try {
      return await register(address);
    } catch (error) {
      if (Date.now() > until) throw error;
      await pause(100);
    }
  }
}

// Read only when it is needed, while the server starts: it is the largest thing that a start loads.
const client = () => Promise.all([import('@temporalio/client'), import('@temporalio/proto')]);

async function register(address: string): Promise<void> {
  const [{ Connection }, { default: proto }] = await client();
  const connection = await Connection.connect({ address, connectTimeout: 2000 });
  const { workflowService, operatorService } = connection;
  try {
    const { namespaces = [] } = await workflowService.listNamespaces({});
    if (!namespaces.some(({ namespaceInfo }) => namespaceInfo?.name === NAMESPACE)) {
      const retention = proto.google.protobuf.Duration.fromObject({ seconds: THIRTY_DAYS });
      await workflowService.registerNamespace({ namespace: NAMESPACE, workflowExecutionRetentionPeriod: retention });
    }
    const { customAttributes } = await operatorService.listSearchAttributes({ namespace: NAMESPACE });
    const keyword = proto.temporal.api.enums.v1.IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD;
    const missing = ['CorporationId', 'TemplateName'].filter((name) => !(name in (customAttributes ?? {})));
    if (missing.length === 0) return;
    const searchAttributes = Object.fromEntries(missing.map((name) => [name, keyword]));
    await operatorService.addSearchAttributes({ namespace: NAMESPACE, searchAttributes });
  } finally {
    await connection.close();
  }
}

const OLDEST = [1, 28] as const;

/** Refuses a server that somebody else runs when it is too old for what we rely on. */
export async function checkVersion(address: string): Promise<void> {
  const [{ Connection }] = await client();
  const connection = await Connection.connect({ address, connectTimeout: 5000 });
  try {
    const { serverVersion = '' } = await connection.workflowService.getSystemInfo({});
    const [major = 0, minor = 0] = (serverVersion ?? '').split('.').map(Number);
    if (major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])) return;
    throw new Error(`Temporal at ${address} is ${serverVersion}; ${OLDEST.join('.')} or newer is needed`);
  } finally {
    await connection.close();
  }
}

/** The Temporal server of these tests: a running one by TEMPORAL_ADDRESS, else one of their own. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface TestTemporal {
  readonly address: string;
  stop(): Promise<void>;
}

export async function temporalForTests(): Promise<TestTemporal> {
  const address = process.env['TEMPORAL_ADDRESS'];
  if (address) return { address, stop: async () => undefined };
  const { startServices } = await import('@thuisreis/local-services');
  const dataDir = mkdtempSync(join(tmpdir(), 'thuisreis-workflows-'));
  const services = await startServices({ dataDir, log: () => undefined });
  return {
    address: services.temporal.address,
    stop: async () => {
      await services.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

import { randomUUID } from 'node:crypto';
import { chmodSync, copyFileSync, cpSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Client } from '../faults/client.js';
import { pause } from '../faults/house.js';
import { Supply } from '../faults/load.js';

/** The configuration as it is, with the benchmarks' own journey beside the corporation's templates. */
export function benchConfig(): string {
  const folder = mkdtempSync(join(tmpdir(), 'thuisreis-config-'));
  chmodSync(folder, 0o711);
  cpSync(resolve('config'), folder, { recursive: true });
  copyFileSync(resolve('tests/bench/journey.yaml'), join(folder, 'corporations/waterkant/benchJourney.yaml'));
  return folder;
}

/** A project with `households` journeys, all of them started; answers the supply and how many started a second. */
export async function fill(client: Client, url: string, households: number): Promise<{ supply: Supply; rate: number }> {
  const slug = `meting-${randomUUID().slice(0, 8)}`;
  await client.startProject(slug, 'benchJourney');
  const begun = performance.now();
  await client.importHouseholds(slug, households);
  const supply = new Supply();
  for (let tries = 0; (await started(client, slug)) < households; tries += 1) {
    if (tries > 1200) throw new Error('the journeys did not start within five minutes');
    await pause(250);
  }
  const rate = (households * 1000) / (performance.now() - begun);
  await supply.fill(client);
  await settled(url);
  return { supply, rate };
}

/** Journeys of the project that can be read: the stages count them without listing them. */
async function started(client: Client, slug: string): Promise<number> {
  const query = `query ($slug: ID!) { project(slug: $slug) { stages { count } } }`;
  const { project } = await client.insist<{ project: { stages: { count: number }[] } | null }>(query, { slug });
  return project?.stages.reduce((sum, stage) => sum + stage.count, 0) ?? 0;
}

/** Waits until nothing is pending and the house has had a moment to fall quiet. */
async function settled(url: string): Promise<void> {
  for (let lag = 1; lag > 0; await pause(500)) {
    const standing = (await (await fetch(new URL('/health/ready', url))).json()) as { projectionLagMs: number };
    lag = standing.projectionLagMs;
  }
}

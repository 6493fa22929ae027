// node tests/bench/engine.mjs [seconds a round]: steps per second of the engine and of XState on an equal chart, in one run.
import { spawnSync } from 'node:child_process';

const SECONDS = Number(process.argv[2] ?? 3);
const ROUNDS = 5;
const built = spawnSync('npx', ['nx', 'run-many', '-t', 'build', '-p', '@thuisreis/template'], {
  env: { ...process.env, NX_DAEMON: 'false' },
  encoding: 'utf8',
});
if (built.status !== 0) throw new Error(built.stdout + built.stderr);

const { initialTransition, transition } = await import('xstate');
const { evaluate, step } = await import('../../packages/engine/dist/index.js');
const { chartEvent, chartOf, smallChart } = await import('./engine-chart.mjs');
const { journey, renovation, small } = await import('./engine-journeys.mjs');

/** Ids that are at work in a state of the engine. */
const atWork = ({ items }, template) =>
  template.items
    .filter(
      ({ id, kind }) =>
        kind !== 'timer' && Object.keys(items).some((key) => key.split('#')[0] === id && items[key] === 'active'),
    )
    .map(({ id }) => id);
/** The regions of a chart's value that are active, children of an ended stage being gone with it. */
function inChart({ value }, template) {
  const found = new Set();
  const look = (at) => {
    if (typeof at !== 'object') return;
    for (const [id, state] of Object.entries(at)) {
      if (state === 'active' || state?.active !== undefined) found.add(id);
      if (id === 'active' && typeof state === 'string') found.add(state);
      look(state);
    }
  };
  look(value);
  return template.items.filter(({ id, kind }) => kind !== 'timer' && found.has(id)).map(({ id }) => id);
}

/** CPU seconds of a step: the best of the rounds, each long enough in CPU time, whatever else the machine does. */
function measure(walk, steps) {
  run(walk, SECONDS);
  const rounds = Array.from({ length: ROUNDS }, () => run(walk, SECONDS / ROUNDS));
  return Math.min(...rounds.map(({ walks, cpu }) => cpu / (walks * steps)));
}
function run(walk, seconds) {
  const start = process.cpuUsage();
  for (let walks = 1; ; walks += 1) {
    walk();
    const { user, system } = process.cpuUsage(start);
    const cpu = (user + system) / 1e6;
    if (cpu >= seconds) return { walks, cpu };
  }
}
function compare(name, template, machine, facts) {
  const { first, steps } = journey(template, facts);
  const [born] = initialTransition(machine);
  const events = steps.map(({ event }) => chartEvent(event));
  const same = departures(template, machine, born, steps, events);
  const ours = measure(
    () => steps.reduce((state, { event, now }) => step(template, state, event, now).state, first),
    steps.length,
  );
  const theirs = measure(
    () => events.reduce((state, event) => transition(machine, state, event)[0], born),
    steps.length,
  );
  console.log(`${name}: ${template.items.length} items, ${steps.length} steps, ${same}`);
  console.log(`  engine  ${line(ours)}`);
  console.log(`  XState  ${line(theirs)}`);
  console.log(`  ratio   ${(theirs / ours).toFixed(1)}`);
}
const line = (seconds) =>
  `${(seconds * 1e6).toFixed(2)} µs CPU a step, ${Math.round(1 / seconds).toLocaleString('en')} steps/s per core`;

/** The charts are equal when the same items are at work after every step. */
function departures(template, machine, born, steps, events) {
  let [at, apart] = [born, []];
  for (const [index, { after, event }] of steps.entries()) {
    [at] = transition(machine, at, events[index]);
    const [ours, theirs] = [atWork(after, template).join(), inChart(at, template).join()];
    if (ours !== theirs) apart.push(`${event.type} ${event.item ?? event.clock ?? ''}: ${ours} / ${theirs}`);
  }
  if (process.env['SHOW'] && apart.length) console.log(apart.join('\n'));
  return apart.length ? `${apart.length} with other items at work` : 'the same items at work after each';
}

const full = renovation();
console.log(`node ${process.version}, best of ${ROUNDS} rounds of ${SECONDS / ROUNDS} s of CPU each`);
const little = small(full.calendars);
compare('small, the chart written by hand', little, smallChart());
compare('small, the chart generated', little, chartOf(little, evaluate));
compare('renovation', full, chartOf(full, evaluate), { 'dwelling.tenure': 'tenant' });

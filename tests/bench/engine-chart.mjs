/**
 * The same journey as an XState chart: a region for each item, children inside their stage, guards for conditions,
 * raised events for what is heard. It keeps in its context what conditions look at, as anyone who builds such a chart
 * must; terms, revisions, effects and the timeline, which the engine also keeps, are left out.
 */
import { assign, raise, setup } from 'xstate';

export function chartOf(template, evaluate) {
  const chart = new Chart(template, evaluate);
  const { complete, exit } = template;
  const ends = [...(exit ?? []), ...(complete ?? [])].map((sentry) => ({
    guard: chart.ready(sentry),
    target: '.ended',
  }));
  return setup({}).createMachine({
    context: { facts: {}, items: {}, happened: {}, outcomes: {}, count: {}, used: {}, armed: {}, open: {} },
    initial: 'running',
    always: ends,
    states: {
      running: {
        type: 'parallel',
        states: { ...chart.regions(undefined), ...chart.escalations() },
        on: chart.outside(),
      },
      ended: { type: 'final' },
    },
  });
}

/** What conditions see of a chart's context. */
const viewOf = (template, { facts, outcomes, count, items, happened }) => ({
  day: '2026-01-05',
  calendar: Object.values(template.calendars)[0],
  facts,
  param: (id) => template.params[id],
  law: (id) => template.law[id]?.at(-1)?.value,
  fallback: (path) => template.fields[path]?.default,
  outcome: (item) => outcomes[item],
  counted: (item) => count[item] ?? 0,
  dated: () => undefined,
  reached: (milestone) => items[milestone] === 'completed',
  reachedThere: (escalation, milestone) => happened[`${escalation}.${milestone}`] === true,
  reachedByProject: (milestone) => happened[`project.${milestone}`] === true,
});

class Chart {
  constructor(template, evaluate) {
    this.template = template;
    this.holds = (condition, context) =>
      condition === undefined || evaluate(condition, viewOf(template, context)) === true;
    this.isFalse = (condition, context) => evaluate(condition, viewOf(template, context)) === false;
  }
  ready(sentry) {
    return ({ context }) =>
      (sentry.on ?? []).every((event) => context.happened[event]) && this.holds(sentry.if, context);
  }
  regions(parent) {
    const inside = this.template.items.filter((item) => item.parent === parent);
    return Object.fromEntries(inside.map((item) => [item.id, this.region(item)]));
  }
  region(item) {
    const stops = (item.exit ?? []).map((sentry) => ({ guard: this.ready(sentry), target: '.terminated' }));
    return {
      initial: item.manualActivation && !item.entry?.length ? 'enabled' : 'available',
      always: stops.map((stop) => ({
        ...stop,
        guard: (at) => ['available', 'active'].includes(at.context.items[item.id]) && stop.guard(at),
      })),
      states: {
        available: { entry: this.become(item, 'available'), always: this.starts(item) },
        enabled: { entry: this.become(item, 'enabled'), on: { [`start.${item.id}`]: 'active' } },
        active: this.active(item),
        completed: {
          entry: [this.complete(item), raise({ type: this.heard(item) })],
          always: this.repeats(item),
          on: item.repeat?.every ? { [`every.${item.id}`]: { guard: this.mayRepeat(item), target: 'available' } } : {},
        },
        terminated: { entry: [this.become(item, 'terminated'), raise({ type: `${item.id}.terminate` })] },
      },
    };
  }
  heard = ({ id, kind }) => (kind === 'timer' || kind === 'milestone' ? `${id}.occur` : `${id}.complete`);
  become = ({ id }, state) => assign(({ context }) => ({ items: { ...context.items, [id]: state } }));
  complete = (item) =>
    assign(({ context, event }) => ({
      items: { ...context.items, [item.id]: 'completed' },
      happened: { ...context.happened, [this.heard(item)]: true },
      count: { ...context.count, [item.id]: (context.count[item.id] ?? 0) + 1 },
      outcomes: { ...context.outcomes, [item.id]: event.outcome ?? 'done' },
    }));
  starts(item) {
    const target = item.kind === 'milestone' ? 'completed' : item.manualActivation ? 'enabled' : 'active';
    const holders = Object.values(this.template.escalations).filter(({ blocks }) => blocks[item.id] !== undefined);
    const free = (context) => !holders.some(({ id }) => context.open[id]);
    if (this.template.items.some(({ otherwise }) => otherwise === item.id)) return [];
    if (!item.entry?.length) return [{ guard: ({ context }) => free(context), target }];
    return item.entry.map((sentry) => {
      const ready = this.ready(sentry);
      const again = ({ context }) => item.repeat && (context.count[item.id] ?? 0) > 0;
      return { guard: (at) => free(at.context) && (again(at) || ready(at)), target };
    });
  }
  active(item) {
    const entry = [
      assign(({ context }) => ({
        // A timer stays available until it occurs.
        items: { ...context.items, [item.id]: item.kind === 'timer' ? 'available' : 'active' },
        happened: { ...context.happened, [`${item.id}.start`]: true },
      })),
      raise({ type: `${item.id}.start` }),
    ];
    if (item.kind === 'stage') return this.stage(item, entry);
    const always = [];
    if (item.requires)
      always.push({ guard: ({ context }) => this.isFalse(item.requires, context), target: 'completed' });
    if (item.until) always.push({ guard: ({ context }) => context.happened[item.until], target: 'completed' });
    if (item.kind === 'decisionTask') always.push({ target: 'completed' });
    return { entry, always, on: { [`${kindOf(item)}.${item.id}`]: { target: 'completed', actions: writes } } };
  }
  stage(item, entry) {
    const ends = item.complete?.length ? item.complete.map((each) => this.ready(each)) : [this.nothingLeft(item)];
    return {
      type: 'parallel',
      entry,
      always: ends.map((guard) => ({ guard, target: 'completed' })),
      states: this.regions(item.id),
    };
  }
  nothingLeft(stage) {
    const children = this.template.items.filter(({ parent }) => parent === stage.id);
    return ({ context }) =>
      children.every((child) => {
        const state = context.items[child.id];
        if (state === undefined || state === 'active') return false;
        return state === 'completed' || state === 'terminated'
          ? !this.waits(child, context)
          : !this.required(child, context);
      });
  }
  /** A further occurrence that only waits for its time holds the stage. */
  waits = (child, context) =>
    child.repeat?.every !== undefined && context.items[child.id] === 'completed' && this.mayRepeat(child)({ context });
  required(child, context) {
    if (typeof child.required === 'boolean') return child.required;
    if (child.required) return !this.isFalse(child.required, context);
    return !child.manualActivation && child.kind !== 'timer' && child.kind !== 'milestone';
  }
  mayRepeat(item) {
    return ({ context }) =>
      (context.count[item.id] ?? 0) < item.repeat.max &&
      !(item.repeat.while && this.isFalse(item.repeat.while, context));
  }
  repeats(item) {
    if (!item.repeat || item.repeat.every) return [];
    return [{ guard: this.mayRepeat(item), target: item.manualActivation ? 'enabled' : 'available' }];
  }
  escalations() {
    return Object.fromEntries(
      Object.values(this.template.escalations).map(({ id, entry = [] }) => {
        const opens = (open) => assign(({ context }) => ({ open: { ...context.open, [id]: open } }));
        return [
          id,
          {
            initial: 'closed',
            states: {
              closed: {
                entry: opens(false),
                always: entry.map((each) => ({ guard: this.ready(each), target: 'open' })),
              },
              open: { entry: opens(true), on: { [`result.${id}`]: 'over' } },
              over: { entry: opens(false) },
            },
          },
        ];
      }),
    );
  }
  /** What the project publishes has happened from then on. */
  outside() {
    return {
      project: {
        actions: assign(({ context, event }) => ({
          happened: {
            ...context.happened,
            ...Object.fromEntries(event.milestones.map((id) => [`project.${id}`, true])),
          },
        })),
      },
    };
  }
}
const writes = assign(({ context, event }) => ({ facts: { ...context.facts, ...event.values } }));
const kindOf = ({ kind }) => (kind === 'humanTask' ? 'submit' : kind.replace('Task', ''));

/** One of the engine's events as the chart knows it. */
export function chartEvent(event) {
  const id = (event.item ?? event.clock ?? '').split(/[#/]/)[0];
  if (event.type === 'project') return { type: 'project', milestones: event.milestones };
  if (event.type === 'timer') return { type: event.clock.endsWith('/every') ? `every.${id}` : `timer.${id}` };
  return { type: `${event.type}.${id}`, values: event.values, outcome: event.outcome ?? event.report };
}

/** The small journey as a person would write it by hand, without any of that. */
export function smallChart() {
  const agreed = ({ context }) => context.facts['talk.agrees'] === true;
  const task = (id, event) => ({
    initial: id,
    states: { [id]: { on: { [event]: { target: 'done', actions: writes } } }, done: { type: 'final' } },
  });
  return setup({}).createMachine({
    type: 'parallel',
    context: { facts: {} },
    states: {
      meet: {
        initial: 'active',
        states: {
          active: {
            ...task('talk', 'submit.talk'),
            onDone: { target: 'completed', actions: raise({ type: 'meet.complete' }) },
          },
          completed: { type: 'final' },
        },
      },
      work: {
        initial: 'available',
        states: {
          available: { on: { 'meet.complete': { guard: agreed, target: 'active' } } },
          active: { ...task('visit', 'submit.visit'), onDone: 'completed' },
          completed: { type: 'final' },
        },
      },
      agreed: {
        initial: 'waiting',
        states: { waiting: { always: { guard: agreed, target: 'occurred' } }, occurred: { type: 'final' } },
      },
    },
  });
}

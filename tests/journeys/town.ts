/**
 * The world around the cases, as small as stories need it: a clock, and what cases tell each other. It decides nothing;
 * every step is the engine's own.
 */
import { begin, nextDeadline, step } from '@thuisreis/engine';
import type { Effect, Event, Facts, Json, Origin, State, Step, Template } from '@thuisreis/engine';
import { corporation, type Corporation } from './templates.js';

type Published = Extract<Effect, { type: 'publish' }>;
export interface Case {
  readonly id: string;
  readonly template: Template;
  state: State;
  readonly parent?: { readonly case: Case; readonly escalation: string };
  /** Effects that leave the house: letters, offers, reservations. */
  readonly sent: Effect[];
}
/** Monday 2026-01-05 09:00 in Amsterdam. */
const DAY_ZERO = '2026-01-05T08:00:00.000Z';
const DAY = 86_400_000;

export class Town {
  now = DAY_ZERO;
  readonly cases: Case[] = [];
  private published: Published = { type: 'publish', key: '', facts: {}, milestones: [] };
  private told = 0;
  private readonly counts = new Map<string, Set<string>>();

  constructor(
    readonly slug: Corporation = 'waterkant',
    private readonly templates: readonly Template[] = corporation(slug).templates,
  ) {}

  begin(template: Template, facts: Facts = {}, more: Partial<Origin> = {}, parent?: Case['parent']): Case {
    const calendar = Object.keys(template.calendars)[0]!;
    const id = parent ? `${parent.case.id}/${parent.escalation}` : `${template.name}-${this.cases.length + 1}`;
    const origin: Origin = { calendar, ...(template.kind === 'household' && { project: this.news() }), ...more };
    const born = accepted(begin(template, facts, [], this.now, origin), 'begin');
    const one: Case = { id, template, state: born.state, sent: [], ...(parent && { parent }) };
    this.cases.push(one);
    this.pass(one, born.effects);
    return one;
  }
  /** One event in one case; the code when it is refused. */
  send(one: Case, event: Event, now = this.now): string | undefined {
    const done = step(one.template, one.state, event, now);
    if (!done.accepted) return done.refusals[0]?.code ?? 'refused';
    one.state = done.state;
    this.pass(one, done.effects);
    return undefined;
  }
  /** Lets days go by; whatever falls due on the way fires, in all cases, in its order. */
  wait(days: number): void {
    const until = new Date(Date.parse(this.now) + days * DAY).toISOString();
    for (let due = this.nextDue(until); due; due = this.nextDue(until)) {
      this.now = due.at > this.now ? due.at : this.now;
      const refused = this.send(due.case, { type: 'timer', clock: due.clock }, this.now);
      if (refused) throw new Error(`${due.clock}: ${refused}`);
    }
    this.now = until;
  }
  private nextDue(until: string) {
    return this.cases
      .flatMap((one) => (one.state.ended ? [] : [{ case: one, due: nextDeadline(one.state) }]))
      .flatMap(({ case: one, due }) => (due && due.at <= until ? [{ case: one, ...due }] : []))
      .sort((a, b) => (a.at < b.at ? -1 : 1))[0];
  }
  /** What the project publishes reaches every household, as the shell would tell it. */
  publish(milestones: readonly string[], facts: Facts = {}, ended = false): void {
    const { facts: before, milestones: already } = this.published;
    const all = [...new Set([...already, ...milestones])];
    this.published = {
      type: 'publish',
      key: '',
      facts: { ...before, ...facts },
      milestones: all,
      ...(ended && { ended: true }),
    };
    this.told += 1;
    for (const one of this.cases.filter(({ template }) => template.kind === 'household'))
      this.send(one, { type: 'project', ...this.news() });
  }
  private news() {
    const { facts, milestones, ended } = this.published;
    return { source: 'project', revision: this.told, facts, milestones, ...(ended && { ended }) };
  }

  private pass(from: Case, effects: readonly Effect[]): void {
    for (const effect of effects) this.one(from, effect);
  }
  private one(from: Case, effect: Effect): void {
    const source = from.id;
    const { revision } = from.state;
    const above = from.parent;
    switch (effect.type) {
      case 'escalate': {
        const template = this.templates.find(({ hash }) => hash === effect.template.hash)!;
        this.begin(template, effect.in, { reports: effect.out }, { case: from, escalation: effect.escalation });
        return;
      }
      case 'mirror':
        return this.below(from, { type: 'mirror', source, revision, values: effect.values }, effect.escalation);
      case 'parentEnded':
        return this.below(from, { type: 'parentEnded', source, revision });
      case 'milestone':
        if (above) this.send(above.case, { ...effect, source, revision, escalation: above.escalation });
        return;
      case 'result':
        if (above) this.send(above.case, { ...effect, source, revision, escalation: above.escalation });
        return;
      case 'publish':
        return this.publish(effect.milestones, effect.facts, effect.ended);
      case 'count':
        return this.count(from, effect.tally, effect.holds);
      default:
        from.sent.push(effect);
    }
  }
  private below(from: Case, event: Event, escalation?: string): void {
    for (const child of this.cases)
      if (child.parent?.case === from && !child.state.ended && (!escalation || child.parent.escalation === escalation))
        this.send(child, event);
  }
  /** Counts a lease once in each tally, within the set of `among`, and tells the project. */
  private count(from: Case, name: string, holds: boolean): void {
    const set = this.counts.get(name) ?? new Set();
    this.counts.set(name, set);
    if (holds) set.add(from.id);
    else set.delete(from.id);
    const project = this.cases.find(({ template }) => template.kind === 'project');
    if (!project) return;
    for (const { id, among } of Object.values(project.template.tallies)) {
      const own = this.counts.get(`${project.template.name}/${id}`) ?? new Set();
      const all = among === undefined ? own : this.counts.get(`${project.template.name}/${among}`);
      const count = [...own].filter((lease) => all?.has(lease)).length;
      this.told += 1;
      if (project.state.facts[`tally.${id}`] !== count)
        this.send(project, { type: 'tally', tally: id, count, number: this.told });
    }
  }
}
export type Fact = Json;
export function accepted(done: Step, what: string): Extract<Step, { accepted: true }> {
  if (!done.accepted) throw new Error(`${what}: ${JSON.stringify(done.refusals)}`);
  return done;
}

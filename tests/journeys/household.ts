/** What people do in a story, in their words, and what can be seen of it afterwards. */
import { keyOf, occurrenceOf, itemOf } from '@thuisreis/engine';
import type { Answer, Event, Facts, Json, Values } from '@thuisreis/engine';
import { templateOf, type Corporation } from './templates.js';
import { Town, type Case } from './town.js';

interface How {
  readonly outcome?: string;
  readonly on?: string;
  readonly by?: string;
}
export class Household {
  constructor(
    readonly town: Town,
    readonly dossier: Case,
  ) {}

  /** A task is done by a person; whoever does another task is somebody else. */
  does(item: string, values: Readonly<Record<string, unknown>> = {}, { outcome, on, by = item }: How = {}): this {
    const more = { ...(outcome && { outcome }), ...(on && { happenedOn: on }) };
    return this.sends({ type: 'submit', item: this.key(item), values: this.answers(values), by, ...more });
  }
  starts(item: string, values: Readonly<Record<string, unknown>> = {}): this {
    return this.sends({ type: 'start', item: this.key(item), values: this.answers(values), by: 'someone' });
  }
  letter(item: string, report: 'sent' | 'delivered' | 'returned' = 'sent', on?: string): this {
    return this.sends({ type: 'letter', item: this.key(item), report, ...(on && { happenedOn: on }) });
  }
  partner(item: string, report: 'accept' | 'decline' | 'done', values: Readonly<Record<string, unknown>> = {}): this {
    return this.sends({ type: 'partner', item: this.key(item), report, values: this.answers(values) });
  }
  dwelling(item: string, report: 'confirmed' | 'unavailable' | 'conflict'): this {
    return this.sends({ type: 'allocation', item: this.key(item), report });
  }
  survey(item: string, report: 'answered' | 'refused' | 'notReached'): this {
    return this.sends({ type: 'survey', item: this.key(item), report });
  }
  withdraws(field: string): this {
    return this.sends({ type: 'withdraw', field, by: 'tenant' });
  }
  corrects(values: Facts): this {
    return this.sends({ type: 'correct', values, reason: 'typed wrongly', by: 'someone' });
  }
  pauses(reason: string): this {
    return this.sends({ type: 'suspend', reason, by: 'someone' });
  }
  resumes(): this {
    return this.sends({ type: 'resume', by: 'someone' });
  }
  waits(days: number): this {
    this.town.wait(days);
    return this;
  }
  hears(...milestones: string[]): this {
    this.town.publish(milestones);
    return this;
  }
  /** The case of an escalation, the last one of that id. */
  escalation(id: string): Household {
    const found = this.town.cases
      .filter(({ parent }) => parent?.case === this.dossier && parent.escalation === id)
      .at(-1);
    if (!found) throw new Error(`no ${id} was started`);
    return new Household(this.town, found);
  }
  sends(event: Event): this {
    const refused = this.town.send(this.dossier, event);
    if (refused) throw new Error(`${event.type} ${'item' in event ? event.item : ''}: ${refused}`);
    return this;
  }
  refuses(event: Event): string | undefined {
    return this.town.send(this.dossier, event);
  }

  state(item: string): string {
    return this.dossier.state.items[this.key(item)] ?? 'absent';
  }
  outcome(item: string): string | undefined {
    return this.dossier.state.outcomes[item];
  }
  fact(path: string): Json | undefined {
    return this.dossier.state.facts[path] ?? this.dossier.template.fields[path]?.default;
  }
  get active(): string[] {
    const { items } = this.dossier.state;
    return Object.keys(items)
      .filter((key) => items[key] === 'active')
      .map(itemOf)
      .sort();
  }
  get open(): string[] {
    const { escalations } = this.dossier.state;
    return Object.keys(escalations).filter((id) => escalations[id]!.open);
  }
  get hasEnded(): boolean {
    return this.dossier.state.ended !== undefined;
  }
  /** How it stands, without how it came there: what is going on, which stages and milestones are behind, what is known. */
  get standing() {
    const { items, facts } = this.dossier.state;
    const planned = this.dossier.template.items.filter(({ kind }) => kind === 'stage' || kind === 'milestone');
    return { active: this.active, facts, behind: planned.flatMap(({ id }) => (items[id] === 'completed' ? [id] : [])) };
  }
  key(item: string): string {
    const keys = Object.keys(this.dossier.state.items).filter((key) => itemOf(key) === item);
    return keyOf(item, Math.max(1, ...keys.map(occurrenceOf)));
  }
  private answers(values: Readonly<Record<string, unknown>>): Values {
    const known = this.dossier.template.fields;
    return Object.fromEntries(
      Object.entries(values).map(([path, value]) => [path, known[path]?.isFact ? (value as Answer) : { answer: path }]),
    );
  }
}

interface Where {
  readonly template?: string;
  readonly slug?: Corporation;
  readonly town?: Town;
}
/** A household at De Waterkant (or another corporation) whose journey begins today. */
export function household(
  facts: Facts = {},
  { template = 'renovation', slug = 'waterkant', town }: Where = {},
): Household {
  const place = town ?? new Town(slug);
  return new Household(place, place.begin(templateOf(slug, template), facts));
}

/** People and the world, as the dice have it: what they answer, and what they do next. */
import { possible, step } from '@thuisreis/engine';
import type { Answer, Event, Field, Possible, Values } from '@thuisreis/engine';
import type { Case, Town } from './town.js';

/** Numbers that decide a walk, one after another; the same list gives the same walk. */
export class Dice {
  private at = 0;
  constructor(private readonly rolls: readonly number[]) {}
  pick<T>(from: readonly T[]): T {
    const roll = this.rolls[this.at++ % this.rolls.length]!;
    return from[roll % from.length]!;
  }
}
const DAYS = ['2026-02-02', '2026-03-02', '2026-05-04'];
function answerTo({ type, values, min, isFact }: Field, path: string, dice: Dice): Answer {
  if (!isFact) return { answer: path };
  if (type === 'boolean') return dice.pick([true, false]);
  if (type === 'enum') return dice.pick(values!).id;
  if (type === 'multiEnum') return dice.pick([[], [dice.pick(values!).id]]);
  if (type === 'date') return dice.pick(DAYS);
  return Number(min ?? 0) + dice.pick([0, 1, 5]);
}
/** Every visible field gets an answer; what turns out to be hidden or held is left out and tried again. */
function filled(one: Case, form: string | undefined, dice: Dice): Values {
  const fields = (one.template.forms[form ?? '']?.pages ?? []).flatMap((page) => page.fields);
  return Object.fromEntries(
    fields
      .filter(({ readOnly }) => !readOnly)
      .map(({ field }) => [field, answerTo(one.template.fields[field]!, field, dice)]),
  );
}
const by = 'someone';
function eventOf(one: Case, { type, item = '', form, outcomes, reports }: Possible, dice: Dice): Event | undefined {
  const values = filled(one, form, dice);
  const outcome = outcomes?.length ? { outcome: dice.pick(outcomes) } : {};
  switch (type) {
    case 'submit':
      return { type, item, values, by: item, ...outcome };
    case 'start':
      return { type, item, by };
    case 'letter':
    case 'survey':
    case 'allocation':
      return { type, item, report: dice.pick(reports!) } as Event;
    case 'partner':
      return { type, item, report: dice.pick(['decline', 'done']), values };
    default:
      return undefined;
  }
}
const worldly = new Set<Event['type']>(['submit', 'letter', 'survey', 'allocation', 'partner']);
export const isOpen = (one: Case): boolean => one.state.ended === undefined;
export const openIn = (town: Town): Case[] => town.cases.filter(isOpen);
/** What somebody could do now: tasks to complete, and what partners, letters and dwellings may report. */
export const workIn = (one: Case): Possible[] =>
  possible(one.template, one.state).filter(({ type }) => worldly.has(type));

/** Somebody does something, or time passes, so many times. */
export function walk(town: Town, dice: Dice, steps: number): void {
  for (let turn = 0; turn < steps; turn += 1) {
    const offers = openIn(town).flatMap((one) => workIn(one).map((offer) => ({ one, offer })));
    if (offers.length === 0 || turn % 7 === 6) town.wait(dice.pick([1, 8, 40]));
    if (offers.length === 0) continue;
    const { one, offer } = dice.pick(offers);
    const event = eventOf(one, offer, dice);
    if (event && !isRefused(one, event)) town.send(one, event);
    else if (event) town.send(one, { ...event, values: shown(one, event) } as Event);
  }
}
const HIDDEN = ['badValue', 'heldByEscalation'];
const isRefused = (one: Case, event: Event): boolean => {
  const done = step(one.template, one.state, event, one.state.now);
  return !done.accepted && HIDDEN.includes(done.refusals[0]!.code);
};
/** Only what the form shows and nobody holds. */
function shown(one: Case, event: Event): Values {
  const values = 'values' in event ? (event.values ?? {}) : {};
  const alone = ([path, value]: [string, Answer]): Event => ({ ...event, values: { [path]: value } }) as Event;
  return Object.fromEntries(Object.entries(values).filter((entry) => !isRefused(one, alone(entry))));
}

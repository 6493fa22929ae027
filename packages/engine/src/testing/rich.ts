/** A template with every kind of item, and events that fit it: what walks at random are made of. */
import type { Event, Possible, State, Template } from '../index.js';
import { begin } from '../index.js';
import {
  DAY0,
  accepted,
  calendar,
  escalation,
  fact,
  field,
  form,
  isFact,
  item,
  on,
  oneOf,
  small,
  stage,
  when,
} from './small.js';

export const rich: Template = small({
  fields: [
    oneOf('consent.tenant', 'open', 'agreed', 'refused'),
    { ...oneOf('share.team', 'yes', 'no'), withdrawn: 'no' },
    field('signals.clutter', 'integer', { min: 0, max: 9 }),
    field('stay.leaveOn', 'date'),
  ],
  forms: [
    form('ask', 'consent.tenant', { field: 'signals.clutter', optional: true }),
    form('plan', { field: 'stay.leaveOn', optional: true }, { field: 'share.team', optional: true }),
  ],
  countedBy: { 'project/agreed': isFact('consent.tenant', 'agreed') },
  items: [
    stage('meet', { complete: [when(isFact('consent.tenant', 'agreed')), on('ask.exhausted')] }),
    item('ask', {
      parent: 'meet',
      form: 'ask',
      due: { after: { iso: 'P7D' }, warn: { iso: 'P2D' } },
      repeat: { while: ['!=', fact('consent.tenant'), ['literal', 'agreed']], max: 4, every: { iso: 'P3D' } },
    }),
    item('extra', { parent: 'meet', manualActivation: true, repeat: { max: 3 } }),
    stage('works', { entry: [on('meet.complete')], repeat: { while: isFact('signals.clutter', 3), max: 2 } }),
    item('plan', { parent: 'works', form: 'plan', skip: ['planner'] }),
    item('guest', {
      parent: 'works',
      kind: 'allocationTask',
      pool: 'guests',
      entry: [on('plan.complete')],
      hold: { iso: 'P5D' },
      period: { from: fact('stay.leaveOn'), until: fact('stay.leaveOn') },
      repeat: { while: ['==', ['outcome', 'guest'], ['literal', 'unavailable']], max: 3, every: { iso: 'P3D' } },
    }),
    item('team', {
      kind: 'partnerTask',
      partner: 'team',
      requires: isFact('share.team', 'yes'),
      otherwise: 'advice',
      acknowledgeWithin: { iso: 'P2D' },
      resolveWithin: { iso: 'P30D' },
    }),
    item('advice', { due: { after: { iso: 'P10D' }, in: 'workingDays' } }),
    item('letter', { kind: 'letterTask', letter: 'l', proof: 'delivered' }),
    item('survey', { kind: 'surveyTask', window: { iso: 'P20D' } }),
    item('reminder', { kind: 'timer', timer: { at: ['-', fact('stay.leaveOn'), ['days', ['literal', 28]]] } }),
    item('statutory', { kind: 'timer', timer: { after: { iso: 'P8W' }, statutory: true } }),
    item('bound', { kind: 'milestone', entry: [on('statutory.occur')] }),
  ],
  escalations: [
    escalation('hoarding', {
      entry: [when(['>=', fact('signals.clutter'), ['literal', 4]])],
      blocks: { works: 'made' },
      in: { 'child.x': fact('signals.clutter') },
      max: 2,
    }),
  ],
});
export const origin = { calendar: calendar.hash };
export const born = (): State => accepted(begin(rich, {}, [], DAY0, origin)).state;
export const HOUR = 3_600_000;
export { instantOf as instant } from '../instant.js';

/** An event of a possible kind, its values picked by a number. */
export function eventOf(kind: Possible, pick: number, state: State): Event {
  const at = <T>(list: readonly T[]): T => list[pick % list.length]!;
  const by = { by: `m${pick % 3}`, roles: ['planner'] };
  const key = kind.item ?? '';
  switch (kind.type) {
    case 'submit': {
      const answers = {
        ask: { 'consent.tenant': at(['open', 'agreed', 'refused']), 'signals.clutter': pick % 9 },
        plan: { 'stay.leaveOn': at(['2026-03-02', '2026-01-02']), 'share.team': at(['yes', 'no']) },
      };
      return { type: 'submit', item: key, ...by, values: kind.form ? answers[kind.form as 'ask'] : {} };
    }
    case 'start':
    case 'retry':
    case 'reopen':
      return { type: kind.type, item: key, ...by };
    case 'skip':
      return { type: 'skip', item: key, code: 'other', ...by };
    case 'withdraw':
      return { type: 'withdraw', field: kind.field!, ...by };
    case 'correct':
      return { type: 'correct', values: { 'signals.clutter': pick % 9 }, reason: 'r', ...by };
    case 'undo':
    case 'resume':
      return { type: kind.type, ...by };
    case 'suspend':
      return { type: 'suspend', reason: 'r', ...by };
    case 'timer':
      return { type: 'timer', clock: kind.clock! };
    case 'letter':
    case 'survey':
    case 'partner':
    case 'allocation':
      return { type: kind.type, item: key, report: at(kind.reports!) } as Event;
    case 'milestone':
      return {
        type: 'milestone',
        escalation: kind.escalation!,
        source: 'e',
        revision: (state.sources['e'] ?? 0) + 1,
        milestones: ['made'],
      };
    case 'result':
      return {
        type: 'result',
        escalation: kind.escalation!,
        source: 'e',
        revision: (state.sources['e'] ?? 0) + 1,
        end: 'complete',
        values: {},
        milestones: [],
      };
    case 'project':
      return {
        type: 'project',
        source: 'p',
        revision: (state.sources['p'] ?? 0) + 1,
        facts: { 'plan.x': pick },
        milestones: [],
      };
    case 'mirror':
    case 'parentEnded':
      return { type: kind.type, source: 'q', revision: (state.sources['q'] ?? 0) + 1, values: {} } as Event;
    case 'recalendar':
      return { type: 'recalendar', calendar: calendar.hash };
    default:
      throw new Error(kind.type);
  }
}

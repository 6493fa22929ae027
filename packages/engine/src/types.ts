/**
 * The words the whole house shares: a case's compiled template, its state, what can happen to it and what follows.
 * Everything is plain JSON, because it must survive Temporal's history and a column in PostgreSQL.
 * Names are those of CMMN 1.1, DMN 1.x and BPMN 2.0; their meaning is the template language's.
 */

/** ISO 8601 in UTC, always handed in: the core owns no clock. */
export type Instant = string;
/** A calendar day, `yyyy-mm-dd`. */
export type Day = string;
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
/** What a person answered: a value, an opaque reference to one kept elsewhere, "wil niet zeggen" or "later". */
export type Answer = Json | { readonly answer: string } | { readonly declined: true } | { readonly later: true };
export type Values = { readonly [path: string]: Answer };
export type Facts = { readonly [path: string]: Json };
/** A text for people: language → sentence. */
export type Text = { readonly [language: string]: string };
export type Sensitivity = 'D0' | 'D1' | 'D2' | 'D3' | 'D4' | 'D5' | 'D6' | 'D7';

export type ItemState = 'available' | 'enabled' | 'active' | 'completed' | 'terminated' | 'failed';

// ── The compiled template ────────────────────────────────────────────────────────────────────────────────────────

export type BinaryOperator = '==' | '!=' | '<' | '<=' | '>' | '>=' | '&&' | '||' | '+' | '-' | '*' | 'in';
/** A condition or value, compiled from the common subset of CEL to a small tree. */
export type Expression =
  | readonly ['literal', Json]
  | readonly ['fact', string] // <group>.<field>
  | readonly ['param', string]
  | readonly ['law', string]
  | readonly ['project', string] // a published field or `tally.<id>`, kept as fact `project.<name>`
  | readonly ['projectMilestone', string]
  | readonly ['tally', string]
  | readonly ['outcome', string]
  | readonly ['count', string]
  | readonly ['date', string]
  | readonly ['milestone', string]
  | readonly ['escalationMilestone', string, string]
  | readonly ['has', string] // a field
  | readonly ['known', Expression] // `has()` of any other name
  | readonly ['size', Expression]
  | readonly ['days', Expression]
  | readonly ['workdays', Expression]
  | readonly ['not', Expression]
  | readonly ['negate', Expression]
  | readonly ['list', readonly Expression[]]
  | readonly [BinaryOperator, Expression, Expression];

export interface Sentry {
  /** Events of the on-part, as `<source>.<transition>`; all of them must have happened. */
  readonly on?: readonly string[];
  readonly if?: Expression;
}

/** `P10D` or an expression that gives a number of days; `hours` terms are exact. */
export type Length =
  | { readonly iso: string }
  | { readonly days: Expression }
  | { readonly workdays: Expression }
  | { readonly expression: Expression };
export interface Moment {
  readonly after?: Length;
  readonly at?: Expression;
  readonly from?: string;
  readonly in?: 'calendarDays' | 'workingDays';
  readonly statutory?: boolean;
}
export interface Due extends Moment {
  readonly warn?: Length;
}
export interface Repeat {
  readonly while?: Expression;
  readonly max: number;
  readonly every?: Length;
}

export type TaskKind =
  'humanTask' | 'decisionTask' | 'letterTask' | 'surveyTask' | 'partnerTask' | 'allocationTask' | 'serviceTask';
export type ItemKind = 'stage' | 'milestone' | 'timer' | TaskKind;

/** One plan item. The tree is flat here: `parent` names the stage around it, file order is the order of `Template.items`. */
export interface Item {
  readonly id: string;
  readonly kind: ItemKind;
  readonly parent?: string;
  readonly title: Text;
  readonly help?: Text;
  readonly entry?: readonly Sentry[];
  readonly exit?: readonly Sentry[];
  readonly complete?: readonly Sentry[];
  readonly required?: boolean | Expression;
  readonly manualActivation?: boolean;
  readonly repeat?: Repeat;
  readonly due?: Due;
  readonly timer?: Moment;
  /** For a human task the role that does it; for a stage the default of its tasks. */
  readonly role?: string;
  readonly notBy?: readonly string[];
  readonly skip?: readonly string[];
  readonly audience?: readonly string[];
  readonly form?: string;
  readonly outcomes?: readonly { readonly id: string; readonly label?: Text }[];
  readonly decision?: string;
  readonly letter?: string;
  readonly to?: string;
  readonly channel?: 'preferred' | 'post' | 'registered' | 'email';
  readonly proof?: 'none' | 'delivered';
  readonly requires?: Expression;
  readonly respondents?: 'one' | 'adults';
  readonly attempts?: number;
  readonly window?: Length;
  readonly partner?: string;
  readonly purpose?: string;
  readonly ground?: string;
  readonly share?: readonly string[];
  readonly otherwise?: string;
  readonly acknowledgeWithin?: Length;
  readonly resolveWithin?: Length;
  readonly until?: string;
  readonly pool?: string;
  readonly needs?: { readonly [need: string]: Expression };
  readonly period?: { readonly from: Expression; readonly until: Expression };
  readonly hold?: Length;
  readonly release?: string;
  readonly connector?: string;
  readonly in?: { readonly [name: string]: Expression };
  readonly out?: { readonly [field: string]: string };
  readonly formerly?: string;
}

export type FieldType =
  | 'boolean'
  | 'integer'
  | 'number'
  | 'enum'
  | 'multiEnum'
  | 'date'
  | 'text'
  | 'longText'
  | 'money'
  | 'phone'
  | 'email'
  | 'address'
  | 'file'
  | 'photo'
  | 'signature'
  | 'scale'
  | 'reference';
export interface Field {
  readonly path: string;
  readonly type: FieldType;
  readonly label: Text;
  readonly help?: Text;
  readonly purpose: string;
  readonly sensitivity: Sensitivity;
  readonly values?: readonly { readonly id: string; readonly label?: Text }[];
  readonly min?: number | string;
  readonly max?: number | string;
  readonly to?: 'dwelling' | 'person' | 'partner';
  readonly default?: Json;
  readonly optional?: boolean;
  readonly mayDecline?: boolean;
  readonly given?: boolean;
  readonly withdrawn?: Json;
  readonly ground?: string;
  /** True when the value enters the case's facts; otherwise only its opaque answer id does. */
  readonly isFact: boolean;
  readonly formerly?: string;
}
export interface FormEntry {
  readonly field: string;
  readonly optional?: boolean;
  readonly readOnly?: boolean;
  readonly visibleIf?: Expression;
}
export interface FormPage {
  readonly id: string;
  readonly title: Text;
  readonly visibleIf?: Expression;
  readonly fields: readonly FormEntry[];
}
/** A form written without pages is one page named `page`. */
export interface Form {
  readonly id: string;
  readonly title: Text;
  readonly wave?: 'before' | 'during' | 'after';
  readonly pages: readonly FormPage[];
}

export type Cell =
  | readonly ['any']
  | readonly ['compare', '==' | '<' | '<=' | '>' | '>=', Json]
  | readonly ['between', Json, Json]
  | readonly ['oneOf', readonly Cell[]]
  | readonly ['not', Cell];
export interface Decision {
  readonly id: string;
  readonly hitPolicy: 'UNIQUE' | 'ANY' | 'FIRST' | 'COLLECT';
  readonly inputs: readonly Expression[];
  readonly outputs: readonly string[];
  readonly rules: readonly {
    readonly id: string;
    readonly when: readonly Cell[];
    readonly then: readonly Expression[];
  }[];
}

export interface Escalation {
  readonly id: string;
  /** Its place in the file, which maps of a database do not keep; §4 starts escalations in file order. */
  readonly position?: number;
  readonly title: Text;
  readonly entry?: readonly Sentry[];
  readonly manualActivation?: boolean;
  /** Name, version and hash of the template its case runs on; inline forms are compiled to `<name>.<id>`. */
  readonly template: TemplateName;
  readonly owner: string;
  readonly audience?: readonly string[];
  readonly in: { readonly [childField: string]: Expression };
  readonly out: { readonly [parentField: string]: string };
  /** Held item → the child milestone that lifts the hold, or null: until the escalation ends. */
  readonly blocks: { readonly [item: string]: string | null };
  readonly maxAge: Length;
  readonly max: number;
}
export interface Tally {
  readonly id: string;
  readonly of: string;
  readonly where: Expression;
  readonly among?: string;
  readonly freeze?: string;
}
export interface Letter {
  readonly id: string;
  readonly title: Text;
  readonly file: string;
  readonly fields: readonly string[];
}
export interface TemplateName {
  readonly name: string;
  readonly version: string;
  readonly hash: string;
}
/** Working days and holidays, ten years ahead, in one zone; named by its own hash. */
export interface Calendar {
  readonly hash: string;
  readonly zone: string;
  /** ISO weekdays that are worked, 1 = Monday. */
  readonly workingDays: readonly number[];
  /** Recognised holidays (they extend statutory terms), sorted. */
  readonly holidays: readonly Day[];
  /** The corporation's own closed days: no working days, but they extend no statutory term. */
  readonly closed: readonly Day[];
  /** Offsets from UTC in minutes, each valid from its instant, sorted. */
  readonly offsets: readonly { readonly from: Instant; readonly minutes: number }[];
  readonly until: Day;
}
/** The compiled template with its law, and the calendars its cases may name. `calendars` travels beside it and is not part of `hash`. */
export interface Template extends TemplateName {
  readonly dsl: 'thuisreis/1';
  readonly kind: 'household' | 'project' | 'escalation';
  readonly title: Text;
  readonly within?: string;
  readonly publish: readonly string[];
  readonly params: { readonly [id: string]: Json };
  readonly law: { readonly [id: string]: readonly { readonly from: Day; readonly value: Json }[] };
  readonly fields: { readonly [path: string]: Field };
  readonly forms: { readonly [id: string]: Form };
  readonly decisions: { readonly [id: string]: Decision };
  readonly letters: { readonly [id: string]: Letter };
  /** In file order, a stage directly followed by what is inside it. */
  readonly items: readonly Item[];
  readonly escalations: { readonly [id: string]: Escalation };
  readonly tallies: { readonly [id: string]: Tally };
  /** Conditions of other templates' tallies that cases of this template evaluate after every step: `<project template>/<tally>`. */
  readonly countedBy: { readonly [tally: string]: Expression };
  readonly complete?: readonly Sentry[];
  readonly exit?: readonly Sentry[];
  readonly calendars: { readonly [hash: string]: Calendar };
}

// ── The state of one case ────────────────────────────────────────────────────────────────────────────────────────

export interface Deadline {
  readonly start: Instant;
  readonly at: Instant;
  readonly moved: number;
  readonly fired?: true;
  /** A statutory clock also fires while the case is suspended, and never moves with it. */
  readonly statutory?: true;
}
export interface State {
  readonly template: TemplateName;
  /** Version of the semantics: old cases keep old meaning. */
  readonly engine: number;
  /** +1 per accepted event; orders the replica. 0 after `begin`. */
  readonly revision: number;
  /** Occurrences of a repeated item are `talk`, `talk#2`, `talk#3`. */
  readonly items: { readonly [item: string]: ItemState };
  /** An absent key is unknown, never false. */
  readonly facts: Facts;
  readonly outcomes: { readonly [item: string]: string };
  readonly happened: { readonly [event: string]: Instant };
  readonly now: Instant;
  readonly ended?: Instant;
  /** Real seconds that stand for one process second; in demo and tests only. */
  readonly timeScale?: number;
  readonly count: { readonly [item: string]: number };
  readonly date: { readonly [item: string]: Day };
  /** Opaque member ids, for `notBy`. */
  readonly doneBy: { readonly [item: string]: string };
  readonly escalations: {
    readonly [id: string]: {
      readonly open: boolean;
      readonly started: number;
      readonly exhausted?: true;
      readonly milestones: readonly string[];
    };
  };
  readonly sources: { readonly [source: string]: number };
  readonly tallies: { readonly [tally: string]: boolean };
  /** The state before the last human step, for undo; never nested. */
  readonly before?: Json;
  readonly latches: { readonly [sentryPart: string]: true };
  readonly armed: { readonly [edge: string]: true };
  readonly since: { readonly [item: string]: { readonly at: Instant; readonly day: Day } };
  readonly base: { readonly [item: string]: number };
  readonly waiting: { readonly [item: string]: 'entryFired' | 'offered' | 'reserved' | 'otherwise' };
  readonly deadlines: { readonly [clock: string]: Deadline };
  readonly calendar: string;
  readonly suspended?: { readonly since: Instant; readonly reason: string; readonly until?: Day };
  /** In an escalation: the fields that its parent's `out` names, the only ones its result carries. */
  readonly reports?: readonly string[];
}

// ── What can happen ──────────────────────────────────────────────────────────────────────────────────────────────

/** `by` is the opaque id of the member who acted; `happenedOn` the day it happened on, default the day of the step. */
interface ByPerson {
  readonly by: string;
  /** Roles of the corporation that the person fills; checked for `skip`. */
  readonly roles?: readonly string[];
}
interface Reported {
  readonly happenedOn?: Day;
  readonly fault?: true;
}
export type Event =
  | ({
      readonly type: 'submit';
      readonly item: string;
      readonly values: Values;
      readonly seen?: Values;
      readonly outcome?: string;
      readonly happenedOn?: Day;
    } & ByPerson)
  | ({ readonly type: 'start'; readonly item: string; readonly values?: Values; readonly happenedOn?: Day } & ByPerson)
  | ({ readonly type: 'skip'; readonly item: string; readonly code: string } & ByPerson)
  | ({ readonly type: 'retry'; readonly item: string } & ByPerson)
  | ({ readonly type: 'withdraw'; readonly field: string } & ByPerson)
  | ({ readonly type: 'correct'; readonly values: Values; readonly reason: string } & ByPerson)
  | ({ readonly type: 'reopen'; readonly item: string; readonly code?: string } & ByPerson)
  | ({ readonly type: 'undo' } & ByPerson)
  | ({ readonly type: 'suspend'; readonly reason: string; readonly until?: Day } & ByPerson)
  | ({ readonly type: 'resume' } & ByPerson)
  | { readonly type: 'recalendar'; readonly calendar: string }
  | { readonly type: 'migrate'; readonly template: TemplateName }
  | { readonly type: 'timer'; readonly clock: string }
  | ({ readonly type: 'letter'; readonly item: string; readonly report: 'sent' | 'delivered' | 'returned' } & Reported)
  | ({
      readonly type: 'survey';
      readonly item: string;
      readonly report: 'answered' | 'refused' | 'notReached';
    } & Reported)
  | ({
      readonly type: 'partner';
      readonly item: string;
      readonly report: 'accept' | 'plan' | 'decline' | 'done';
      readonly code?: string;
      readonly outcome?: string;
      readonly values?: Values;
    } & Reported)
  | ({
      readonly type: 'allocation';
      readonly item: string;
      readonly report: 'reserved' | 'confirmed' | 'unavailable' | 'lapsed' | 'conflict';
      readonly dwelling?: string;
    } & Reported)
  | ({
      readonly type: 'service';
      readonly item: string;
      readonly outcome?: string;
      readonly values?: Values;
    } & Reported)
  | {
      readonly type: 'project';
      readonly source: string;
      readonly revision: number;
      readonly facts: Facts;
      readonly milestones: readonly string[];
      readonly ended?: true;
    }
  | { readonly type: 'tally'; readonly tally: string; readonly count: number; readonly number: number }
  | { readonly type: 'mirror'; readonly source: string; readonly revision: number; readonly values: Facts }
  | {
      readonly type: 'milestone';
      readonly escalation: string;
      readonly source: string;
      readonly revision: number;
      readonly milestones: readonly string[];
    }
  | {
      readonly type: 'result';
      readonly escalation: string;
      readonly source: string;
      readonly revision: number;
      readonly end: 'complete' | 'terminate';
      readonly values: Facts;
      readonly milestones: readonly string[];
      readonly happenedOn?: Day;
    }
  | { readonly type: 'parentEnded'; readonly source: string; readonly revision: number };

/** A dated event of a case that is taken over; its effects are never sent. */
export interface PastEvent {
  readonly event: Event;
  readonly on: Day;
}
/** What a case is born with besides facts. */
export interface Origin {
  readonly calendar: string;
  /** For an escalation: `out` of the effect that starts it. */
  readonly reports?: readonly string[];
  readonly timeScale?: number;
  /** What the project has published: revision, fields, and milestones that have happened. */
  readonly project?: {
    readonly source: string;
    readonly revision: number;
    readonly facts: Facts;
    readonly milestones: readonly string[];
    readonly ended?: true;
  };
}

// ── What follows ─────────────────────────────────────────────────────────────────────────────────────────────────

/** Work for the shell. `key` is `<revision>:<index>`, unique within the case; receivers are idempotent by it. */
export type Effect = { readonly key: string } & (
  | {
      readonly type: 'letter';
      readonly item: string;
      readonly letter: string;
      readonly to: string;
      readonly channel: string;
      readonly proof: string;
    }
  | { readonly type: 'survey'; readonly item: string; readonly open: boolean }
  | {
      readonly type: 'offer';
      readonly item: string;
      readonly partner: string;
      readonly purpose: string;
      readonly ground: string;
      readonly share: readonly string[];
    }
  | { readonly type: 'closeOffer'; readonly item: string; readonly reason: 'revoked' | 'done' | 'ended' }
  | {
      readonly type: 'allocate';
      readonly item: string;
      readonly pool: string;
      readonly needs: Facts;
      readonly period: { readonly from?: Day; readonly until?: Day };
    }
  | { readonly type: 'rebook'; readonly item: string; readonly period: { readonly from?: Day; readonly until?: Day } }
  | { readonly type: 'release'; readonly item: string }
  | { readonly type: 'service'; readonly item: string; readonly connector: string; readonly in: Facts }
  | {
      readonly type: 'escalate';
      readonly escalation: string;
      readonly number: number;
      readonly template: TemplateName;
      readonly in: Facts;
      readonly out: readonly string[];
    }
  | { readonly type: 'mirror'; readonly escalation: string; readonly values: Facts }
  | { readonly type: 'parentEnded' }
  | { readonly type: 'milestone'; readonly milestones: readonly string[] }
  | {
      readonly type: 'result';
      readonly end: 'complete' | 'terminate';
      readonly values: Facts;
      readonly milestones: readonly string[];
    }
  | { readonly type: 'publish'; readonly facts: Facts; readonly milestones: readonly string[]; readonly ended?: true }
  | { readonly type: 'freeze'; readonly tally: string }
  | { readonly type: 'count'; readonly tally: string; readonly holds: boolean }
);

/** One line of the timeline: codes, ids and parameters, never sentences. `code` is a transition of the language or listed here. */
export interface Entry {
  readonly code: string;
  readonly item?: string;
  readonly params?: { readonly [name: string]: Json };
}

export type RefusalCode =
  | 'caseEnded'
  | 'suspended'
  | 'stale'
  | 'early'
  | 'late'
  | 'notEnabled'
  | 'noOccurrenceLeft'
  | 'held'
  | 'notBy'
  | 'badValue'
  | 'heldByEscalation'
  | 'factChanged'
  | 'missingAnswer'
  | 'notSettling';
export interface Refusal {
  readonly code: RefusalCode;
  /** The field, item or clock that is meant. */
  readonly path?: string;
  readonly params?: { readonly [name: string]: Json };
}

export type Step =
  | {
      readonly accepted: true;
      readonly state: State;
      readonly effects: readonly Effect[];
      readonly log: readonly Entry[];
    }
  | { readonly accepted: false; readonly refusals: readonly Refusal[] };

/** A kind of event that `step` would accept now; `values` is free within the form. */
export interface Possible {
  readonly type: Event['type'];
  readonly item?: string;
  readonly field?: string;
  readonly clock?: string;
  readonly escalation?: string;
  readonly form?: string;
  readonly outcomes?: readonly string[];
  readonly reports?: readonly string[];
}
/** "Als u dit kiest, gebeurt …" */
export type Consequences =
  | {
      readonly accepted: true;
      readonly starts: readonly string[];
      readonly ends: readonly string[];
      readonly effects: readonly Effect[];
      readonly log: readonly Entry[];
      readonly caseEnds: boolean;
    }
  | { readonly accepted: false; readonly refusals: readonly Refusal[] };
export interface Criterion {
  readonly sentry: number;
  readonly criterion: 'event' | 'condition' | 'hold' | 'stage' | 'manual';
  /** The event's name or the expression. */
  readonly subject: string | Expression;
  readonly value: boolean | 'unknown';
  /** What can change it: facts, events, roles. */
  readonly changedBy: readonly string[];
}
export interface Reasons {
  readonly item: string;
  readonly state: ItemState | 'absent';
  readonly criteria: readonly Criterion[];
}
/** An accepted event as the journal keeps it. */
export interface JournalEntry {
  readonly event: Event;
  readonly now: Instant;
}

/** The compiled template: what an administrator wrote, as the engine plays it. */
import type { Day, Instant, Json, Sensitivity, Text } from './value.js';

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

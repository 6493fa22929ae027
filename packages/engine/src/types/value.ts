/** What facts, answers and texts are made of. */
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

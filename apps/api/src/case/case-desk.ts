import { Injectable } from '@nestjs/common';
import { checkForm, step, type Event, type Json, type Refusal } from '@thuisreis/engine';
import { Fault } from '../graphql/fault.js';
import { opens } from '../session/rights.js';
import type { Session } from '../session/session.js';
import { outsidePaths, seenIds, splitValues } from './answers.js';
import { CaseReader, type LoadedCase } from './case-reader.js';
import type { CompleteTaskInput, CompleteTaskResult } from './case.graphql.js';
import { CommandDesk, type Outcome } from './command-desk.js';
import { commandId } from './command-id.js';
import { nothing } from './nothing.js';

type Seen = Readonly<Record<string, Json>>;
type Submit = Extract<Event, { type: 'submit' }>;

/** Receives what people do in a case, decides whether it may, and hands it on. */
@Injectable()
export class CaseDesk {
  constructor(
    private readonly reader: CaseReader,
    private readonly commands: CommandDesk,
  ) {}

  /** Completes a task: the form is checked here as in the browser, and once more, with the rest, by the workflow. */
  async complete(asker: Session, input: CompleteTaskInput): Promise<CompleteTaskResult> {
    const { key, caseId } = input;
    const found = await this.reader.load(asker, caseId);
    if (!found || !opens(asker, 'write', 'D1')) return nothing('notFound');
    const values = recordOf(input.values, 'values');
    const seen = input.seen == null ? undefined : recordOf(input.seen, 'seen');
    const { event, rows } = splitValues(found.template, values, commandId(asker.actor.corporation, key));
    const submit = submitOf(asker, input, event, seen && (await this.seen(asker, found, seen)));
    const outcome = await this.commands.carryOut(asker, {
      ...{ key, caseId, name: 'completeTask', input: { ...input, key: undefined } },
      ...{ event: submit, answers: rows, refusals: deskRefusals(found, submit, values) },
    });
    const read = await this.reader.read(asker, caseId, { noted: true });
    return {
      refusals: await this.explained(asker, found, seen ?? {}, outcome.refusals),
      duplicate: outcome.duplicate,
      caseId,
      revision: outcome.revision ?? read?.revision ?? null,
      case: read,
    };
  }

  /** The core knows answers that are no facts by their ids only: what was shown becomes the id that was shown. */
  private async seen(asker: Session, { row, state, template }: LoadedCase, seen: Seen): Promise<Submit['seen']> {
    const outside = outsidePaths(template, seen);
    const shown = outside.length === 0 ? [] : await this.reader.shownAnswers(asker, row.id, outside);
    return seenIds(template, state.facts, seen, shown);
  }

  /** Says what changed in the reader's values instead of ids: old, new, by whom and when, where the reader may see it. */
  private async explained(
    asker: Session,
    { row }: LoadedCase,
    seen: Seen,
    refusals: Outcome['refusals'],
  ): Promise<CompleteTaskResult['refusals']> {
    const paths = refusals.flatMap(({ code, path }) => (code === 'factChanged' && path ? [path] : []));
    if (paths.length === 0) return [...refusals];
    const present = new Map((await this.reader.presentAnswers(asker, row.id, paths)).map((one) => [one.path, one]));
    return refusals.map((one) => {
      if (one.code !== 'factChanged' || !one.path) return one;
      const now = present.get(one.path);
      const old = seen[one.path] ?? null;
      return { ...one, params: now ? { old, new: now.value, by: now.by, at: now.at?.toISOString() ?? null } : { old } };
    });
  }
}

const submitOf = (
  { actor }: Session,
  { item, outcome, happenedOn }: CompleteTaskInput,
  values: Submit['values'],
  seen: Submit['seen'],
): Submit => ({
  ...{ type: 'submit', item, values, by: actor.member, roles: actor.roles },
  ...(seen === undefined ? {} : { seen }),
  ...(outcome == null ? {} : { outcome }),
  ...(happenedOn == null ? {} : { happenedOn }),
});

const OF_THE_FORM = new Set(['badValue', 'factChanged', 'missingAnswer']);

/**
 * What only the desk can refuse: it sees the texts, the workflow their ids. An earlier reason of the core (an ended
 * case, a task that is not open) comes first, as in its own order of refusals.
 */
function deskRefusals({ template, state }: LoadedCase, submit: Submit, values: Seen): readonly Refusal[] {
  const ofTheForm = checkForm(template, submit.item, values, state.facts);
  if (ofTheForm.length === 0) return [];
  const tried = step(template, state, submit, new Date().toISOString());
  const earlier = tried.accepted ? [] : tried.refusals.filter(({ code }) => !OF_THE_FORM.has(code));
  return earlier.length > 0 ? earlier : ofTheForm;
}

/** Free JSON that must be an object of path → value. */
export function recordOf(value: unknown, name: string): Record<string, Json> {
  if (value === null || value === undefined) return {};
  if (typeof value !== 'object' || Array.isArray(value)) throw new Fault('badInput', `${name} must be an object`);
  return value as Record<string, Json>;
}

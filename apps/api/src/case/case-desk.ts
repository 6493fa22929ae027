import { Injectable } from '@nestjs/common';
import { checkForm, type Event, type Json } from '@thuisreis/engine';
import { Fault } from '../graphql/fault.js';
import { opens } from '../session/rights.js';
import type { Session } from '../session/session.js';
import { splitValues } from './answers.js';
import { CaseReader } from './case-reader.js';
import type { CompleteTaskInput, CompleteTaskResult } from './case.graphql.js';
import { CommandDesk, type Outcome } from './command-desk.js';
import { commandId } from './command-id.js';
import { nothing } from './nothing.js';

/** Receives what people do in a case, decides whether it may, and hands it on. */
@Injectable()
export class CaseDesk {
  constructor(
    private readonly reader: CaseReader,
    private readonly commands: CommandDesk,
  ) {}

  /** Completes a task: the form is checked here as in the browser, and once more, with the rest, by the workflow. */
  async complete(asker: Session, input: CompleteTaskInput): Promise<CompleteTaskResult> {
    const { key, caseId, item } = input;
    const found = await this.reader.load(asker, caseId);
    if (!found || !opens(asker, 'write', 'D1')) return nothing('notFound');
    const values = recordOf(input.values, 'values');
    const command = commandId(asker.actor.corporation, key);
    const { event, rows } = splitValues(found.template, values, command);
    const submit: Event = {
      type: 'submit',
      item,
      values: event,
      by: asker.actor.member,
      roles: asker.actor.roles,
      ...(input.seen == null ? {} : { seen: recordOf(input.seen, 'seen') }),
      ...(input.outcome == null ? {} : { outcome: input.outcome }),
      ...(input.happenedOn == null ? {} : { happenedOn: input.happenedOn }),
    };
    const first = checkForm(found.template, item, values, found.state.facts);
    if (first.length > 0 && !(await this.commands.knows(asker, key)))
      return this.answer(asker, caseId, { refusals: first, duplicate: false, revision: null });
    const act = {
      key,
      caseId,
      name: 'completeTask',
      input: { ...input, key: undefined },
      event: submit,
      answers: rows,
    };
    return this.answer(asker, caseId, await this.commands.carryOut(asker, act));
  }

  private async answer(asker: Session, caseId: string, outcome: Outcome): Promise<CompleteTaskResult> {
    const read = await this.reader.read(asker, caseId);
    return {
      refusals: [...outcome.refusals],
      duplicate: outcome.duplicate,
      caseId,
      revision: outcome.revision ?? read?.revision ?? null,
      case: read,
    };
  }
}

/** Free JSON that must be an object of path → value. */
export function recordOf(value: unknown, name: string): Record<string, Json> {
  if (value === null || value === undefined) return {};
  if (typeof value !== 'object' || Array.isArray(value)) throw new Fault('badInput', `${name} must be an object`);
  return value as Record<string, Json>;
}

import { explain, type Item, type Json, type Reasons, type Template } from '@thuisreis/engine';
import { nameOf } from '../household/household-reader.js';
import type { Case, CaseStage, OpenTask, Reason, TimelineEntry, Waiting } from './case.graphql.js';
import type { CaseColumns, JournalColumns, TaskColumns } from './case.sql.js';
import { drawForm, pathsOf, say } from './draw-form.js';

export interface CaseParts {
  readonly row: CaseColumns;
  readonly journal: readonly JournalColumns[];
  readonly tasks: readonly TaskColumns[];
  readonly answers: readonly { readonly path: string; readonly value: Json }[];
  readonly template: Template;
  readonly language: string;
}
const MOST_WAITING = 50;
const bare = (item: string): string => item.split('#', 1)[0] ?? item;
const itemNamed = (template: Template, item: string): Item | undefined =>
  template.items.find(({ id }) => id === bare(item));

export const titleOf = (template: Template, item: string, language: string): string =>
  say(itemNamed(template, item)?.title, language) || item;

/** Words and forms are drawn from the case's own template when a person looks: a corrected label reaches old cases too. */
export function drawCase(parts: CaseParts): Case {
  const { row, template, language, tasks } = parts;
  return {
    id: row.id,
    revision: row.revision,
    kind: row.kind,
    template: { name: template.name, version: template.version },
    title: say(template.title, language),
    household: nameOf(row),
    project: row.project,
    status: row.status,
    stages: stagesOf(parts),
    openTasks: tasks.map((task) => openTask(parts, task)),
    timeline: parts.journal.flatMap((line) => entriesOf(parts, line)),
    waiting: row.status === 'ended' ? [] : waitingOf(parts),
  };
}

function stagesOf({ template, row, language }: CaseParts): CaseStage[] {
  const stages = template.items.filter(({ kind, parent }) => kind === 'stage' && parent === undefined);
  return stages.map(({ id, title }) => ({
    id,
    title: say(title, language),
    state: row.state.items[id] ?? 'available',
  }));
}

function openTask({ template, answers, row, language }: CaseParts, task: TaskColumns): OpenTask {
  const item = itemNamed(template, task.item);
  const paths = new Set(pathsOf(template, item?.form));
  const facts = Object.entries(row.state.facts).filter(([path]) => template.fields[path]?.isFact && mayShow(path));
  // A fact shows only where its answer row does: the database holds the reader's classes against the row.
  function mayShow(path: string): boolean {
    return ['D0', 'D1'].includes(template.fields[path]?.sensitivity ?? 'D5');
  }
  const values = [...facts, ...answers.map(({ path, value }) => [path, value] as const)].filter(([path]) =>
    paths.has(path),
  );
  return {
    item: task.item,
    title: titleOf(template, task.item, language),
    role: task.role,
    due: task.due,
    breachAt: task.breach_at?.toISOString() ?? null,
    assignee: task.assignee,
    form: drawForm(template, item?.form, language),
    outcomes: (item?.outcomes ?? []).map(({ id, label }) => ({ id, label: say(label, language) || id })),
    values: Object.fromEntries(values),
  };
}

const entriesOf = (
  { template, language }: CaseParts,
  { revision, now, actor, by, log }: JournalColumns,
): TimelineEntry[] =>
  log.map(({ code, item, params }) => ({
    revision,
    at: now.toISOString(),
    actor,
    code,
    params: params ?? null,
    item: item ?? null,
    title: item && itemNamed(template, item) ? titleOf(template, item, language) : null,
    by,
  }));

function waitingOf({ template, row, language }: CaseParts): Waiting[] {
  const open = template.items.filter(({ id }) => row.state.items[id] === 'available').slice(0, MOST_WAITING);
  return open.map(({ id }) => ({
    item: id,
    title: titleOf(template, id, language),
    reasons: reasonsOf(explain(template, row.state, id)),
  }));
}

export const reasonsOf = ({ criteria }: Reasons): Reason[] =>
  criteria.map(({ criterion, subject, value, changedBy }) => ({
    criterion: { kind: criterion, subject },
    value: String(value),
    changedBy: [...changedBy],
  }));

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TaskQuery } from '../gen/graphql.js';
import { ask, freshKey } from '../graphql/ask.js';
import { completeDocument } from '../graphql/documents.js';
import { Button, DateField, Radio, readDay } from '../kit/index.js';
import { useSay } from '../shell/Announcer.js';
import { textOf } from '../words/index.js';
import { answersOf, changedOnly } from './answers.js';
import { ErrorList } from './ErrorList.js';
import type { DrawnForm, Entered, Entries, Outcome } from './form.js';
import { startEntries } from './form.js';
import { HAPPENED_ON, OUTCOME, refusalErrors, wrongErrors } from './errors.js';
import type { FormErrors } from './errors.js';
import { TaskField } from './TaskField.js';
import { visibleFields } from './visible.js';

export type OpenTask = NonNullable<TaskQuery['case']>['openTasks'][number];

export function TaskForm(props: { task: OpenTask; caseId: string; household: string }) {
  const { t } = useTranslation();
  const form = (props.task.form ?? null) as DrawnForm | null;
  const outcomes = (props.task.outcomes ?? []) as readonly Outcome[];
  const [entries, setEntries] = useState<Entries>(() => startEntries(form, props.task.values));
  const [outcome, setOutcome] = useState('');
  const [happenedOn, setHappenedOn] = useState('');
  const [errors, setErrors] = useState<FormErrors>([]);
  const fields = visibleFields(form, entries, props.task.values);
  const complete = useComplete(props, (refusals) => setErrors(refusalErrors(t, fields, refusals)));
  const submit = () => {
    const answers = answersOf(fields, entries);
    const wrong = wrongErrors(t, fields, answers.wrong, {
      outcome: outcomes.length > 1 && !outcome,
      day: happenedOn.trim() !== '' && readDay(happenedOn) === undefined,
    });
    setErrors(wrong);
    if (wrong.length === 0)
      complete.mutate({ values: answers.values, outcome: outcome || outcomes[0]?.id, happenedOn });
  };
  const enter = (path: string) => (entered: Entered) => setEntries((before) => ({ ...before, [path]: entered }));
  return (
    <form noValidate onSubmit={(event) => (event.preventDefault(), submit())}>
      <ErrorList errors={errors} />
      {fields.length === 0 ? <p className="soft">{t('task.noForm')}</p> : null}
      {fields.map((field) => (
        <TaskField
          key={field.path}
          field={field}
          entered={entries[field.path]}
          error={errors.find((error) => error.path === field.path)?.sentence}
          onEnter={enter(field.path)}
        />
      ))}
      {outcomes.length > 1 ? (
        <OutcomeChoice
          outcomes={outcomes}
          chosen={outcome}
          error={errors.find((error) => error.path === OUTCOME)?.sentence}
          onChoose={setOutcome}
        />
      ) : null}
      <div className="field" id={`field-${HAPPENED_ON}`}>
        <DateField
          label={t('task.happenedOn')}
          description={t('task.happenedOn.hint')}
          placeholder={t('date.order')}
          error={errors.find((error) => error.path === HAPPENED_ON)?.sentence}
          value={happenedOn}
          onChange={setHappenedOn}
        />
      </div>
      <div className="actions">
        <Button type="submit" size="md" loading={complete.isPending}>
          {t('task.finish')}
        </Button>
      </div>
    </form>
  );
}

function OutcomeChoice(props: {
  outcomes: readonly Outcome[];
  chosen: string;
  error: string | undefined;
  onChoose: (id: string) => void;
}) {
  const { t, i18n } = useTranslation();
  return (
    <div className="field" id={`field-${OUTCOME}`}>
      <Radio.Group label={t('task.outcome')} value={props.chosen} error={props.error} onChange={props.onChoose}>
        <div className="choices">
          {props.outcomes.map((outcome) => (
            <Radio key={outcome.id} value={outcome.id} label={textOf(outcome.label, i18n.language, outcome.id)} />
          ))}
        </div>
      </Radio.Group>
    </div>
  );
}

interface Filled {
  readonly values: Record<string, unknown>;
  readonly outcome: string | undefined;
  readonly happenedOn: string;
}

/** One key a form: pressing twice, or again after a lost answer, completes the task once. */
function useComplete(
  props: { task: OpenTask; caseId: string; household: string },
  onRefused: (refusals: readonly { code: string; path: string | null; params: unknown }[]) => void,
) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const say = useSay();
  const key = useRef(freshKey());
  const { task, caseId, household } = props;
  return useMutation({
    mutationFn: ({ values, outcome, happenedOn }: Filled) =>
      ask(completeDocument, {
        input: {
          key: key.current,
          caseId,
          item: task.item,
          ...changedOnly(values, task.values),
          outcome: outcome ?? null,
          happenedOn: happenedOn || null,
        },
      }),
    onSuccess: async ({ completeTask }) => {
      key.current = freshKey();
      if (completeTask.refusals.length > 0) return onRefused(completeTask.refusals as never);
      say(t('task.done', { title: task.title }));
      queries.removeQueries({ queryKey: ['case', caseId] });
      void queries.invalidateQueries({ queryKey: ['worklist'] });
      await navigate({ to: '/households/$id', params: { id: household } });
    },
    onError: () => onRefused([{ code: 'unavailable', path: null, params: null }]),
  });
}

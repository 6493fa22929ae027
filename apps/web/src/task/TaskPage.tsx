import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { TaskQuery } from '../gen/graphql.js';
import { ask } from '../graphql/ask.js';
import { taskDocument } from '../graphql/documents.js';
import { Loading, Nothing, Page, Panel } from '../kit/index.js';
import { dayWords } from '../shell/format.js';
import { Problem } from '../shell/Problem.js';
import { NotFound } from '../shell/Shell.js';
import { TaskForm } from './TaskForm.js';

type ShownCase = NonNullable<TaskQuery['case']>;

/** Asked once: a refetch while somebody types would move the ground under their answers. */
export function TaskPage() {
  const { t } = useTranslation();
  const params = useParams({ from: '/households/$id/tasks/$case/$item' });
  const shown = useQuery({
    queryKey: ['task', params.case, params.item],
    queryFn: () => ask(taskDocument, { case: params.case }),
    staleTime: Infinity,
    gcTime: 0,
  });
  if (shown.isPending)
    return (
      <Page title={t('app.loading')}>
        <Loading label={t('app.loading')} />
      </Page>
    );
  if (shown.error)
    return (
      <Page title={t('app.failed')}>
        <Problem error={shown.error} retry={() => void shown.refetch()} />
      </Page>
    );
  return shown.data.case ? <Task shown={shown.data.case} item={params.item} household={params.id} /> : <NotFound />;
}

function Task({ shown, item, household }: { shown: ShownCase; item: string; household: string }) {
  const { t, i18n } = useTranslation();
  const task = shown.openTasks.find((open) => open.item === item);
  const back = (
    <Link to="/households/$id" params={{ id: household }}>
      {t('task.back', { household: shown.household?.displayName ?? t('household.title') })}
    </Link>
  );
  if (!task)
    return (
      <Page title={t('task.gone')} aside={back}>
        <Nothing title={t('task.gone.text')} />
      </Page>
    );
  const lead = task.due ? t('day.due', { date: dayWords(task.due, i18n.language) }) : undefined;
  return (
    <Page title={task.title} lead={lead} aside={back}>
      <Panel title={shown.household?.displayName ?? t('household.title')}>
        <TaskForm key={task.item} task={task} caseId={shown.id} household={household} />
      </Panel>
    </Page>
  );
}

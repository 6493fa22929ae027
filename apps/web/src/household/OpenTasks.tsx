import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { groupOf } from '../day/groups.js';
import { Panel } from '../kit/index.js';
import { dayWords } from '../shell/format.js';
import type { ShownCase } from './HouseholdPage.js';

export function OpenTasks({ journey, household }: { journey: ShownCase; household: string }) {
  const { t, i18n } = useTranslation();
  const now = new Date();
  return (
    <Panel title={t('household.tasks')}>
      {journey.openTasks.length === 0 ? <p className="soft">{t('household.noTasks')}</p> : null}
      <ul className="list stack">
        {journey.openTasks.map((task) => (
          <li
            key={task.item}
            className={`edge-${groupOf({ due: task.due ?? null, breachAt: task.breachAt ?? null }, now)}`}
          >
            <Link to="/households/$id/tasks/$case/$item" params={{ id: household, case: journey.id, item: task.item }}>
              {task.title}
            </Link>
            <br />
            <span className="due">
              {task.due ? t('day.due', { date: dayWords(task.due, i18n.language) }) : t('day.noDue')}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

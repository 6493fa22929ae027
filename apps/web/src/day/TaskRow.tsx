import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ask, freshKey } from '../graphql/ask.js';
import { claimDocument, releaseDocument } from '../graphql/documents.js';
import { Button } from '../kit/index.js';
import { useMe } from '../session/session.js';
import { useSay } from '../shell/Announcer.js';
import { addressLine, dayWords } from '../shell/format.js';
import { refusalWords } from '../task/refusals.js';
import type { Group, Row } from './groups.js';

export function TaskRow({ row, group }: { row: Row; group: Group }) {
  const { t, i18n } = useTranslation();
  return (
    <li className={`row edge-${group}`}>
      <TaskLink row={row} />
      <div>
        {addressLine(row.address)}
        <small>{row.household?.displayName}</small>
      </div>
      <span className="due">{row.due ? t('day.due', { date: dayWords(row.due, i18n.language) }) : t('day.noDue')}</span>
      <ClaimButton row={row} />
    </li>
  );
}

function TaskLink({ row }: { row: Row }) {
  if (!row.household) return <strong>{row.title}</strong>;
  const params = { id: row.household.id, case: row.caseId, item: row.item };
  return (
    <Link to="/households/$id/tasks/$case/$item" params={params}>
      {row.title}
    </Link>
  );
}

/** A task of nobody can be taken on, one's own given back, a colleague's left alone. */
function ClaimButton({ row }: { row: Row }) {
  const { t } = useTranslation();
  const me = useMe().data?.me.member;
  const claim = useClaim(row);
  if (row.assignee && row.assignee !== me) return <span />;
  const act = row.assignee ? 'release' : 'claim';
  const names = { title: row.title, household: row.household?.displayName ?? '' };
  return (
    <Button
      variant={act === 'claim' ? 'light' : 'default'}
      size="sm"
      loading={claim.isPending}
      aria-label={t(`day.${act}.what`, names)}
      onClick={() => claim.mutate(act)}
    >
      {t(`day.${act}`)}
    </Button>
  );
}

function useClaim(row: Row) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const say = useSay();
  return useMutation({
    mutationFn: async (act: 'claim' | 'release') => {
      const input = { key: freshKey(), caseId: row.caseId, item: row.item };
      const refusals =
        act === 'claim'
          ? (await ask(claimDocument, { input })).claimTask.refusals
          : (await ask(releaseDocument, { input })).releaseTask.refusals;
      return { act, refusals };
    },
    onSuccess: ({ act, refusals }) => {
      const [refusal] = refusals;
      say(refusal ? refusalWords(t, refusal) : t(`day.${act}${act === 'claim' ? 'ed' : 'd'}`, { title: row.title }));
      void queries.invalidateQueries({ queryKey: ['worklist'] });
    },
    onError: () => say(t('app.failed')),
  });
}

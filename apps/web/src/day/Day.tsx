import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../graphql/ask.js';
import { worklistDocument } from '../graphql/documents.js';
import { useLive } from '../graphql/live.js';
import { Button, Loading, Nothing, Page, Radio, TextInput } from '../kit/index.js';
import { Problem } from '../shell/Problem.js';
import { GROUPS, groupOf, inOrder, matches } from './groups.js';
import type { Group, Row } from './groups.js';
import { TaskRow } from './TaskRow.js';

/** What must I do first? */
export function Day() {
  const { t } = useTranslation();
  const [search, setSearch] = useState('');
  const { scope = 'MINE' } = useSearch({ from: '/day' });
  const list = useWorklist(scope);
  useLive('/events?worklist=1');
  const rows = useMemo(() => list.data?.pages.flatMap((page) => page.worklist.rows) ?? [], [list.data]);
  const shown = search.trim() ? rows.filter((row) => matches(row, search)) : rows;
  return (
    <Page title={t('day.title')} lead={list.data ? t('day.lead', { count: rows.length }) : undefined}>
      <Tools search={search} onSearch={setSearch} scope={scope} />
      {list.isPending ? <Loading label={t('app.loading')} /> : null}
      {list.error ? <Problem error={list.error} retry={() => void list.refetch()} /> : null}
      <Groups rows={shown} />
      {list.data && shown.length === 0 ? <Empty search={search} /> : null}
      {list.hasNextPage ? (
        <Button variant="default" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t('day.more')}
        </Button>
      ) : null}
    </Page>
  );
}

function useWorklist(scope: 'MINE' | 'TEAM') {
  return useInfiniteQuery({
    queryKey: ['worklist', scope],
    queryFn: ({ pageParam }) => ask(worklistDocument, { scope, after: pageParam }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.worklist.next ?? undefined,
  });
}

function Tools(props: { search: string; onSearch: (search: string) => void; scope: 'MINE' | 'TEAM' }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const choose = (scope: string) => void navigate({ to: '/day', search: scope === 'TEAM' ? { scope } : {} });
  return (
    <div className="toolbar" role="search">
      <TextInput
        type="search"
        label={t('day.search')}
        value={props.search}
        onChange={(event) => props.onSearch(event.currentTarget.value)}
      />
      <Radio.Group label={t('day.scope')} value={props.scope} onChange={choose}>
        <div className="instead">
          <Radio value="MINE" label={t('day.scope.MINE')} />
          <Radio value="TEAM" label={t('day.scope.TEAM')} />
        </div>
      </Radio.Group>
    </div>
  );
}

function Groups({ rows }: { rows: readonly Row[] }) {
  const { t } = useTranslation();
  const now = new Date();
  const within = (group: Group) => inOrder(rows.filter((row) => groupOf(row, now) === group));
  return GROUPS.map((group) => [group, within(group)] as const)
    .filter(([, members]) => members.length > 0)
    .map(([group, members]) => (
      <section key={group} className={`group edge-${group}`} aria-labelledby={`group-${group}`}>
        <h2 id={`group-${group}`}>
          {t(`day.${group}`)} <span className="count">{members.length}</span>
        </h2>
        <ul className="list">
          {members.map((row) => (
            <TaskRow key={`${row.caseId}/${row.item}`} row={row} group={group} />
          ))}
        </ul>
      </section>
    ));
}

function Empty({ search }: { search: string }) {
  const { t } = useTranslation();
  const found = search.trim() !== '';
  return (
    <Nothing title={found ? t('day.noHit', { search }) : t('day.empty')}>
      <p>{found ? t('day.noHit.text') : t('day.empty.text')}</p>
    </Nothing>
  );
}

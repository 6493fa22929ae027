import { useQueries, useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { CaseQuery, HouseholdQuery } from '../gen/graphql.js';
import { ask } from '../graphql/ask.js';
import { caseDocument, householdDocument } from '../graphql/documents.js';
import { casesPath, useLive } from '../graphql/live.js';
import { Button, Loading, Nothing, Page } from '../kit/index.js';
import { addressLine } from '../shell/format.js';
import { Problem } from '../shell/Problem.js';
import { NotFound } from '../shell/Shell.js';
import { ContactList } from './ContactList.js';
import { OpenTasks } from './OpenTasks.js';
import { StageList } from './StageList.js';
import { Timeline } from './Timeline.js';
import { WaitingList } from './WaitingList.js';

export type ShownHousehold = NonNullable<HouseholdQuery['household']>;
export type ShownCase = NonNullable<CaseQuery['case']>;

/** Where are they, what is next, who is on it? */
export function HouseholdPage() {
  const { t } = useTranslation();
  const { id } = useParams({ from: '/households/$id' });
  const shown = useQuery({ queryKey: ['household', id], queryFn: () => ask(householdDocument, { id }) });
  if (shown.isPending)
    return (
      <Page title={t('household.title')}>
        <Loading label={t('app.loading')} />
      </Page>
    );
  if (shown.error)
    return (
      <Page title={t('household.title')}>
        <Problem error={shown.error} retry={() => void shown.refetch()} />
      </Page>
    );
  return shown.data.household ? <Journeys household={shown.data.household} /> : <NotFound />;
}

function Journeys({ household }: { household: ShownHousehold }) {
  const { t } = useTranslation();
  const ids = household.cases.map((journey) => journey.id);
  const answers = useQueries({
    queries: ids.map((id) => ({ queryKey: ['case', id], queryFn: () => ask(caseDocument, { id }) })),
  });
  useLive(casesPath(ids));
  const failed = answers.find((answer) => answer.error);
  const cases = answers.flatMap((answer) => (answer.data?.case ? [answer.data.case] : []));
  return (
    <Page
      title={household.displayName ?? t('household.title')}
      lead={<Where household={household} />}
      aside={<Print />}
    >
      {failed?.error ? <Problem error={failed.error} retry={() => void failed.refetch()} /> : null}
      {answers.some((answer) => answer.isPending) ? <Loading label={t('app.loading')} /> : null}
      {ids.length === 0 ? <Nothing title={t('household.noCase')} /> : null}
      {cases.map((journey) => (
        <Journey key={journey.id} journey={journey} household={household} named={cases.length > 1} />
      ))}
      <ContactList contacts={household.contacts} />
    </Page>
  );
}

function Journey(props: { journey: ShownCase; household: ShownHousehold; named: boolean }) {
  const { journey, household } = props;
  const { t } = useTranslation();
  return (
    <section aria-label={journey.title}>
      {props.named ? <h2>{journey.title}</h2> : null}
      {journey.status === 'active' ? null : <p className="lead">{t(`household.${journey.status}`)}</p>}
      <StageList stages={journey.stages} />
      <div className="columns">
        <Timeline journey={journey} />
        <div>
          <OpenTasks journey={journey} household={household.id} />
          <WaitingList journey={journey} />
        </div>
      </div>
    </section>
  );
}

function Where({ household }: { household: ShownHousehold }) {
  const { t } = useTranslation();
  const { address, dwelling } = household;
  const place =
    dwelling?.staircase != null && t('household.place', { staircase: dwelling.staircase, floor: dwelling.floor });
  return (
    <>{[addressLine(address), address && `${address.postcode} ${address.place}`, place].filter(Boolean).join(', ')}</>
  );
}

function Print() {
  const { t } = useTranslation();
  return (
    <Button variant="default" className="no-print" onClick={() => window.print()}>
      {t('household.print')}
    </Button>
  );
}

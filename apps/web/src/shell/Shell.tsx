import { Link, Outlet, useLocation } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Refused } from '../graphql/ask.js';
import { Loading, Page } from '../kit/index.js';
import { SignIn } from '../session/SignIn.js';
import { useMe } from '../session/session.js';
import { Problem } from './Problem.js';
import { TopBar } from './TopBar.js';

/** The frame around every route: who is here decides whether the route or the sign-in page is drawn. */
export function Shell() {
  const { t } = useTranslation();
  const path = useLocation({ select: (location) => location.pathname });
  useEffect(() => {
    document.title = `${document.querySelector('h1')?.textContent ?? ''} – Thuisreis`;
  });
  useEffect(() => {
    window.scrollTo(0, 0);
  }, [path]);
  return (
    <>
      <a className="skip" href="#main">
        {t('app.skip')}
      </a>
      <Inside />
    </>
  );
}

function Inside() {
  const { t } = useTranslation();
  const me = useMe();
  const signedOut = me.error instanceof Refused && me.error.code === 'signedOut';
  return (
    <>
      <TopBar me={signedOut ? undefined : me.data?.me} />
      {me.isPending ? (
        <Page title={t('app.loading')}>
          <Loading label={t('app.loading')} />
        </Page>
      ) : null}
      {signedOut ? <SignIn /> : null}
      {me.error && !signedOut ? (
        <Page title="Thuisreis">
          <Problem error={me.error} retry={() => void me.refetch()} />
        </Page>
      ) : null}
      {me.data && !signedOut ? <Outlet /> : null}
    </>
  );
}

/** Absent and forbidden look the same. */
export function NotFound() {
  const { t } = useTranslation();
  return (
    <Page title={t('notFound.title')} lead={t('notFound.text')}>
      <Link to="/day">{t('notFound.back')}</Link>
    </Page>
  );
}

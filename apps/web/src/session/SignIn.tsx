import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Button, Loading, Page } from '../kit/index.js';
import { demoPeople } from './session.js';
import type { DemoPerson } from './session.js';

/** Signed out: in the demo one picks a person, elsewhere the corporation's own sign-in page follows. */
export function SignIn() {
  const { t } = useTranslation();
  const people = useQuery({ queryKey: ['demoPeople'], queryFn: demoPeople, staleTime: Infinity });
  return (
    <Page title={t('signIn.title')} lead={t('signIn.lead')}>
      {people.isPending ? <Loading label={t('app.loading')} rows={3} /> : null}
      {people.data && people.data.length > 0 ? <People people={people.data} /> : null}
      {people.data?.length === 0 ? (
        <Button component="a" href="/sign-in" size="md">
          {t('signIn.go')}
        </Button>
      ) : null}
    </Page>
  );
}

function People({ people }: { people: readonly DemoPerson[] }) {
  const { t } = useTranslation();
  return (
    <section aria-labelledby="people">
      <h2 id="people">{t('signIn.pick')}</h2>
      <p className="soft">{t('signIn.demo')}</p>
      <ul className="people">
        {people.map((person) => (
          <li key={person.login}>
            <span className="initial" aria-hidden="true">
              {firstName(person.name).charAt(0)}
            </span>
            <span>
              <a href={signInPath(person.login)}>{firstName(person.name)}</a>
              <small>
                {t(`role.${person.role}`, { defaultValue: person.role })}, {person.corporation}
              </small>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function firstName(name: string): string {
  return name.split(' ')[0] ?? name;
}

/** Back to the page that was asked for, once it is known who asks. */
function signInPath(login: string): string {
  const { pathname, search } = window.location;
  return `/sign-in?${new URLSearchParams({ as: login, returnTo: pathname + search })}`;
}

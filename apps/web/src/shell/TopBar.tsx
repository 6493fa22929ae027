import { Link } from '@tanstack/react-router';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { MeQuery } from '../gen/graphql.js';
import { signOut } from '../session/session.js';

export function TopBar({ me }: { me: MeQuery['me'] | undefined }) {
  const { t } = useTranslation();
  return (
    <header className="topbar">
      <Link to="/day" className="wordmark">
        <Mark />
        Thuisreis
      </Link>
      {me ? (
        <nav aria-label={t('app.menu')}>
          <ul>
            <li>
              <Link to="/day">{t('app.day')}</Link>
            </li>
            {me.may.includes('import') ? (
              <li>
                <Link to="/import">{t('app.import')}</Link>
              </li>
            ) : null}
          </ul>
        </nav>
      ) : null}
      <div className="topbar-end">
        {me ? <Who me={me} /> : null}
        <LanguageSwitch />
        {me ? (
          <button type="button" className="plain" onClick={() => void signOut()}>
            {t('app.signOut')}
          </button>
        ) : null}
      </div>
    </header>
  );
}

function Who({ me }: { me: MeQuery['me'] }) {
  return (
    <span className="who">
      {me.name}
      <small>{me.corporation.title}</small>
    </span>
  );
}

/** Template texts come from the server in the reader's language, so a switch asks for them again. */
function LanguageSwitch() {
  const { t, i18n } = useTranslation();
  const queries = useQueryClient();
  const other = i18n.language === 'nl' ? 'en' : 'nl';
  const change = async () => {
    await i18n.changeLanguage(other);
    await queries.invalidateQueries();
  };
  return (
    <button type="button" className="plain" lang={other} onClick={() => void change()}>
      {t('app.otherLanguage')}
    </button>
  );
}

function Mark() {
  return (
    <svg width="28" height="28" viewBox="0 0 32 32" aria-hidden="true">
      <path
        d="M4 17 16 6l12 11"
        fill="none"
        stroke="#f6c667"
        strokeWidth="3"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
      <path d="M9 16v10h14V16" fill="none" stroke="#fff" strokeWidth="3" strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  );
}

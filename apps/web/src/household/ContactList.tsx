import { useTranslation } from 'react-i18next';
import { Panel } from '../kit/index.js';
import { dayWords } from '../shell/format.js';
import type { ShownHousehold } from './HouseholdPage.js';

export function ContactList({ contacts }: { contacts: ShownHousehold['contacts'] }) {
  const { t, i18n } = useTranslation();
  return (
    <Panel title={t('household.contacts')}>
      {contacts.length === 0 ? <p className="soft">{t('household.noContacts')}</p> : null}
      <ul className="list stack">
        {contacts.map((contact) => (
          <li key={contact.id}>
            {dayWords(contact.happenedOn, i18n.language)}: {contact.channel},{' '}
            {t(contact.reached ? 'household.reached' : 'household.notReached')}
            {contact.note ? <p className="soft">{contact.note}</p> : null}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

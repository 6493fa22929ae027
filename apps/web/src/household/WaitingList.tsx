import { useTranslation } from 'react-i18next';
import { Panel } from '../kit/index.js';
import { plain } from '../words/index.js';
import type { ShownCase } from './HouseholdPage.js';

type Waiting = ShownCase['waiting'][number];

/** Why a task cannot start, in words. */
export function WaitingList({ waiting }: { waiting: readonly Waiting[] }) {
  const { t } = useTranslation();
  return (
    <Panel title={t('household.waiting')}>
      {waiting.length === 0 ? <p className="soft">{t('household.noWaiting')}</p> : null}
      <ul className="list stack">
        {waiting.map((item) => (
          <li key={item.item}>
            <strong>{item.title}</strong>
            <ul>
              {item.reasons.map((reason, index) => (
                <li key={index}>
                  <Because reason={reason} />
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function Because({ reason }: { reason: Waiting['reasons'][number] }) {
  const { t } = useTranslation();
  const { criterion } = reason;
  const kind = typeof criterion === 'string' && KINDS.has(criterion) ? criterion : 'other';
  const what = reason.changedBy.map((id) => plain(id.replace('.', ' '))).join(', ') || subject(criterion);
  return <>{t(`waiting.${kind}`, { what, value: reason.value })}</>;
}

const KINDS = new Set(['event', 'condition', 'hold', 'stage', 'manual']);

function subject(criterion: unknown): string {
  return typeof criterion === 'string' ? plain(criterion) : '…';
}

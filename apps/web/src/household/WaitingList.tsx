import { useTranslation } from 'react-i18next';
import { Panel } from '../kit/index.js';
import { plain } from '../words/index.js';
import type { ShownCase } from './HouseholdPage.js';
import { titleOf } from './titles.js';

type Waiting = ShownCase['waiting'][number];

/** Why a task cannot start, in words. */
export function WaitingList({ journey }: { journey: ShownCase }) {
  const { t } = useTranslation();
  const { waiting } = journey;
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
                  <Because reason={reason} journey={journey} />
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

type Reason = Waiting['reasons'][number];
const KINDS = new Set(['event', 'condition', 'hold', 'stage', 'manual']);

function Because({ reason, journey }: { reason: Reason; journey: ShownCase }) {
  const { t, i18n } = useTranslation();
  const kind = (reason.criterion as { kind?: string } | null)?.kind ?? 'other';
  const what = reason.changedBy.map((cause) => {
    const [, item, transition] = /^(.+)\.([^.]+)$/.exec(cause) ?? [];
    const known = item && transition && i18n.exists(`timeline.${transition}`);
    return known ? t(`timeline.${transition}`, { item: titleOf(journey, item) }) : plain(cause.replace('.', ' '));
  });
  return <>{t(`waiting.${KINDS.has(kind) ? kind : 'other'}`, { what: what.join(', ') || '…', value: reason.value })}</>;
}

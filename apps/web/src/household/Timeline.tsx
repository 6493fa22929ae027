import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { Panel } from '../kit/index.js';
import { momentWords } from '../shell/format.js';
import { plain, textOf } from '../words/index.js';
import type { ShownCase } from './HouseholdPage.js';
import { titleOf } from './titles.js';

type Entry = ShownCase['timeline'][number];

/** What happened, newest first, one line an entry. */
export function Timeline({ journey }: { journey: ShownCase }) {
  const { t, i18n } = useTranslation();
  const told = journey.timeline.filter((entry) => entry.revision > 0 || entry.code !== 'counted' || holds(entry));
  const entries = told.reverse().sort((one, other) => other.revision - one.revision);
  return (
    <Panel title={t('household.timeline')}>
      {entries.length === 0 ? <p className="soft">{t('household.noTimeline')}</p> : null}
      <ol className="journey" reversed>
        {entries.map((entry, index) => (
          <li key={`${entry.revision}-${index}`} className={markOf(entry.code)}>
            {sentence(t, entry, titleIn(journey, entry, i18n.language))}
            <time dateTime={entry.at}>
              {momentWords(entry.at, i18n.language)}
              {entry.by ? ` – ${entry.by}` : ''}
            </time>
          </li>
        ))}
      </ol>
    </Panel>
  );
}

function sentence(t: TFunction, entry: Entry, item: string): string {
  const other = item ? t('timeline.other', { item, code: plain(entry.code) }) : plain(entry.code);
  return t(`timeline.${entry.code}`, { item, holds: String(holds(entry)), defaultValue: other });
}

/** Whether a count of the project has this journey in it now; that a new one is in none is no news. */
const holds = ({ params }: Entry): boolean => (params as { holds?: unknown } | null)?.holds === true;

/** The entry's own title, or what the case calls the item. */
function titleIn(journey: ShownCase, entry: Entry, language: string): string {
  if (!entry.item) return '';
  const given = (entry.params as { title?: unknown } | null)?.title;
  return textOf(given, language) || entry.title || titleOf(journey, entry.item);
}

function markOf(code: string): string {
  if (code === 'complete' || code === 'occur') return 'is-done';
  return code === 'overdue' || code === 'terminate' ? 'is-alarm' : '';
}

import { useTranslation } from 'react-i18next';
import { Refused } from '../graphql/ask.js';
import { Failure } from '../kit/index.js';

/** What happened, that nothing is lost, and a retry. */
export function Problem({ error, retry }: { error: Error; retry: () => void }) {
  const { t } = useTranslation();
  const code = error instanceof Refused ? error.code : 'broken';
  const text = code === 'offline' ? t('app.failed.offline') : t('app.failed.other', { code });
  return <Failure title={t('app.failed')} text={text} retry={t('app.retry')} onRetry={retry} />;
}

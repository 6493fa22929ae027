import { useTranslation } from 'react-i18next';
import type { ShownCase } from './HouseholdPage.js';

/** State by word, weight and colour together, never by hue alone. */
export function StageList({ stages }: { stages: ShownCase['stages'] }) {
  const { t } = useTranslation();
  return (
    <ol className="stages" aria-label={t('household.stages')}>
      {stages.map((stage) => (
        <li
          key={stage.id}
          className={`is-${stage.state}`}
          {...(stage.state === 'active' ? { 'aria-current': 'step' as const } : {})}
        >
          <span aria-hidden="true">{stage.state === 'completed' ? '✓' : stage.state === 'active' ? '●' : '○'}</span>
          {stage.title}
          <small>{t(`stage.${stage.state}`)}</small>
        </li>
      ))}
    </ol>
  );
}

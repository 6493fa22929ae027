import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Alert } from '../kit/index.js';
import type { FormErrors } from './errors.js';

/** Takes the focus when it appears; each line leads to its question. */
export function ErrorList({ errors }: { errors: FormErrors }) {
  const { t } = useTranslation();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (errors.length > 0) box.current?.focus();
  }, [errors]);
  if (errors.length === 0) return null;
  return (
    <Alert ref={box} tabIndex={-1} role="alert" color="brick" title={t('task.errors', { count: errors.length })}>
      <ul className="list">
        {errors.map((error) => (
          <li key={`${error.path}${error.sentence}`}>
            <a href={`#field-${error.path}`} onClick={(event) => (event.preventDefault(), focusField(error.path))}>
              {error.sentence}
            </a>
          </li>
        ))}
      </ul>
    </Alert>
  );
}

function focusField(path: string): void {
  const field = document.getElementById(`field-${path}`);
  field?.querySelector<HTMLElement>('input, textarea')?.focus();
}

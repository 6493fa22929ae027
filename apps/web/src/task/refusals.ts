import type { TFunction } from 'i18next';

export interface RefusalSeen {
  readonly code: string;
  readonly path?: string | null;
  readonly params?: unknown;
}

/** A refusal as a sentence that names the field and the repair. */
export function refusalWords(t: TFunction, refusal: RefusalSeen, field?: string): string {
  const other = t('error.other', { code: refusal.code });
  return t(`error.${refusal.code}`, { field: field ?? refusal.path ?? '', defaultValue: other });
}

import { Alert, Button, Skeleton } from '@mantine/core';
import type { ReactNode } from 'react';

/** The final layout's shadow; it fades in late, so a fast answer shows no flicker. */
export function Loading({ label, rows = 6 }: { label: string; rows?: number }) {
  return (
    <div className="loading" role="status" aria-label={label}>
      {Array.from({ length: rows }, (_, row) => (
        <Skeleton key={row} height={56} radius="md" />
      ))}
    </div>
  );
}

/** Says what happened and offers one way on. */
export function Failure(props: { title: string; text: string; retry: string; onRetry: () => void }) {
  return (
    <Alert color="brick" variant="light" className="failure" title={props.title} role="alert">
      <p>{props.text}</p>
      <Button variant="default" onClick={props.onRetry}>
        {props.retry}
      </Button>
    </Alert>
  );
}

/** Why a list is empty and the one next action. */
export function Nothing({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="nothing">
      <svg width="88" height="64" viewBox="0 0 88 64" aria-hidden="true">
        <path
          d="M8 40 44 10l36 30"
          fill="none"
          stroke="var(--accent)"
          strokeWidth="4"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
        <path
          d="M20 36v22h48V36M38 58V44h12v14"
          fill="none"
          stroke="var(--line-strong)"
          strokeWidth="3"
          strokeLinejoin="round"
        />
      </svg>
      <p className="nothing-title">{title}</p>
      {children}
    </div>
  );
}

import { TextInput } from '@mantine/core';
import { useState, type KeyboardEvent, type ReactNode } from 'react';
import { readDay, shiftDay, showDay, today } from './day.js';

export interface DateFieldProps {
  readonly label: ReactNode;
  readonly description?: ReactNode;
  readonly error?: ReactNode;
  readonly name?: string;
  /** `yyyy-mm-dd`, or what was typed and is no day yet. */
  readonly value: string;
  /** The order of day, month and year in the reader's language. */
  readonly placeholder: string;
  readonly readOnly?: boolean;
  readonly required?: boolean;
  readonly onChange: (value: string) => void;
}

/**
 * A day typed as dd-mm-jjjj. The browser's own date field follows the language of the browser and not of the page.
 * Arrow up and down go a day further and back.
 */
export function DateField({ value, required, onChange, ...shared }: DateFieldProps) {
  const [typed, setTyped] = useState(() => showDay(value));
  const type = (text: string): void => {
    setTyped(text);
    onChange(readDay(text) ?? text);
  };
  const step = (event: KeyboardEvent): void => {
    const by = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : 0;
    if (by === 0 || shared.readOnly) return;
    event.preventDefault();
    const day = readDay(typed);
    type(showDay(day ? shiftDay(day, by) : today()));
  };
  return (
    <TextInput
      {...shared}
      maw={280}
      inputMode="numeric"
      autoComplete="off"
      data-kind="date"
      aria-required={required ?? false}
      value={typed}
      onChange={(event) => type(event.currentTarget.value)}
      onBlur={() => setTyped(showDay(readDay(typed) ?? typed))}
      onKeyDown={step}
    />
  );
}

import { Paper } from '@mantine/core';
import { useId } from 'react';
import type { ReactNode } from 'react';

/** A named region of a page. */
export function Panel(props: { title: string; aside?: ReactNode; children: ReactNode }) {
  const id = useId();
  return (
    <Paper component="section" className="panel" aria-labelledby={id} radius="lg">
      <div className="panel-head">
        <h2 id={id}>{props.title}</h2>
        {props.aside}
      </div>
      {props.children}
    </Paper>
  );
}

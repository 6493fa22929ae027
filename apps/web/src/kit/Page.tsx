import type { ReactNode } from 'react';

/** One `main` and one `h1` a route; the heading takes the focus after navigation, so a reader knows where they are. */
export function Page(props: { title: string; lead?: ReactNode; aside?: ReactNode; children: ReactNode }) {
  return (
    <main id="main" className="page" tabIndex={-1}>
      <header className="page-head">
        <div>
          <h1>{props.title}</h1>
          {props.lead ? <div className="lead">{props.lead}</div> : null}
        </div>
        {props.aside}
      </header>
      {props.children}
    </main>
  );
}

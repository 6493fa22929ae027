import type { DemoUser } from './demo-people.js';

const escape = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

const link = ({ login, name, role }: DemoUser): string =>
  `<li><a href="/sign-in?as=${encodeURIComponent(login)}">${escape(name.split(' ')[0] ?? name)}</a> <small>${escape(name)}, ${escape(role)} (${escape(login)})</small></li>`;

/** The demo's sign-in: people as links, and the form with a password for those who want to see the real way. */
export function signInPage(users: readonly DemoUser[], action: string): string {
  return `<!doctype html>
<html lang="nl"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Aanmelden · Thuisreis</title></head>
<body><main><h1>Wie ben je vandaag?</h1><p>Dit is de demo: alle mensen en woningen zijn verzonnen.</p>
<ul>${users.map(link).join('')}</ul>
<form method="post" action="${escape(action)}"><h2>Of met een wachtwoord</h2>
<label>Aanmeldnaam <input name="login" type="email" autocomplete="username" required></label>
<label>Wachtwoord <input name="password" type="password" autocomplete="current-password" required></label>
<button>Aanmelden</button></form></main></body></html>`;
}

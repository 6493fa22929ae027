import { Stop } from '../stop.js';

/** The few cookies of one sign-in; the command line forgets them when it ends. */
class Cookies {
  private readonly kept = new Map<string, string>();

  take(response: Response): void {
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';', 1);
      const at = pair.indexOf('=');
      const [name, value] = [pair.slice(0, at), pair.slice(at + 1)];
      if (value === '') this.kept.delete(name);
      else this.kept.set(name, value);
    }
  }

  get header(): string {
    return [...this.kept].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  get session(): string | undefined {
    return this.kept.get('thuisreis_session');
  }
}

/** Walks the sign-in as a browser would: follows redirects and fills in the one form with login and password. */
export async function signIn(url: string, login: string, password: string | undefined): Promise<string> {
  const cookies = new Cookies();
  const start = password === undefined ? `/sign-in?as=${encodeURIComponent(login)}` : '/sign-in';
  let page = await walk(new URL(start, url), cookies);
  for (let forms = 0; forms < 3 && cookies.session === undefined; forms += 1) {
    const form = formOf(page.html, page.at, login, password ?? '');
    if (form === undefined) break;
    page = await walk(form.action, cookies, form.body);
  }
  if (cookies.session === undefined) throw new Stop('Signing in was refused: check the login and the password.', 1);
  return cookies.session;
}

async function walk(to: URL, cookies: Cookies, body?: URLSearchParams): Promise<{ html: string; at: URL }> {
  let [at, sent] = [to, body];
  for (let hops = 0; hops < 12; hops += 1) {
    const method = sent ? 'POST' : 'GET';
    const headers = { cookie: cookies.header, accept: 'text/html' };
    const response = await fetch(at, { method, headers, redirect: 'manual', ...(sent ? { body: sent } : {}) });
    cookies.take(response);
    const next = response.headers.get('location');
    if (response.status < 300 || response.status >= 400 || next === null) return { html: await response.text(), at };
    if (cookies.session !== undefined) return { html: '', at };
    [at, sent] = [new URL(next, at), undefined];
  }
  throw new Stop('Signing in went in circles: is this the address of Thuisreis?', 2);
}

/** The page's form with a password field, filled in; hidden fields travel along. */
function formOf(
  html: string,
  at: URL,
  login: string,
  password: string,
): { action: URL; body: URLSearchParams } | undefined {
  const form = /<form\b([^>]*)>([\s\S]*?)<\/form>/iu.exec(html);
  if (!form) return undefined;
  const body = new URLSearchParams();
  for (const [, attributes = ''] of (form[2] ?? '').matchAll(/<input\b([^>]*)>/giu)) {
    const [name, type] = [attribute(attributes, 'name'), attribute(attributes, 'type') ?? 'text'];
    if (name === undefined) continue;
    if (type === 'hidden') body.set(name, attribute(attributes, 'value') ?? '');
    else if (type === 'password') body.set(name, password);
    else if (type === 'text' || type === 'email') body.set(name, login);
  }
  return { action: new URL(attribute(form[1] ?? '', 'action') ?? at.href, at), body };
}

function attribute(text: string, name: string): string | undefined {
  const found = new RegExp(`\\b${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s>]+))`, 'iu').exec(text);
  return (found?.[1] ?? found?.[2] ?? found?.[3])?.replaceAll('&amp;', '&');
}

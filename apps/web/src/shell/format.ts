interface Place {
  readonly street: string;
  readonly number: string;
  readonly addition?: string | null;
  readonly postcode?: string;
  readonly place?: string;
}

/** "Nachtegaalstraat 12-B"; empty for a reader who may not see it. */
export function addressLine(address: Place | null | undefined): string {
  if (!address) return '';
  return `${address.street} ${address.number}${address.addition ? `-${address.addition}` : ''}`;
}

/** A day `yyyy-mm-dd` or an instant, written out. */
export function dayWords(value: string, language: string): string {
  return new Intl.DateTimeFormat(language, { weekday: 'short', day: 'numeric', month: 'long' }).format(new Date(value));
}

export function momentWords(value: string, language: string): string {
  const style = { day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit' } as const;
  return new Intl.DateTimeFormat(language, style).format(new Date(value));
}

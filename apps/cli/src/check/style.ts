/** Marks for a terminal; a file or a pipe gets the bare text. */
export interface Style {
  readonly error: (text: string) => string;
  readonly warning: (text: string) => string;
  readonly good: (text: string) => string;
  readonly faint: (text: string) => string;
  readonly strong: (text: string) => string;
}
const bare = (text: string): string => text;
export const plainStyle: Style = { error: bare, warning: bare, good: bare, faint: bare, strong: bare };

const marked =
  (on: number, off: number) =>
  (text: string): string =>
    `\u001b[${on}m${text}\u001b[${off}m`;
const terminalStyle: Style = {
  error: marked(31, 39),
  warning: marked(33, 39),
  good: marked(32, 39),
  faint: marked(2, 22),
  strong: marked(1, 22),
};

/** Colour only where somebody sees it: a terminal that has colours and a person who has not refused them. */
export const styleOf = (stream: { readonly isTTY?: boolean; hasColors?(): boolean }): Style =>
  stream.isTTY === true && (stream.hasColors?.() ?? false) ? terminalStyle : plainStyle;

/** A link with its text, which may hold code between backticks. */
export interface LinkView {
  readonly href: string;
  readonly label: string;
}

/** A choice by which a page's entries are narrowed down; its name is the parameter of the address. */
export interface FilterView {
  readonly name: string;
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

/** A choice from pairs of a value and its text. */
export function filterOf(name: string, label: string, options: readonly (readonly [string, string])[]): FilterView {
  return { name, label, options: options.map(([value, text]) => ({ value, label: text })) };
}

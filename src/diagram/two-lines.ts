/** A text of two or more words in two lines of similar length; one without spaces stays whole. */
export function twoLines(name: string): string[] {
  const parts = name.split(' ');
  if (parts.length === 1) return [name];
  const cut = Math.ceil(parts.length / 2);
  return [parts.slice(0, cut).join(' '), parts.slice(cut).join(' ')];
}

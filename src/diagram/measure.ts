/**
 * The width of a text in a common wide fallback (DejaVu Sans), without a browser. A table of letter classes: good to
 * a few per cent, and on the wide side, which is the side that keeps labels from meeting.
 */
export function textWidth(text: string, size: number, bold = false): number {
  let ems = 0;
  for (const letter of text) ems += widthOf(letter);
  return ems * size * (bold ? 1.09 : 1);
}

function widthOf(letter: string): number {
  if (/[\p{Script=Han}，。：（）]/u.test(letter)) return 1;
  if (/[iljI.,:;'|]/.test(letter)) return 0.32;
  if (/[ftr\-()[\] ]/.test(letter)) return 0.4;
  if (/[mwMW]/.test(letter)) return 0.95;
  if (/\p{Lu}/u.test(letter)) return 0.7;
  return 0.62;
}

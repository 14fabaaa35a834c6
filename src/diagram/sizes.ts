/** How large the texts are for which a place is sought, in units of the drawing. */
export const SIZES = {
  sea: { wide: 18, tall: 14.5 },
  zone: { wide: 13, tall: 11 },
  note: { wide: 13, tall: 11.5 },
  name: { wide: 13, tall: 12 },
  'small-name': { wide: 11.5, tall: 11 },
  'ghost-name': { wide: 12.5, tall: 11.5 },
  word: { wide: 12.5, tall: 11 },
  'ghost-word': { wide: 13, tall: 11.5 },
} as const;

export type Sized = keyof typeof SIZES;

/** The size of a text in one arrangement. */
export function sizeOf(name: Sized, tall: boolean): number {
  return SIZES[name][tall ? 'tall' : 'wide'];
}

/** The minor number of a Kubernetes release. @example minor('1.37') → 37 */
export function minor(release: string): number {
  return Number(release.split('.')[1]);
}

/** Whether a release lies in an inclusive range; an open end is unbounded. */
export function within(release: string, range: { from?: string | undefined; until?: string | undefined }): boolean {
  const n = minor(release);
  return (range.from === undefined || n >= minor(range.from)) && (range.until === undefined || n <= minor(range.until));
}

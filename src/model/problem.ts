/** A mistake in the content, as data: what tests pin is the code and the place, the sentence may improve. */
export interface Problem {
  readonly file: string;
  /** The place inside the file, such as `routes[1].when`. */
  readonly at: string;
  readonly code:
    | 'SHAPE'
    | 'UNKNOWN_ID'
    | 'DUPLICATE_ID'
    | 'MISSING_LANGUAGE'
    | 'UNKNOWN_LANGUAGE'
    | 'MISSING_WORDS'
    | 'SURPLUS_WORDS'
    | 'MISSING_FILE'
    | 'UNKNOWN_LITERAL'
    | 'TYPED_FACT'
    | 'LITERALS_DIFFER'
    | 'MISSING_SECTION'
    | 'MISSING_STAMP'
    | 'FORBIDDEN_TERM';
  readonly message: string;
}

/** The problems of one run as text, grouped by file. */
export function report(problems: readonly Problem[], root = 'content/'): string {
  const files = [...new Set(problems.map(({ file }) => file))].sort();
  const count = `${String(problems.length)} ${problems.length === 1 ? 'problem' : 'problems'} in ${root}`;
  const lines = files.flatMap((file) => [
    `  ${root}${file}`,
    ...problems
      .filter((problem) => problem.file === file)
      .map(({ at, message }) => `    ${at === '' ? '' : `${at}: `}${message}`),
  ]);
  return [count, ...lines].join('\n');
}

/** The known id closest to a wrong one, if it is near enough to be a slip. @example nearest('kubelt', ['kubelet']) → 'kubelet' */
export function nearest(wrong: string, known: readonly string[]): string | undefined {
  const [best] = known.map((id) => ({ id, far: distance(wrong, id) })).sort((a, b) => a.far - b.far);
  return best && best.far <= Math.max(2, wrong.length / 3) ? best.id : undefined;
}

/** Levenshtein's edit distance. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++)
      next.push(
        Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)),
      );
    row = next;
  }
  return row[b.length] ?? 0;
}

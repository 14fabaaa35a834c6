import type { Reporter, TestCase } from '@playwright/test/reporter';

const WORDS = { expected: 'passed', unexpected: 'failed', flaky: 'flaky', skipped: 'skipped' } as const;

/** Ends the run with one plain line, such as `312 passed, 0 failed`. */
export default class CountReporter implements Reporter {
  readonly #tests = new Set<TestCase>();
  #errors = 0;

  onTestEnd(test: TestCase): void {
    this.#tests.add(test);
  }

  onError(): void {
    this.#errors += 1;
  }

  printsToStdio(): boolean {
    return false;
  }

  onExit(): Promise<void> {
    const count = { expected: 0, unexpected: this.#errors, flaky: 0, skipped: 0 };
    for (const test of this.#tests) count[test.outcome()] += 1;
    const always = [`${String(count.expected)} passed`, `${String(count.unexpected)} failed`];
    const sometimes = (['flaky', 'skipped'] as const)
      .filter((outcome) => count[outcome] > 0)
      .map((outcome) => `${String(count[outcome])} ${WORDS[outcome]}`);
    console.log([...always, ...sometimes].join(', '));
    return Promise.resolve();
  }
}

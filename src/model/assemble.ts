import { Desk, type ContentFile } from './desk.ts';
import { readFacts } from './facts.ts';
import { checkSections, freshnessOf, type Freshness } from './freshness.ts';
import { checkInterface } from './interface.ts';
import type { Problem } from './problem.ts';
import { passagesIn } from './passages.ts';
import { checkProse } from './prose.ts';
import { checkReferences } from './references.ts';
import { checkTerms } from './terms.ts';
import type { Model, Words } from './types.ts';
import { readWords } from './words.ts';

export interface Assembled {
  readonly model: Model;
  readonly words: Readonly<Record<string, Words>>;
  readonly freshness: readonly Freshness[];
  readonly problems: readonly Problem[];
}

/**
 * The content as one linked model, with everything that is wrong in it. The model is whole only without problems.
 * @param files every file under `content/`, by its path from there
 * @param languages the languages that each text must have; the others are held against the first
 */
export function assemble(files: readonly ContentFile[], languages: readonly string[]): Assembled {
  const desk = new Desk(files);
  const facts = readFacts(desk);
  checkReferences(desk, facts);
  const words = readWords(desk, facts.model, languages);
  checkInterface(desk, languages);
  const passages = passagesIn(desk, languages);
  const freshness = freshnessOf(passages);
  checkSections(desk, passages, freshness);
  checkProse(desk, facts.model, passages, freshness);
  checkTerms(desk, passages);
  return { model: facts.model, words, freshness, problems: desk.problems };
}

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Key } from '../i18n/strings.ts';
import { Urls } from '../i18n/urls.ts';
import type { Language } from '../i18n/languages.ts';
import type { Severity } from '../model/types.ts';
import type { ChipView, FactView } from '../view/teller.ts';
import { pathPage, type ScenarioView, type SettingView } from './path-page.ts';
import { plainProse, type PlainSection } from './plain-prose.ts';
import { postureOf, type SourceView, type View } from './view.ts';

export interface LessonWeakness {
  readonly id: string;
  readonly title: string;
  readonly severity: Severity;
  readonly severityWord: string;
  readonly summary: string;
  readonly mitigation: string;
  readonly sources: readonly SourceView[];
}

export interface Command {
  readonly file: string;
  readonly code: string;
}

/** What a lesson says about one path, in one language and one state. */
export interface Lesson {
  readonly id: string;
  readonly language: Language;
  readonly title: string;
  readonly label: string;
  readonly carries: string;
  readonly description: string;
  /** The verdict in the state that is shown, and what it leaves inside. */
  readonly chip: ChipView;
  readonly remainder: ChipView | null;
  readonly sentence: string;
  readonly scenario: string;
  readonly release: string;
  /** "Kubernetes 1.37, judged from the moat". */
  readonly judged: string;
  readonly facts: readonly FactView[];
  readonly setups: readonly ScenarioView[];
  readonly settings: readonly SettingView[];
  readonly weaknesses: readonly LessonWeakness[];
  readonly commands: readonly Command[];
  readonly sections: Readonly<Record<string, PlainSection>>;
  readonly sources: readonly SourceView[];
  /** The page of the path in exactly this state, below the site's origin. */
  readonly state: string;
}

/** All that the materials of one path are made from. */
export function lesson(view: View, id: string, base: string): Lesson {
  const page = pathPage(view, id, base);
  const scenario = view.shownIn(id);
  const { release } = postureOf(scenario);
  const instead = page.view.exemplar;
  return {
    id,
    language: view.language,
    title: page.title,
    label: page.view.label,
    carries: page.view.carries,
    description: page.description,
    chip: instead?.chip ?? page.view.chip,
    remainder: instead === null ? page.view.remainder : null,
    sentence: instead?.sentence ?? page.view.sentence,
    scenario: view.scenario(scenario),
    release,
    judged: view.t('attackerAt.subtitle.moat', { release }),
    facts: page.view.facts,
    setups: page.scenarios,
    settings: page.settings,
    weaknesses: page.weaknesses.here.map((weakness) => ({
      id: weakness.id,
      title: weakness.title,
      severity: weakness.severity,
      severityWord: view.t(`severity.${weakness.severity}` as Key),
      summary: weakness.summary,
      mitigation: weakness.mitigation,
      sources: weakness.sources,
    })),
    commands: commandsOf(id),
    sections: Object.fromEntries(plainProse(view, id).map((section) => [section.id, section])),
    sources: view.sources(page.sources.map((source) => source.id)),
    state: `${new Urls(base).path(view.language, id)}?scenario=${scenario}&release=${release}&from=moat`,
  };
}

function commandsOf(path: string): Command[] {
  const folder = join(process.cwd(), 'content/paths', path, 'snippets');
  return readdirSync(folder)
    .filter((file) => file.endsWith('.sh'))
    .sort()
    .map((file) => ({ file, code: readFileSync(join(folder, file), 'utf8').trimEnd() }));
}

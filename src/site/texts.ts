import { getEntry, render } from 'astro:content';
import type { Language } from '../i18n/languages.ts';
import { strings, type Key } from '../i18n/strings.ts';
import { sectionsOf, tagsOf } from '../model/markup.ts';

/** The prose of a path or a page in one language, as a component, with the snippets that it names. */
export async function text(folder: 'paths' | 'pages', id: string, language: Language) {
  const entry = await getEntry('texts', `${folder}/${id}/${language}.mdx`);
  if (!entry) throw new Error(`content/${folder}/${id}/${language}.mdx is missing.`);
  const { Content } = await render(entry);
  const body = entry.body ?? '';
  const snippets = tagsOf(body).flatMap(({ name, attributes }) =>
    name === 'Snippet' ? (attributes['file'] ?? []) : [],
  );
  const sections = sectionsOf(body).map(({ id: section, title }) => ({
    id: section,
    title: title === '' ? strings(language)(`section.${section}` as Key) : title,
  }));
  return { Content, snippets, sections };
}

import { getEntry, render } from 'astro:content';
import type { Language } from '../i18n/languages.ts';

/** The prose of a path or a page in one language, as a component, with the snippets that it names. */
export async function text(folder: 'paths' | 'pages', id: string, language: Language) {
  const entry = await getEntry('texts', `${folder}/${id}/${language}.mdx`);
  if (!entry) throw new Error(`content/${folder}/${id}/${language}.mdx is missing.`);
  const { Content } = await render(entry);
  const snippets = [...(entry.body ?? '').matchAll(/<Snippet file="([^"]+)"/g)].flatMap(([, file]) => file ?? []);
  const sections = [...(entry.body ?? '').matchAll(/<Section id="([^"]+)" title="([^"]+)"/g)].map(
    ([, section = '', title = '']) => ({
      id: section,
      title,
    }),
  );
  return { Content, snippets, sections };
}

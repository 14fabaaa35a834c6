import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';

/** The prose; what its front matter says is checked with all other words, see src/model/assemble.ts. */
const texts = defineCollection({
  loader: glob({ base: './content', pattern: ['paths/*/*.mdx', 'pages/*/*.mdx'], generateId: ({ entry }) => entry }),
});

export const collections = { texts };

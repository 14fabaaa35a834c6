const SEGMENTS = ['en', 'es', 'pt', 'it', 'zh'] as const;

/**
 * The language of the site that a tag asks for; English where there is none.
 *
 * @example segmentOf('zh-Hans-CN') → 'zh'
 */
export function segmentOf(tag: string): (typeof SEGMENTS)[number] {
  const [primary] = tag.toLowerCase().split(/[-_]/);
  return SEGMENTS.find((segment) => segment === primary) ?? 'en';
}

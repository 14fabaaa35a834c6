import { strToU8, zipSync, type Zippable } from 'fflate';

export type Files = Readonly<Record<string, string | Uint8Array>>;

/** The same date in every file, so that the same content gives the same bytes. */
const DATE = new Date(2026, 0, 1);
/** What is packed already gains nothing from being packed again. */
const PACKED = /\.(png|pdf|pptx|zip)$/;

/** Files as one archive, in the order given. */
export function zip(files: Files): Uint8Array {
  const entries: Zippable = {};
  for (const [name, content] of Object.entries(files)) {
    const bytes = typeof content === 'string' ? strToU8(content) : content;
    entries[name] = [bytes, { mtime: DATE, level: PACKED.test(name) ? 0 : 9 }];
  }
  return zipSync(entries);
}

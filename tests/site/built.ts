import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';

const root = join(import.meta.dirname, '../..');
const dist = join(root, 'dist');

/** The ids of all paths that have content. */
export const paths: readonly string[] = readdirSync(join(root, 'content', 'paths')).sort();

/** The ids of all tours. */
export const tours: readonly string[] = readdirSync(join(root, 'content', 'tours')).sort();

/** Every file of the build by its address below the base path, such as `en/index.html`. */
export function files(): string[] {
  return readdirSync(dist, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(dist.length + 1))
    .map((name) => name.replaceAll('\\', '/'))
    .sort();
}

/** The embed pages as files that hold everything; they have tests of their own. */
const SINGLE = /^embed\/v1\/\w+\/[\w-]+\.html$/;

/** Every page by its address below the base path. @example 'en/index.html' → 'en/' */
export function pages(): string[] {
  return files()
    .filter((name) => name.endsWith('.html') && !SINGLE.test(name))
    .map((name) => name.replace(/(^|\/)index\.html$/, '$1'));
}

/** What the build holds at an address below the base path. */
export function read(address: string): string {
  return readFileSync(join(dist, file(address)), 'utf8');
}

/** The file that a static host sends for an address. @example file('en/') → 'en/index.html' */
export function file(address: string): string {
  return address === '' || address.endsWith('/') ? `${address}index.html` : address;
}

/** An attribute of a built page that points somewhere. */
export interface Reference {
  readonly element: string;
  readonly attribute: string;
  readonly value: string;
  readonly rel: string;
  readonly hreflang: string;
  /** Part of the choice of languages, which alone leads into another one. */
  readonly choice: boolean;
}

/** What the tests ask about a built page, as a browser parses it. */
export interface Document {
  readonly address: string;
  readonly lang: string;
  readonly ids: readonly string[];
  readonly references: readonly Reference[];
}

/** What one test of a worker has parsed serves the next. */
let known: readonly Document[] | undefined;

/** All built pages, parsed by the browser but not run. */
export async function documents(page: Page): Promise<readonly Document[]> {
  known ??= await parsedBy(page);
  return known;
}

async function parsedBy(page: Page): Promise<Document[]> {
  const parsed: Document[] = [];
  for (const address of pages())
    parsed.push({
      address,
      ...(await page.evaluate((html) => {
        const built = new DOMParser().parseFromString(html, 'text/html');
        return {
          lang: built.documentElement.lang,
          ids: [...built.querySelectorAll('[id]')].map(({ id }) => id),
          references: ['href', 'src', 'srcset', 'action', 'data', 'poster', 'xlink:href'].flatMap((attribute) =>
            [...built.querySelectorAll(`[${attribute.replace(':', '\\:')}]`)].map((element) => ({
              element: element.localName,
              attribute,
              value: element.getAttribute(attribute) ?? '',
              rel: element.getAttribute('rel') ?? '',
              hreflang: element.getAttribute('hreflang') ?? '',
              choice: element.closest('[data-languages]') !== null,
            })),
          ),
        };
      }, read(address))),
    });
  return parsed;
}

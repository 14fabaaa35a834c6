import { attrs, escape } from '../diagram/markup.ts';
import { segments } from '../i18n/code.ts';
import type { Translate } from '../i18n/strings.ts';
import type { ChipView, FactView, PathView } from './teller.ts';
import { saying } from './teller.ts';

/** Markup that a page and the browser share: built once with the page, built again when the settings change. */

/** More code than a phone shows on one line. */
const LONG = 34;

/** A text whose code stands between backticks; a line breaks before a flag where it is told so. */
export function rich(text: string): string {
  return segments(text)
    .map((part, index) => {
      if (!part.code) return escape(part.text);
      const size = part.text.length > LONG ? 'long' : undefined;
      const code = `<code${attrs({ translate: 'no', class: size })}>${escape(part.text)}</code>`;
      // Chinese has no space there at which it could; at the beginning it would leave a line empty.
      return part.text.startsWith('-') && index > 0 ? `<wbr>${code}` : code;
    })
    .join('');
}

/** A verdict as a word with its sign; `text` is a sentence with the word already in it. */
export function chip({ verdict, word }: ChipView, text = word, remainder = false): string {
  const sign = `<svg class="sign" viewBox="-8 -8 16 16" aria-hidden="true"><use href="#s-${verdict}"></use></svg>`;
  return `<span class="chip v-${verdict}${remainder ? ' remainder' : ''}">${sign}${escape(text)}</span>`;
}

/** The verdict of a path, and what it leaves inside. */
export function chips(t: Translate, { chip: verdict, remainder }: Pick<PathView, 'chip' | 'remainder'>): string {
  return [
    chip(verdict),
    ...(remainder ? [chip(remainder, t('remainder.chip', { verdict: remainder.word }), true)] : []),
  ].join(' ');
}

const MARKS = {
  transport: { yes: 'line-yes', no: 'line-no', unknown: 'line-unknown' },
  'server-authentication': { yes: 'shield-yes', no: 'shield-no', unknown: 'shield-no' },
  'client-authentication': { yes: 'badge-yes', no: 'badge-no', unknown: 'badge-unknown' },
  authorization: { yes: 'seal-yes', no: 'seal-no', unknown: 'seal-no' },
} as const;

const TINTS = { yes: 'safe', no: 'unsafe', unknown: 'unknown' } as const;

/** One proof: its mark, the answer in short, a sentence, and the settings that decided it. */
export function fact({ name, state, line, text, because }: FactView): string {
  const said = saying(state);
  const reasons = because.map(
    ({ code, value, origin }) => `<span>${rich(code)} ${rich(value)} ${escape(origin)}</span>`,
  );
  return [
    `<div${attrs({ class: `fact v-${TINTS[said]}`, 'data-fact': name })}>`,
    `<svg class="mark" viewBox="-12 -12 24 24" width="24" height="24" aria-hidden="true"><use href="#m-${MARKS[name][said]}"></use></svg>`,
    `<dt>${escape(line)}</dt><dd>${rich(text)}`,
    reasons.length > 0 ? `<small>${reasons.join('')}</small>` : '',
    '</dd></div>',
  ].join('');
}

function weaknesses(t: Translate, path: PathView): string {
  const applying = path.weaknesses.filter(({ state }) => state !== false);
  if (applying.length === 0) return `<p>${escape(t('panel.none'))}</p>`;
  const items = applying.map(
    ({ id, title, severity }) =>
      `<li${attrs({ 'data-weakness': id })}><b class="severity ${severity}">${escape(t(`severity.${severity}`))}</b> <span>${rich(title)}</span></li>`,
  );
  return `<h3>${escape(t('panel.weaknesses'))}</h3><ul>${items.join('')}</ul>`;
}

/**
 * What a panel shows of a path, without the element around it.
 * @param href the address of the path's page; null on that page itself
 */
export function panel(t: Translate, path: PathView, href: string | null): string {
  const { exemplar, variants } = path;
  const other =
    exemplar === null
      ? ''
      : t('exemplar', { scenario: exemplar.scenario, release: exemplar.release, verdict: exemplar.chip.word });
  return [
    `<header><h2>${escape(path.label)}</h2>${chips(t, path)}`,
    `<a class="close" href="#map" data-close${attrs({ 'aria-label': t('panel.close') })}>×</a></header>`,
    `<p class="why">${rich(path.sentence)}</p>`,
    other === '' ? '' : `<p class="exemplar">${escape(other)}</p>`,
    `<dl class="facts">${path.facts.map(fact).join('')}</dl>`,
    variants.length === 0
      ? ''
      : `<p class="variants">${escape(t('panel.variants'))}${variants
          .map((variant) => `<span>${rich(variant.name)} ${chip(variant.chip)}</span>`)
          .join('')}</p>`,
    `<div class="known">${weaknesses(t, path)}`,
    href === null ? '' : `<a class="more"${attrs({ href })}>${escape(t('panel.page'))}</a>`,
    '</div>',
  ].join('');
}

import { explainBroken, explainGuarantee, explainVerdict } from '../../explain/why.ts';
import type { Said } from '../../explain/voice.ts';

import { chips, rich } from '../../view/markup.ts';
import { pathIn } from '../../view/shown.ts';
import { FACTS } from '../../view/teller.ts';
import type { Tools } from './bench.ts';
import { h, nodes } from './dom.ts';

/** Why the chosen path is judged as it is: its verdict, and each guarantee on each of its hops, with the rule's source. */
export function whyTool(tools: Tools): Node[] {
  const { teller, voice, now, chosen, stage } = tools;
  const { t, model } = teller;
  if (chosen === null || !(chosen in now.posture.paths)) return [h('p', {}, t('whatif.why.choose'))];
  const state = pathIn(now, chosen);
  const release = now.posture.release;
  const said = [
    ...(state.verdict === 'broken'
      ? explainBroken(voice, model, release, state, teller.words.paths[chosen]?.carries ?? '')
      : []),
    ...explainVerdict(voice, model, release, state, now.posture.position),
  ];
  return [
    h('h3', {}, teller.label(chosen), ' ', nodes(chips(t, stage.tell(chosen, now)))),
    h('p', { class: 'bench-lead' }, t('whatif.why.lead')),
    ...said.map((one) => sentence(tools, one)),
    ...state.hops.map((hop) =>
      h(
        'section',
        {},
        h(
          'h4',
          {},
          t('closeUp.hopOf', {
            from: teller.list(hop.hop.from.map((id) => teller.component(id))),
            to: teller.component(hop.hop.to),
          }),
        ),
        h(
          'ul',
          {},
          ...Object.values(FACTS).map((guarantee) =>
            h('li', {}, sentence(tools, explainGuarantee(voice, model, release, guarantee, hop.guarantees[guarantee]))),
          ),
        ),
      ),
    ),
  ];
}

function sentence({ teller }: Tools, { text, sources }: Said): HTMLElement {
  const links = sources.flatMap((id, index) => [
    index > 0 ? ', ' : '',
    h('a', { href: `${aboutPage()}#source-${id}` }, id),
  ]);
  return h(
    'p',
    {},
    nodes(rich(text)),
    ' ',
    sources.length > 0 && h('small', {}, `${teller.t('whatif.why.source', { sources: '' })} `, ...links),
  );
}

/** The page that lists the sources, from wherever this is. */
export function aboutPage(): string {
  return document.querySelector<HTMLElement>('[data-workbench]')?.dataset['about'] ?? '';
}

import { compare, differs, settingsThatDiffer, type PathDifference } from '../../posture/compare.ts';
import { OPENING } from '../../posture/address.ts';
import { chip, rich } from '../../view/markup.ts';
import { shown, type Shown } from '../../view/shown.ts';
import { isAssumption } from '../../view/teller.ts';
import type { Tools } from './bench.ts';
import { h, nodes, table } from './dom.ts';

/** Two states side by side: the other one is chosen here, the differences are marked on the map. */
export function compareTool(tools: Tools): Node[] {
  const { teller, now, memory, stage, again, go } = tools;
  const { t, model } = teller;
  const scenario = memory.get('compare.scenario') ?? OPENING;
  const release = memory.get('compare.release') ?? model.scenarios[scenario]?.release ?? now.posture.release;
  const other = shown(model, { scenario, release }, now.posture.position);
  const differences = compare(other.posture, now.posture).filter(differs);
  const settings = settingsThatDiffer(model, other.state, now.state);
  const name = (state: Shown): string =>
    t('whatif.compare.other', { scenario: teller.scenario(state.state.scenario), release: state.posture.release });
  const choose = (key: 'scenario' | 'release', options: readonly (readonly [string, string])[], value: string) => {
    const select = h(
      'select',
      { id: `compare-${key}`, 'aria-label': t(key === 'scenario' ? 'whatif.compare.with' : 'whatif.compare.release') },
      ...options.map(([id, text]) => h('option', { value: id, selected: id === value }, text)),
    );
    select.addEventListener('change', (event) => {
      event.stopPropagation();
      memory.set(`compare.${key}`, select.value);
      if (key === 'scenario') memory.delete('compare.release');
      again();
    });
    return select;
  };
  const mark = button(t('whatif.compare.show'), () => stage.show(now, other));
  const swap = button(t('whatif.compare.swap'), () => {
    memory.set('compare.scenario', now.state.scenario);
    memory.set('compare.release', now.posture.release);
    go({ state: { scenario, release }, position: now.posture.position });
  });
  const value = (id: string, side: 'before' | 'after', of: (typeof settings)[number]) =>
    nodes(rich(teller.value(id, of[side].value)));
  return [
    h('p', { class: 'bench-lead' }, t('whatif.compare.lead')),
    h(
      'p',
      { class: 'bench-choices' },
      h('span', {}, t('whatif.compare.with'), ' '),
      choose(
        'scenario',
        Object.keys(model.scenarios).map((id) => [id, teller.scenario(id)] as const),
        scenario,
      ),
      choose(
        'release',
        model.releases.map(({ id }) => [id, id] as const),
        release,
      ),
      mark,
      swap,
    ),
    ...(differences.length + settings.length === 0
      ? [h('p', {}, t('whatif.compare.same'))]
      : [
          h('h3', {}, t('whatif.compare.paths')),
          table(
            t('whatif.compare.paths'),
            [t('whatif.reach.path'), name(other), name(now), t('whatif.compare.what')],
            differences.map((difference) => [
              teller.label(difference.path),
              side(tools, difference, 'before'),
              side(tools, difference, 'after'),
              what(tools, difference),
            ]),
          ),
          h('h3', {}, t('whatif.compare.settings')),
          table(
            t('whatif.compare.settings'),
            [t('column.setting'), name(other), name(now)],
            settings.map((one) => [
              isAssumption(one.setting)
                ? (teller.words.settings[one.setting]?.effect ?? one.setting)
                : h('code', {}, teller.settingCode(one.setting, now.state.scenario)),
              value(one.setting, 'before', one),
              value(one.setting, 'after', one),
            ]),
          ),
        ]),
  ];
}

function side({ teller }: Tools, difference: PathDifference, which: 'before' | 'after'): Node {
  const { verdict, remainder } = difference[which];
  const own = chip(teller.verdict(verdict));
  if (remainder === null) return nodes(own);
  const inside = teller.verdict(remainder.verdict);
  return nodes(`${own} ${chip(inside, teller.t('remainder.chip', { verdict: inside.word }), true)}`);
}

/** Which guarantees differ, and which weaknesses came or went. */
function what({ teller }: Tools, { guarantees, appearing, vanishing }: PathDifference): Node {
  const { t } = teller;
  const title = (id: string): string => teller.words.weaknesses[id]?.title ?? id;
  const names = [...new Set(guarantees.map(({ guarantee }) => t(`guarantee.${guarantee}`)))];
  return h(
    'ul',
    { class: 'bench-differences' },
    names.length > 0 && h('li', {}, names.join(', ')),
    ...appearing.map((id) => h('li', {}, '+ ', nodes(rich(title(id))))),
    ...vanishing.map((id) => h('li', {}, '− ', nodes(rich(title(id))))),
  );
}

function button(text: string, act: () => void): HTMLButtonElement {
  const element = h('button', { type: 'button' }, text);
  element.addEventListener('click', act);
  return element;
}

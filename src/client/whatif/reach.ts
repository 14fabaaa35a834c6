import { powers, reach } from '../../posture/reach.ts';
import type { Truth } from '../../posture/evaluate.ts';
import { saying } from '../../view/teller.ts';
import type { Tools } from './bench.ts';
import { h, table } from './dom.ts';

/** What the attacker reaches directly from where he stands, and what he can do on each path. */
export function reachTool({ teller, now }: Tools): Node[] {
  const { t, model } = teller;
  const { position } = now.posture;
  const word = (truth: Truth): string => t(`truth.${saying(truth)}`);
  const listeners = reach(model, now.state).filter(({ reachable }) => reachable.truth !== false);
  const touched = Object.values(now.posture.paths).filter(
    ({ verdict }) => verdict !== 'absent' && verdict !== 'broken',
  );
  return [
    h('p', { class: 'bench-lead' }, t('whatif.reach.lead')),
    listeners.length === 0
      ? h('p', {}, t('whatif.reach.none'))
      : table(
          t('whatif.tool.reach'),
          ['port', 'component', 'encrypted', 'asks'].map((key) => t(`whatif.reach.${key as 'port'}`)),
          listeners.map(({ listener, reachable, encrypted, authenticated }) => [
            h('code', {}, listener.port),
            teller.component(listener.component) + (reachable.truth === 'unknown' ? ` (${t('truth.unknown')})` : ''),
            word(encrypted.truth),
            word(authenticated.truth),
          ]),
        ),
    h('h3', {}, t('whatif.reach.powers')),
    table(
      t('whatif.reach.powers'),
      ['path', 'read', 'alter', 'impersonate'].map((key) => t(`whatif.reach.${key as 'path'}`)),
      touched.map((path) => {
        const can = powers(model, path, position);
        return [teller.label(path.path), word(can.read), word(can.alter), word(can.impersonate)];
      }),
    ),
  ];
}

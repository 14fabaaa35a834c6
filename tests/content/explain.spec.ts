import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { explainStay, explainStep } from '../../src/explain/steps.ts';
import { announce, explainChange, explainNotice } from '../../src/explain/turns.ts';
import type { Voice } from '../../src/explain/voice.ts';
import { explainBroken, explainGuarantee, explainVerdict } from '../../src/explain/why.ts';
import { LANGUAGES, languages, type Language } from '../../src/i18n/languages.ts';
import { strings, type Key } from '../../src/i18n/strings.ts';
import { GUARANTEES, type Position } from '../../src/model/types.ts';
import { changed, compare, settingsThatDiffer } from '../../src/posture/compare.ts';
import { parse } from '../../src/posture/address.ts';
import { plan } from '../../src/posture/plan.ts';
import { posture } from '../../src/posture/posture.ts';
import type { State } from '../../src/posture/resolve.ts';
import { load } from '../../src/site/content.ts';
import { model, positions, states } from './states.ts';

const { words } = load('content');

/** The names of one language, as a page would give them. */
function voiceOf(language: Language): Voice {
  const t = strings(language);
  const said = words[language];
  return {
    t,
    setting: (id) => `\`${model.settings[id]!.flag ?? model.settings[id]!.field ?? id}\``,
    effect: (id) => said.settings[id]!.effect,
    value: (id, value) => {
      if (value === undefined) return t('value.unknown');
      if (value === null) return t('value.unset');
      return id.startsWith('assumption.') ? t(`assumption.${String(value)}` as Key) : `\`${String(value)}\``;
    },
    component: (id) => said.components[id]!.name,
    path: (id) => said.paths[id]!.label,
    weakness: (id) => said.weaknesses[id]!.title,
    sentence: (path, row) => said.paths[path]!.verdicts[row] ?? t(`row.${row}`),
    list: (items) => new Intl.ListFormat(LANGUAGES[language].tag, { type: 'conjunction' }).format(items),
  };
}

const english = voiceOf('en');
const kubelet = (set: State['set'] = {}, position: Position = 'moat') =>
  posture(model, { scenario: 'kubeadm-default', set }, position).paths['apiserver-to-kubelet']!;
const said = (texts: readonly { text: string }[]): string => texts.map(({ text }) => text).join('\n');

test.describe('in English', () => {
  test('a guarantee says what holds, what decided it, and whose rule it is', () => {
    const trace = kubelet().hops[0]!.guarantees['server-verified'];
    const why = explainGuarantee(english, model, '1.37', 'server-verified', trace);
    expect(why.text).toBe('Nobody verifies who answers. `--kubelet-certificate-authority` is not set in this setup.');
    expect(why.sources).toEqual(['K-KCLI', 'K-KCLI2', 'W-CPN']);
  });

  test('a default, a choice, a release and an assumption are told apart', () => {
    const because = (set: State['set'], scenario = 'kubeadm-default', release?: string): string => {
      const state = { scenario, set, release };
      const { paths } = posture(model, state, 'moat');
      return said(explainVerdict(english, model, release ?? '1.37', paths['apiserver-to-kubelet']!, 'moat'));
    };
    expect(because({}, 'bare-binaries-no-flags')).toContain(
      '`--kubelet-certificate-authority` is not set, which is the default.',
    );
    expect(because({ 'kube-apiserver.kubelet-certificate-authority': '/ca.crt' })).toContain(
      'These contradict each other. `--kubelet-certificate-authority` is `/ca.crt`, as chosen here. ' +
        'Who signed the serving certificates of the kubelets: self-signed (assumed).',
    );
    expect(because({}, 'gke')).toContain('Nothing is known about');
  });

  test('an absent path says which settings or which release leave it out', () => {
    const absent = (release: string): string => {
      const { paths } = posture(model, { scenario: 'kubeadm-default', release }, 'moat');
      return said(explainVerdict(english, model, release, paths['ssh-tunnel']!, 'moat'));
    };
    expect(absent('1.37')).toContain('There is no route for this path. This is so in Kubernetes 1.37.');
    expect(absent('1.21')).toContain('`--ssh-user` is not set');
  });

  test('what is broken says what stops', () => {
    const broken = kubelet({ 'kubelet.serverTLSBootstrap': true });
    const text = said(explainBroken(english, model, '1.37', broken, 'logs, exec'));
    expect(text).toContain('API server to kubelet does not work. What stops: logs, exec.');
    expect(text).toContain('`--rotate-server-certificates` is `true`, as chosen here.');
  });

  test('a change names before, after and the settings that brought it about', () => {
    const before: State = { scenario: 'kubeadm-default' };
    const after: State = {
      ...before,
      set: { 'kube-apiserver.kubelet-certificate-authority': '/ca.crt', 'pod.automountServiceAccountToken': false },
    };
    const [then, now] = [posture(model, before, 'moat'), posture(model, after, 'moat')];
    const difference = compare(then, now).find(({ path }) => path === 'apiserver-to-kubelet')!;
    const releases = { before: then.release, after: now.release };
    const text = explainChange(english, model, 'moat', difference, settingsThatDiffer(model, before, after), releases);
    expect(text[0]).toBe('API server to kubelet: unsafe before, broken now.');
    expect(text).toContain('`--kubelet-certificate-authority`: not set before, `/ca.crt` now.');
    expect(text.join()).not.toContain('automount');
    expect(announce(english, changed(then, now))).toBe('1 path stopped working: API server to kubelet.');
    expect(announce(english, changed(then, then))).toBe('No verdict changed.');
  });

  test('a step says what to do, what it is for and what it would break alone', () => {
    const found = plan(model, { scenario: 'kubeadm-default' }, 'node-network', 'apiserver-to-kubelet');
    const [first, second, third] = found.steps.map((step) => explainStep(english, found, step));
    expect(first![0]).toContain('Run an approver');
    expect(first).toContain('No restart needed.');
    expect(first!.join(' ')).toContain('Later steps build on it for: API server to kubelet');
    expect(second).toContain('Restart needed: kubelet.');
    expect(second!.at(-1)).toContain('Done alone, it stops these from working: API server to kubelet');
    expect(third![0]).toBe('Set `--kubelet-certificate-authority` to `/etc/kubernetes/pki/ca.crt`.');
    expect(third!.join(' ')).toContain('With this step these get better: API server to kubelet');
  });

  test('what stays says why', () => {
    const { stays } = plan(model, { scenario: 'kubeadm-default' }, 'node-network', 'apiserver-to-pod');
    const text = explainStay(english, '1.37', stays[0]!);
    expect(text[0]).toBe('API server to Pod: unsafe, and no further change of a setting helps.');
    expect(text.at(-1)).toBe('No setting changes this.');
  });

  test('a notice names what an address cannot have', () => {
    const { notices } = parse('path=kubelt&set=kubelet.readOnlyPort:many,kube-apiserver.ssh-user:tunnel', model);
    expect(notices.map((notice) => explainNotice(english, '1.37', notice))).toEqual([
      'The address names something that does not exist (path): kubelt.',
      '`--read-only-port` cannot have this value: many.',
      'Kubernetes 1.37 does not have `--ssh-user`, so it was left out.',
    ]);
  });
});

for (const language of languages)
  test(`${language}: whatever happens is told in whole sentences, and only with its own reasons`, () => {
    const voice = voiceOf(language);
    const whole = (text: string): void => {
      expect(text).not.toMatch(/\{\{|undefined|\bnull\b|\[object|^\s*$| {2}/);
      expect(text).toMatch(/[.。]$/);
    };
    fc.assert(
      fc.property(states, states, positions, (state, other, position) => {
        const here = posture(model, state, position);
        const there = posture(model, other, position);
        for (const path of Object.values(here.paths)) {
          explainVerdict(voice, model, here.release, path, position).forEach(({ text }) => whole(text));
          for (const { guarantees } of path.hops)
            for (const guarantee of GUARANTEES) {
              const trace = guarantees[guarantee];
              const { text } = explainGuarantee(voice, model, here.release, guarantee, trace);
              whole(text);
              for (const reason of trace.because)
                if (reason.kind === 'setting' && !reason.setting.startsWith('assumption.'))
                  expect(text).toContain(voice.setting(reason.setting));
            }
        }
        const releases = { before: here.release, after: there.release };
        const settings = settingsThatDiffer(model, state, other);
        for (const difference of compare(here, there))
          explainChange(voice, model, position, difference, settings, releases).forEach(whole);
        whole(announce(voice, changed(here, there)));
      }),
      { numRuns: 15 },
    );
    const found = plan(model, { scenario: 'bare-binaries-no-flags' }, 'node-network', 'all');
    for (const step of found.steps) explainStep(voice, found, step).forEach(whole);
    for (const stay of found.stays) explainStay(voice, '1.37', stay).forEach(whole);
  });

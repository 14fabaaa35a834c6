import type { Plan, Stay, Step } from '../posture/plan.ts';
import type { Posture } from '../posture/posture.ts';
import { reasons } from './why.ts';
import type { Voice } from './voice.ts';

/** What a step of a plan asks for, what it does now and later, and what it would break alone. */
export function explainStep(voice: Voice, { before, after }: Plan, step: Step): string[] {
  const { t } = voice;
  const names = (paths: readonly string[]): string => voice.list(paths.map(voice.path));
  const said = [
    instruction(voice, step),
    t(step.restart === null ? 'explain.step.noRestart' : 'explain.step.restart', {
      component: step.restart === null ? '' : voice.component(step.restart),
    }),
  ];
  if (step.improves.length > 0) said.push(t('explain.step.improves', { paths: names(step.improves) }));
  const later = step.serves.filter((path) => !step.improves.includes(path) && turns(before, after, path));
  if (later.length > 0) said.push(t('explain.step.serves', { paths: names(later) }));
  if (step.breaksAlone.length > 0) said.push(t('explain.step.alone', { paths: names(step.breaksAlone) }));
  return said;
}

/** Why a path stays what it is whatever a plan does. */
export function explainStay(voice: Voice, release: string, { path, outcome, because }: Stay): string[] {
  const verdict = voice.t(`verdict.${outcome.verdict}`);
  return [
    voice.t('explain.stay', { path: voice.path(path), verdict }),
    voice.sentence(path, outcome.row),
    ...reasons(voice, release, { because }),
  ];
}

/** The one sentence that says what to do; an assumption has no flag, so it says what must be so. */
function instruction(voice: Voice, { setting, to }: Step): string {
  const { t } = voice;
  const value = voice.value(setting, to);
  if (setting === 'assumption.kubelet-serving-approver') return t('explain.step.approver');
  if (setting === 'assumption.kubelet-serving-signer') return t('explain.step.signer');
  if (setting.startsWith('assumption.')) return t('explain.step.ensure', { what: voice.effect(setting), value });
  return t('explain.step.set', { setting: voice.setting(setting), value });
}

function turns(before: Posture, after: Posture, path: string): boolean {
  return before.paths[path]?.verdict !== after.paths[path]?.verdict;
}

import type { Guarantee, Model, Position } from '../model/types.ts';
import { causes, rulesBehind, type Cause } from '../posture/causes.ts';
import { distinct, type Answer, type Reason, type Truth } from '../posture/evaluate.ts';
import type { Decided, HopPosture } from '../posture/guarantees.ts';
import type { PathPosture } from '../posture/posture.ts';
import type { Verdict } from '../posture/verdict.ts';
import { joined, type Said, type Voice } from './voice.ts';

/** Why a guarantee holds on a hop, does not, or is not known. */
export function explainGuarantee(
  voice: Voice,
  model: Model,
  release: string,
  guarantee: Guarantee,
  trace: Decided,
): Said {
  const claim = voice.t(`explain.holds.${guarantee}.${saying(trace.truth)}`);
  return { text: joined(voice, [claim, ...reasons(voice, release, trace)]), sources: rulesBehind(model, trace) };
}

/** Why a path has its verdict: what it means, then each thing that decided it. */
export function explainVerdict(
  voice: Voice,
  model: Model,
  release: string,
  path: PathPosture,
  position: Position,
): Said[] {
  const { t } = voice;
  const verdict = t('explain.verdict.line', { path: voice.path(path.path), verdict: t(`verdict.${path.verdict}`) });
  const sources = model.paths[path.path]?.sources ?? [];
  const meaning = { text: joined(voice, [verdict, voice.sentence(path.path, path.row)]), sources };
  const found = causes(model, path, position);
  const hops = [...new Set(found.flatMap((cause) => (cause.kind === 'guarantee' ? [cause.hop] : [])))];
  return [
    meaning,
    ...hops.map((hop) => explainHop(voice, model, release, hop, found)),
    ...found.flatMap((cause) => explainCause(voice, model, release, path.verdict, cause)),
  ];
}

/** What decides on one hop, each guarantee with its reasons. */
function explainHop(voice: Voice, model: Model, release: string, hop: HopPosture, found: readonly Cause[]): Said {
  const ends = { from: voice.list(hop.hop.from.map(voice.component)), to: voice.component(hop.hop.to) };
  const claim = voice.t('explain.verdict.hop', { hop: voice.t('closeUp.hopOf', ends) });
  const said = found.flatMap((cause) =>
    cause.kind === 'guarantee' && cause.hop === hop
      ? [explainGuarantee(voice, model, release, cause.guarantee, cause.trace)]
      : [],
  );
  return {
    text: joined(voice, [claim, ...said.map(({ text }) => text)]),
    sources: [...new Set(said.flatMap(({ sources }) => sources))],
  };
}

/** What stops working on a broken path, and which settings contradict each other. */
export function explainBroken(voice: Voice, model: Model, release: string, path: PathPosture, carries: string): Said[] {
  const stops = voice.t('explain.broken.stops', { path: voice.path(path.path), carries });
  const sources = model.paths[path.path]?.sources ?? [];
  const broken = path.variants.filter(({ broken: { truth } }) => truth !== false);
  return [
    { text: stops, sources },
    ...unique(
      broken.map((variant) => ({
        text: joined(voice, [voice.t('explain.broken.clash'), ...reasons(voice, release, variant.broken)]),
        sources: rulesBehind(model, variant.broken),
      })),
    ),
  ];
}

/** The leaves of a trace, each as a sentence. */
export function reasons(voice: Voice, release: string, { because }: Pick<Answer, 'because'>): string[] {
  return distinct(because).map((reason) => reasonOf(voice, release, reason));
}

function explainCause(voice: Voice, model: Model, release: string, verdict: Verdict, cause: Cause): Said[] {
  const { t } = voice;
  if (cause.kind === 'guarantee') return [];
  const rest = reasons(voice, release, cause.trace);
  const sources = rulesBehind(model, cause.trace);
  if (cause.kind === 'weakness') {
    const title = t('explain.verdict.weakness', { weakness: voice.weakness(cause.weakness.id) });
    const facts = model.weaknesses[cause.weakness.id]?.sources ?? [];
    return [{ text: joined(voice, [title, ...rest]), sources: [...new Set([...facts, ...sources])] }];
  }
  if (cause.kind === 'broken') {
    const clash = t(verdict === 'broken' ? 'explain.broken.clash' : 'explain.broken.maybe');
    return [{ text: joined(voice, [clash, ...rest]), sources }];
  }
  const claim = t(verdict === 'absent' ? 'explain.verdict.noRoute' : 'explain.verdict.openRoute');
  return [{ text: joined(voice, [claim, ...rest]), sources }];
}

function reasonOf(voice: Voice, release: string, reason: Reason): string {
  const { t } = voice;
  if (reason.kind === 'release') return t('explain.reason.release', { release: reason.release });
  if (reason.kind === 'nature')
    return t(reason.holds === 'unknown' ? 'explain.reason.hidden' : 'explain.reason.nature');
  const { setting: id, value, origin } = reason;
  if (id.startsWith('assumption.')) {
    const what = voice.effect(id);
    return value === undefined
      ? t('explain.reason.open', { what })
      : t('explain.reason.assumed', { what, value: voice.value(id, value) });
  }
  const setting = voice.setting(id);
  if (origin === 'outside') return t('explain.reason.outside', { setting, release });
  if (value === undefined || origin === 'unknown') return t('explain.reason.unknown', { setting });
  if (value === null) return t(`explain.reason.unset.${origin}`, { setting });
  if (Array.isArray(value) && value.length === 0) return t('explain.reason.empty', { setting });
  return t(`explain.reason.set.${origin}`, { setting, value: voice.value(id, value) });
}

function unique(said: readonly Said[]): Said[] {
  return [...new Map(said.map((one) => [one.text, one])).values()];
}

function saying(truth: Truth): 'yes' | 'no' | 'unknown' {
  if (truth === 'unknown') return 'unknown';
  return truth ? 'yes' : 'no';
}

import type { Guarantee, Model, Position } from '../model/types.ts';
import type { Answer, Truth } from './evaluate.ts';
import type { Decided, HopPosture } from './guarantees.ts';
import { isGrave, touches, type AppliedWeakness, type PathPosture, type VariantPosture } from './posture.ts';

/** What decided a verdict, with its trace. */
export type Cause =
  | { readonly kind: 'guarantee'; readonly guarantee: Guarantee; readonly hop: HopPosture; readonly trace: Decided }
  | { readonly kind: 'weakness'; readonly weakness: AppliedWeakness; readonly trace: Answer }
  | { readonly kind: 'broken'; readonly variant: VariantPosture; readonly trace: Answer }
  | { readonly kind: 'route'; readonly trace: Answer };

/** The guarantees on which an attacker at a position depends: a Pod neither listens nor stands in the way. */
export function exposed({ hop }: HopPosture, position: Position): readonly Guarantee[] {
  if (position !== 'pod') return ['encrypted', 'server-verified', 'client-authenticated', 'authorized'];
  return hop.request === 'against'
    ? ['server-verified', 'client-authenticated', 'authorized']
    : ['client-authenticated', 'authorized'];
}

/** The weaknesses that turn, or may turn, a safe path into a weak one. */
export function dangers(model: Model, path: PathPosture, position: Position): AppliedWeakness[] {
  return path.weaknesses.filter(
    ({ id, applies, severity }) =>
      applies !== false && isGrave(severity) && model.weaknesses[id]?.from.includes(position),
  );
}

/** Why a path has its verdict: what is refuted or open, or, where it is safe, all that holds. */
export function causes(model: Model, path: PathPosture, position: Position): Cause[] {
  if (path.verdict === 'absent') return [{ kind: 'route', trace: path.routing }];
  if (path.verdict === 'broken') return brokenBy(path, true);
  const { hops } = path;
  const touched = hops.filter((hop) => touches(model, hop, position) !== false);
  if (path.verdict === 'safe') return touched.flatMap((hop) => given(hop, exposed(hop, position)));
  const failing = firstFailing(path, touched, position);
  if (failing.length > 0) return failing;
  const grave = dangers(model, path, position);
  const decisive = grave.find(({ applies }) => applies === true) ?? grave[0];
  if (decisive) return [{ kind: 'weakness', weakness: decisive, trace: { ...decisive, truth: decisive.applies } }];
  const broken = brokenBy(path, 'unknown');
  return broken.length > 0 ? broken : [{ kind: 'route', trace: path.routing }];
}

/** What decides on the hop that gave the row, or else on the first hop where something does not hold. */
function firstFailing({ row }: PathPosture, touched: readonly HopPosture[], position: Position): Cause[] {
  const failing = touched
    .map((hop) => given(hop, deciding(hop, exposed(hop, position))))
    .filter((found) => found.length > 0);
  const named = failing.find(([cause]) => cause?.kind === 'guarantee' && ROWS[cause.guarantee].includes(row));
  return named ?? failing[0] ?? [];
}

/** The rows of the truth table that a guarantee gives when it is the first that fails. */
const ROWS: Readonly<Record<Guarantee, readonly string[]>> = {
  encrypted: ['plain-text'],
  'server-verified': ['unverified-server'],
  'client-authenticated': ['open', 'knock'],
  authorized: ['any-credential'],
};

/** The guarantees that the table reads last: the first that does not hold, and the other of a pair that it weighs together. */
function deciding({ guarantees }: HopPosture, asked: readonly Guarantee[]): readonly Guarantee[] {
  const failing = asked.filter((guarantee) => guarantees[guarantee].truth !== true);
  return failing[0] === 'client-authenticated' ? failing : failing.slice(0, 1);
}

function given(hop: HopPosture, asked: readonly Guarantee[]): Cause[] {
  return asked.map((guarantee) => ({ kind: 'guarantee', guarantee, hop, trace: hop.guarantees[guarantee] }));
}

function brokenBy({ variants }: PathPosture, truth: Truth): Cause[] {
  return variants
    .filter(({ broken }) => broken.truth === truth)
    .map((variant) => ({ kind: 'broken', variant, trace: variant.broken }));
}

/** The sources of the rules that a trace followed: the guarantee's own, and those of named conditions. */
export function rulesBehind(model: Model, trace: Answer & { readonly sources?: readonly string[] }): string[] {
  const named = (trace.rules ?? []).flatMap((id) => model.conditions[id]?.sources ?? []);
  return [...new Set([...(trace.sources ?? []), ...named])];
}

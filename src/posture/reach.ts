import type { Listener, Model, Position } from '../model/types.ts';
import { exposed } from './causes.ts';
import { evaluate, every, type Answer, type Truth } from './evaluate.ts';
import type { HopPosture } from './guarantees.ts';
import { touches, type PathPosture } from './posture.ts';
import { resolve, type State } from './resolve.ts';

/** A listener, whether an attacker can dial it, and what it asks of whoever does. */
export interface Reachable {
  readonly id: string;
  readonly listener: Listener;
  /** From outside its own host; no position is nearer than another, since firewalls are not considered. */
  readonly reachable: Answer;
  readonly authenticated: Answer;
  readonly encrypted: Answer;
}

/** The listeners that there are, or may be, in the order of the facts. */
export function reach(model: Model, state: State): Reachable[] {
  const context = resolve(model, state);
  return Object.entries(model.listeners).flatMap(([id, listener]): Reachable[] => {
    const exists = evaluate(listener.when ?? true, context);
    if (exists.truth === false) return [];
    const reachable = every([exists, evaluate(listener.reachable ?? true, context)]);
    const [authenticated, encrypted] = [
      evaluate(listener.authenticated.holds, context),
      evaluate(listener.encrypted.holds, context),
    ];
    return [{ id, listener, reachable, authenticated, encrypted }];
  });
}

/** What an attacker can do to a path: read what it carries, alter it, pass for one of its ends. */
export interface Powers {
  readonly read: Truth;
  readonly alter: Truth;
  readonly impersonate: Truth;
}

/** What an attacker at a position can do to a path as it stands, by the worst that a request may choose. */
export function powers(model: Model, path: PathPosture, position: Position): Powers {
  if (['safe', 'absent', 'broken'].includes(path.verdict)) return { read: false, alter: false, impersonate: false };
  const hops = path.variants
    .filter(({ broken }) => broken.truth !== true)
    .flatMap(({ hops: all, broken }) => all.map((hop) => ({ hop, certain: broken.truth === false })));
  const power = (lacking: (hop: HopPosture) => Truth): Truth =>
    worst(
      hops.map(({ hop, certain }) => {
        const here = both(touches(model, hop, position), lacking(hop));
        // While the route or the variant is open, so is what can be done on it.
        return (certain && path.route !== null) || here === false ? here : 'unknown';
      }),
      path.route === null ? 'unknown' : false,
    );
  const intercept = (hop: HopPosture): Truth => lacks(hop, position, MIDDLE);
  return { read: power(intercept), alter: power(intercept), impersonate: power((hop) => lacks(hop, position, ENDS)) };
}

/** What keeps a third party out of the middle, and from passing for an end. A Pod gets there by playing a tunnel's end. */
const MIDDLE = ['encrypted', 'server-verified'] as const;
const ENDS = ['encrypted', 'server-verified', 'client-authenticated'] as const;

function lacks(hop: HopPosture, position: Position, kept: readonly (typeof ENDS)[number][]): Truth {
  const asked = exposed(hop, position);
  return worst(kept.filter((one) => asked.includes(one)).map((one) => not(hop.guarantees[one].truth)));
}

function worst(truths: readonly Truth[], otherwise: Truth = false): Truth {
  if (truths.includes(true)) return true;
  return truths.includes('unknown') ? 'unknown' : otherwise;
}

function both(a: Truth, b: Truth): Truth {
  if (a === false || b === false) return false;
  return a === true && b === true ? true : 'unknown';
}

function not(truth: Truth): Truth {
  return truth === 'unknown' ? truth : !truth;
}

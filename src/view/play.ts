import type { Guarantee } from '../model/types.ts';
import type { Truth } from '../posture/evaluate.ts';
import type { HopPosture } from '../posture/guarantees.ts';
import { pathIn, type Shown } from './shown.ts';
import { saying, type Teller } from './teller.ts';

/** One proof of a conversation, told by itself. */
export interface StepView {
  readonly kind: 'dial' | 'server' | 'client' | 'authorize';
  /** The conversation that it belongs to. */
  readonly channel: string;
  readonly title: string;
  readonly text: string;
  readonly state: Truth;
  /** What comes of it, in a word. */
  readonly answer: string;
}

const PROOFS = [
  ['dial', 'encrypted'],
  ['server', 'server-verified'],
  ['client', 'client-authenticated'],
  ['authorize', 'authorized'],
] as const satisfies readonly (readonly [StepView['kind'], Guarantee])[];

/** A path step by step: the proofs of its close-up, conversation by conversation, in the order in which they are given. */
export function steps(teller: Teller, seen: Shown, path: string): StepView[] {
  const told = new Set<string>();
  return pathIn(seen, path).variants.flatMap(({ hops }) =>
    hops.flatMap((hop) =>
      hop.channels.flatMap((channel) => {
        if (told.has(channel)) return [];
        told.add(channel);
        return PROOFS.map(([kind, guarantee]) => proof(teller, hop, channel, kind, guarantee));
      }),
    ),
  );
}

function proof(
  teller: Teller,
  hop: HopPosture,
  channel: string,
  kind: StepView['kind'],
  guarantee: Guarantee,
): StepView {
  const { t, model } = teller;
  const words = teller.words.channels[channel];
  const state = hop.guarantees[guarantee].truth;
  const said = words?.[guarantee][saying(state)] ?? t('answer.open');
  // What never leaves the host needs no cipher.
  const local = kind === 'dial' && model.channels[channel]?.protocol === 'socket';
  return {
    kind,
    channel: words?.name ?? channel,
    title: t(`closeUp.${kind}`),
    text: kind === 'dial' && words ? t('site.join', { first: words.dial, second: said }) : said,
    state: local ? true : state,
    answer: t(local ? 'answer.encrypted.local' : `answer.${guarantee}.${saying(state)}`),
  };
}

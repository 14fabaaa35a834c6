import type { Key } from '../i18n/strings.ts';
import { GUARANTEES, type Channel, type Guarantee } from '../model/types.ts';
import type { Truth } from '../posture/evaluate.ts';
import type { HopPosture } from '../posture/guarantees.ts';
import { saying, type ChipView } from '../view/teller.ts';
import { postureOf, type View } from './view.ts';

/** What one end shows: a certificate, a token, a key, or nothing. */
export interface CardView {
  readonly title: string;
  readonly seal: string | null;
  readonly fields: readonly { readonly name: string; readonly value: string }[];
}

/** One proof: what travels, from which end, and what the other end makes of it. */
export interface ProofView {
  readonly kind: 'dial' | 'server' | 'client' | 'authorize';
  readonly title: string;
  readonly state: Truth;
  readonly towards: 'server' | 'client';
  readonly says: string;
  readonly card: CardView | null;
  readonly check: { readonly title: string; readonly text: string } | null;
  readonly client: string;
  readonly server: string;
}

export interface StripView {
  readonly id: string;
  readonly name: string;
  readonly way: string;
  readonly chip: ChipView;
  readonly client: { readonly name: string; readonly code: string | undefined };
  readonly server: { readonly name: string; readonly code: string | undefined };
  readonly crosses: boolean;
  readonly against: string | null;
  readonly proofs: readonly ProofView[];
  readonly answers: readonly { readonly name: string; readonly state: Truth; readonly word: string }[];
}

export interface CloseUpView {
  readonly scenario: string;
  readonly release: string;
  readonly strips: readonly StripView[];
}

/** The close-up of a path: one strip per conversation, in the order in which the hops are taken. */
export function closeUp(view: View, id: string): CloseUpView {
  const scenario = view.shownIn(id);
  const state = view.stateOf(scenario, id);
  const seen = new Set<string>();
  const strips = state.variants.flatMap((variant) =>
    variant.hops.flatMap((hop) =>
      hop.channels.flatMap((channel): StripView[] => {
        if (seen.has(channel)) return [];
        seen.add(channel);
        const way = state.variants.length > 1 ? view.t(`variant.${variant.id}` as Key) : null;
        const drawn = strip(view, channel, hop, way, scenario);
        // What cannot come about is no proof, whatever its ends would check.
        return [variant.outcome.verdict === 'broken' ? { ...drawn, chip: view.verdict('broken') } : drawn];
      }),
    ),
  );
  return { scenario: view.scenario(scenario), release: postureOf(scenario).release, strips };
}

/** What the parts of a strip have in common: one conversation on one hop, in the words of one language. */
interface Talk {
  readonly view: View;
  readonly id: string;
  readonly hop: HopPosture;
  readonly scenario: string;
  readonly words: ChannelWords;
  readonly protocol: Channel['protocol'];
  readonly port: string | undefined;
  readonly clientName: string;
  readonly serverName: string;
}

type ChannelWords = View['words']['channels'][string];

function strip(view: View, id: string, hop: HopPosture, way: string | null, scenario: string): StripView {
  const channel = view.model.channels[id];
  const words = view.words.channels[id];
  if (!channel || !words) throw new Error(`unknown channel: ${id}`);
  const { from, to, request } = hop.hop;
  const diallers = channel.client === undefined || from.includes(channel.client) ? from : [channel.client];
  const server = channel.server ?? to;
  const clientName = view.list(diallers.map((one) => view.component(one)));
  const serverName = view.component(server);
  const port = channel.protocol === 'socket' ? undefined : (hop.hop.port ?? channel.port);
  const code = (component: string): string | undefined => view.model.components[component]?.code;
  const talk: Talk = { view, id, hop, scenario, words, protocol: channel.protocol, port, clientName, serverName };
  const asker = view.component(Object.keys(view.model.components).find((one) => view.model.components[one]?.hub) ?? '');
  return {
    id,
    name: words.name,
    way: way ?? view.t('closeUp.hopOf', { from: clientName, to: serverName }),
    chip: view.verdict(hop.outcome.verdict),
    client: { name: clientName, code: diallers.length === 1 ? code(diallers[0] ?? '') : undefined },
    server: { name: serverName, code: [code(server), port].filter(Boolean).join(' ') || undefined },
    crosses: hop.crosses === true,
    against: request === 'against' ? view.t('closeUp.against', { from: asker, to: clientName }) : null,
    proofs: [dialled(talk), presented(talk, 'server'), presented(talk, 'client'), authorized(talk)],
    answers: GUARANTEES.map((guarantee) => ({
      name: view.t(`guarantee.${guarantee}`),
      state: truthOf(talk, guarantee),
      word:
        guarantee === 'encrypted' && channel.protocol === 'socket'
          ? secrecy(talk)
          : view.t(`truth.${saying(truthOf(talk, guarantee))}`),
    })),
  };
}

const PLAIN = { card: null, check: null, client: '', server: '' } as const;

function dialled(talk: Talk): ProofView {
  const { view, words, port, protocol } = talk;
  const named = protocol === 'socket' ? view.t('closeUp.socket') : protocol;
  return {
    ...PLAIN,
    kind: 'dial',
    title: view.t('closeUp.dial'),
    state: truthOf(talk, 'encrypted'),
    towards: 'server',
    says: [named, port].filter(Boolean).join(' '),
    client: words.dial,
    server: words.listen,
    check: { title: secrecy(talk), text: said(talk, 'encrypted') },
  };
}

/** What one end shows, and what the other end makes of it. */
function presented(talk: Talk, end: 'client' | 'server'): ProofView {
  const { view, id, scenario } = talk;
  const guarantee = end === 'server' ? 'server-verified' : 'client-authenticated';
  const state = truthOf(talk, guarantee);
  const shown = card(view, id, end, scenario);
  const name = end === 'server' ? talk.serverName : talk.clientName;
  const checked = ({ yes: 'checked', no: 'unchecked', unknown: 'notKnown' } as const)[saying(state)];
  return {
    ...PLAIN,
    kind: end,
    title: view.t(`closeUp.${end}`),
    state,
    towards: end === 'server' ? 'client' : 'server',
    says: view.t(shown ? 'closeUp.presents' : 'closeUp.nothingPresented', { name }),
    card: shown,
    check: { title: view.t(`closeUp.${checked}`), text: said(talk, guarantee) },
  };
}

function authorized(talk: Talk): ProofView {
  const { view } = talk;
  const state = truthOf(talk, 'authorized');
  return {
    ...PLAIN,
    kind: 'authorize',
    title: view.t('closeUp.authorize'),
    state,
    towards: 'server',
    says: view.t('closeUp.asks'),
    check: { title: view.t(`answer.authorized.${saying(state)}`), text: said(talk, 'authorized') },
  };
}

function truthOf({ hop }: Talk, guarantee: Guarantee): Truth {
  return hop.guarantees[guarantee].truth;
}

function said(talk: Talk, guarantee: Guarantee): string {
  return talk.words[guarantee][saying(truthOf(talk, guarantee))] ?? talk.view.t('answer.open');
}

/** What never leaves the host needs no cipher, and nobody should read that it has one. */
function secrecy(talk: Talk): string {
  const { t } = talk.view;
  return t(
    talk.protocol === 'socket' ? 'answer.encrypted.local' : `answer.encrypted.${saying(truthOf(talk, 'encrypted'))}`,
  );
}

const FIELD_NAMES = ['file', 'issuer', 'user', 'signer'] as const;

function card(view: View, channel: string, end: 'client' | 'server', scenario: string): CardView | null {
  const shown = view.presented(channel, end, scenario);
  if (!shown || shown.kind === 'nothing') return null;
  const { t } = view;
  const titles: Record<typeof shown.kind, string> = {
    certificate: t(end === 'server' ? 'card.serving' : 'card.client'),
    'self-signed': t('card.servingSelf'),
    any: t('card.any'),
    token: t('card.token'),
    key: t(end === 'server' ? 'card.hostKey' : 'card.userKey'),
  };
  return {
    title: titles[shown.kind],
    seal: shown.kind === 'self-signed' ? t('card.self') : shown.kind === 'certificate' ? t('card.ca') : null,
    fields: Object.entries(shown.fields ?? {}).map(([name, value]) => ({
      name: (FIELD_NAMES as readonly string[]).includes(name) ? t(`card.${name}` as Key) : name,
      value,
    })),
  };
}

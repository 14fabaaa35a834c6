import type { Key } from '../i18n/strings.ts';
import type { Guarantee } from '../model/types.ts';
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
        return [strip(view, channel, hop, way, scenario)];
      }),
    ),
  );
  return { scenario: view.scenario(scenario), release: postureOf(scenario).release, strips };
}

function strip(view: View, id: string, hop: HopPosture, way: string | null, scenario: string): StripView {
  const { t } = view;
  const channel = view.model.channels[id];
  const words = view.words.channels[id];
  if (!channel || !words) throw new Error(`unknown channel: ${id}`);
  const diallers =
    channel.client === undefined || hop.hop.from.includes(channel.client) ? hop.hop.from : [channel.client];
  const server = channel.server ?? hop.hop.to;
  const clientName = view.list(diallers.map((one) => view.component(one)));
  const serverName = view.component(server);
  const truth = (guarantee: Guarantee): Truth => hop.guarantees[guarantee].truth;
  const said = (guarantee: Guarantee): string => words[guarantee][saying(truth(guarantee))] ?? t('answer.open');
  const checked = (guarantee: 'server-verified' | 'client-authenticated'): string =>
    t(`closeUp.${{ yes: 'checked', no: 'unchecked', unknown: 'notKnown' }[saying(truth(guarantee))]}` as Key);
  const serverCard = card(view, id, 'server', scenario);
  const clientCard = card(view, id, 'client', scenario);
  const presents = (name: string, shown: CardView | null): string =>
    t(shown ? 'closeUp.presents' : 'closeUp.nothingPresented', { name });
  const protocol = { TLS: 'TLS', SSH: 'SSH', HTTP: 'HTTP', socket: t('closeUp.socket') }[channel.protocol];
  // What never leaves the host needs no cipher, and nobody should read that it has one.
  const local = channel.protocol === 'socket';
  const secrecy = t(local ? 'answer.encrypted.local' : `answer.encrypted.${saying(truth('encrypted'))}`);
  const port = local ? undefined : (hop.hop.port ?? channel.port);
  const shared = { card: null, check: null, client: '', server: '' };
  return {
    id,
    name: words.name,
    way: way ?? t('closeUp.hopOf', { from: clientName, to: serverName }),
    chip: view.verdict(hop.outcome.verdict),
    client: {
      name: clientName,
      code: diallers.length === 1 ? view.model.components[diallers[0] ?? '']?.code : undefined,
    },
    server: {
      name: serverName,
      code: [view.model.components[server]?.code, port].filter(Boolean).join(' ') || undefined,
    },
    crosses: hop.crosses === true,
    against:
      hop.hop.request === 'against'
        ? t('closeUp.against', { from: view.component('kube-apiserver'), to: clientName })
        : null,
    proofs: [
      {
        ...shared,
        kind: 'dial',
        title: t('closeUp.dial'),
        state: truth('encrypted'),
        towards: 'server',
        says: [protocol, port].filter(Boolean).join(' '),
        client: words.dial,
        server: words.listen,
        check: { title: secrecy, text: said('encrypted') },
      },
      {
        ...shared,
        kind: 'server',
        title: t('closeUp.server'),
        state: truth('server-verified'),
        towards: 'client',
        says: presents(serverName, serverCard),
        card: serverCard,
        check: { title: checked('server-verified'), text: said('server-verified') },
      },
      {
        ...shared,
        kind: 'client',
        title: t('closeUp.client'),
        state: truth('client-authenticated'),
        towards: 'server',
        says: presents(clientName, clientCard),
        card: clientCard,
        check: { title: checked('client-authenticated'), text: said('client-authenticated') },
      },
      {
        ...shared,
        kind: 'authorize',
        title: t('closeUp.authorize'),
        state: truth('authorized'),
        towards: 'server',
        says: t('closeUp.asks'),
        check: { title: t(`answer.authorized.${saying(truth('authorized'))}`), text: said('authorized') },
      },
    ],
    answers: (['encrypted', 'server-verified', 'client-authenticated', 'authorized'] as const).map((guarantee) => ({
      name: t(`guarantee.${guarantee}`),
      state: truth(guarantee),
      word: guarantee === 'encrypted' && local ? secrecy : t(`truth.${saying(truth(guarantee))}`),
    })),
  };
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

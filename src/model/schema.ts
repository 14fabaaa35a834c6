import { z } from 'zod';
import { GUARANTEES, type Condition, type Value } from './types.ts';

/** The shape of every fact file in `content/`. Unknown keys are mistakes, so every object is strict. */

const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'an id is lower case words joined by hyphens');
const release = z.string().regex(/^1\.\d+$/, 'a release is a Kubernetes minor such as "1.37", in quotes');
const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'a date is written "2026-11-22", in quotes');
const sources = z.array(z.string()).min(1, 'a fact needs at least one source');

const value: z.ZodType<Value> = z.union([z.null(), z.boolean(), z.number(), z.string(), z.array(z.string())]);

export const condition: z.ZodType<Condition> = z.lazy(() =>
  z.union(
    [
      z.boolean(),
      z.literal('unknown'),
      z.strictObject({ all: z.array(condition).min(1) }),
      z.strictObject({ any: z.array(condition).min(1) }),
      z.strictObject({ not: condition }),
      z.strictObject({ setting: z.string(), is: value }),
      z.strictObject({ setting: z.string(), 'is-not': value }),
      z.strictObject({ setting: z.string(), includes: z.string() }),
      z.strictObject({ setting: z.string(), 'starts-with': z.string().min(1) }),
      z.strictObject({ setting: z.string(), set: z.boolean() }),
      z.strictObject({ release: z.strictObject({ from: release.optional(), until: release.optional() }) }),
      z.strictObject({ condition: id }),
    ],
    'a condition is true, false, unknown, or one of all, any, not, setting (is, is-not, includes, starts-with, set), release, condition',
  ),
);

export const zone = z.enum(['control-plane', 'node', 'outside']);
export const severity = z.enum(['critical', 'high', 'medium', 'low', 'info']);
export const position = z.enum(['moat', 'node-network', 'pod']);
const verdict = z.enum(['safe', 'weak', 'unsafe', 'unknown', 'broken', 'absent']);
/** The lines of the truth table and the rules beside it; each has its sentence. */
export const row = z.enum([
  'proven',
  'out-of-reach',
  'weakness',
  'any-credential',
  'knock',
  'open',
  'unverified-server',
  'plain-text',
  'broken',
  'unknown',
  'absent',
]);

export const components = z.record(
  id,
  z.strictObject({ zone, hub: z.literal(true).optional(), port: z.string().optional(), code: z.string().optional() }),
);

/** Ports that are neither the one of a component nor the default of a setting. */
export const ports = z.record(
  id,
  z.strictObject({ port: z.string().regex(/^\d{1,5}$/, 'a port is a number in quotes'), sources }),
);

export const releases = z.array(z.strictObject({ id: release, date: date.optional(), source: z.string().optional() }));

export const sourceRegister = z.record(
  z.string(),
  z.strictObject({ title: z.string(), url: z.url({ protocol: /^https$/ }), supports: z.string(), checked: date }),
);

export const conditions = z.record(id, z.strictObject({ when: condition, sources }));

export const setting = z.strictObject({
  flag: z.string().optional(),
  field: z.string().optional(),
  type: z.enum(['boolean', 'string', 'path', 'list', 'choice', 'number', 'duration']),
  values: z.array(z.string()).optional(),
  since: release.optional(),
  until: release.optional(),
  /** The value that closes what this setting leaves open; a plan to make a path safe sets it. */
  hardened: value.optional(),
  /**
   * A value that leads traffic another way. That way has needs of its own, so this closes nothing alone; a plan may use
   * it together with them.
   */
  opens: value.optional(),
  /** A value to show where the reader has to fill in their own, such as the path of a file. */
  example: z.string().optional(),
  /** The hardened value written out, where the field alone would not be a whole configuration. */
  code: z.string().optional(),
  /** A command that shows which value is in force. */
  check: z.string().optional(),
  /** Settings beside which this one may not stand. */
  excludes: z.array(z.string()).optional(),
  /** The first entry whose origin, releases and condition fit is the default. */
  defaults: z
    .array(
      z.strictObject({
        value: z.union([value, z.strictObject({ unknown: z.literal(true) })]),
        origin: z.enum(['flags', 'file']).optional(),
        from: release.optional(),
        until: release.optional(),
        when: condition.optional(),
      }),
    )
    .min(1),
  sources,
});
export const settings = z.record(z.string(), setting);

const guarantee = z.strictObject({ holds: condition, sources });

/** What one end shows to the other in a channel; the first entry whose condition holds is drawn. */
const presented = z.strictObject({
  kind: z.enum(['certificate', 'self-signed', 'any', 'token', 'key', 'nothing']),
  when: condition.optional(),
  fields: z.record(z.string(), z.string()).optional(),
});

export const channels = z.record(
  id,
  z.strictObject({
    protocol: z.enum(['TLS', 'SSH', 'HTTP', 'socket']),
    /** Where the server listens, for hops that leave the port to the request. */
    port: z.string().optional(),
    client: id.optional(),
    server: id.optional(),
    encrypted: guarantee,
    'server-verified': guarantee,
    'client-authenticated': guarantee,
    authorized: guarantee,
    'server-shows': z.array(presented).min(1),
    'client-shows': z.array(presented).min(1),
  }),
);

const hop = z.strictObject({
  id,
  /** The component (or components) that dial. */
  from: z.array(id).min(1),
  to: id,
  port: z.string().optional(),
  /** `against`: the request flows from the dialled end to the dialling one. */
  request: z.enum(['with', 'against']).optional(),
  /** Given where the zones of the ends do not tell whether the hop crosses the moat. */
  crosses: condition.optional(),
});

const use = z.strictObject({
  channel: id,
  spans: z.array(id).min(1),
  when: condition.optional(),
  /** The channel is dialled against the request, so its client stands where the request's server is. */
  reversed: z.literal(true).optional(),
});

export const tunnels = z.record(
  id,
  z.strictObject({
    when: condition,
    carries: z.record(id, condition).optional(),
    hops: z.array(hop).min(1),
    channels: z.array(use).min(1),
    exit: id,
    sources,
  }),
);

export const path = z
  .strictObject({
    from: z.array(id).min(1),
    to: z.array(id).min(1),
    order: z.number(),
    releases: z.strictObject({ from: release, until: release.optional() }).optional(),
    /** The scenario that shows the path where the site's first scenario lacks it. */
    exemplar: id.optional(),
    egress: z.literal('cluster').optional(),
    tunnel: id.optional(),
    direct: z.strictObject({ port: z.string().optional() }).optional(),
    route: z.strictObject({ hops: z.array(hop).min(1), channels: z.array(use) }).optional(),
    variants: z
      .array(
        z.strictObject({
          id,
          channel: id.optional(),
          'broken-when': condition.optional(),
          sources: sources.optional(),
        }),
      )
      .optional(),
    sources,
  })
  .refine((p) => [p.egress, p.tunnel, p.route].filter(Boolean).length === 1, {
    error: 'a path is exactly one of: egress (takes the route of cluster traffic), tunnel (is one), route (its own)',
  })
  .refine((p) => p.route === undefined || p.route.channels.length > 0 || (p.variants ?? []).length > 0, {
    error: 'a route of its own has channels, or the variants of the path bring them',
  });

export const weaknesses = z.record(
  id,
  z.strictObject({
    paths: z.array(id).min(1),
    when: condition,
    /** Positions from which it can be used without a credential; empty where one is needed. */
    from: z.array(position),
    credential: z.boolean(),
    severity: z.union([severity, z.array(z.strictObject({ level: severity, when: condition.optional() })).min(1)]),
    judgement: z.string().optional(),
    cves: z
      .array(
        z.strictObject({
          id: z.string().regex(/^CVE-\d{4}-\d{4,}$/),
          score: z.number().optional(),
          basis: z.enum(['published', 'vector', 'cvss4']).optional(),
          affected: z.string().optional(),
          fixed: z.array(z.string()).optional(),
        }),
      )
      .optional(),
    /** Controls of the CIS Kubernetes Benchmark, by its version. */
    cis: z.record(z.string().regex(/^\d+\.\d+$/), z.array(z.string()).min(1)).optional(),
    settings: z.array(z.string()).optional(),
    sources,
  }),
);

/** Where a component listens, and what it asks of whoever dials it. */
export const listeners = z.record(
  id,
  z.strictObject({
    component: id,
    port: z.string(),
    /** Whether there is such a listener. */
    when: condition.optional(),
    /** Whether its address lets others than the own host dial it. */
    reachable: condition.optional(),
    authenticated: guarantee,
    encrypted: guarantee,
    sources,
  }),
);

/** What changed on which path, and in which release. */
export const changes = z.record(
  id,
  z.strictObject({
    release,
    paths: z.array(id).min(1),
    /** `fix` closes a weakness, `default` moves a default, `behaviour` is everything without a stage. */
    stage: z.enum(['alpha', 'beta', 'stable', 'deprecated', 'removed', 'default', 'behaviour', 'fix']),
    /** The patch releases in which a fix arrived. */
    patches: z.array(z.string()).optional(),
    settings: z.array(z.string()).optional(),
    weaknesses: z.array(id).optional(),
    sources,
  }),
);

/** What was corrected and added on the site, for its readers. */
export const log = z.record(
  id,
  z
    .strictObject({
      date,
      kind: z.enum(['corrected', 'added']),
      paths: z.array(id).optional(),
      settings: z.array(z.string()).optional(),
      weaknesses: z.array(id).optional(),
      sources: sources.optional(),
    })
    .refine(({ kind, sources: named }) => kind === 'added' || named !== undefined, {
      error: 'a correction names the sources that show it',
    }),
);

export const scenario = z.strictObject({
  order: z.number(),
  release,
  releases: z.strictObject({ from: release, until: release.optional() }),
  /** Which origin configures a component; flags where nothing is said. */
  origins: z.record(id, z.enum(['flags', 'file'])).optional(),
  settings: z.record(z.string(), value),
  unknown: z.array(z.string()).optional(),
  /** `unknown`: what the scenario does not list is unknown, not the default. */
  others: z.enum(['default', 'unknown']).optional(),
  sources,
});

/** A change that one switch above the map makes: the settings that it sets, and those that it takes back. */
export const switches = z.record(
  id,
  z.strictObject({
    /** The setting that stands under the switch. */
    shows: z.string(),
    on: condition,
    set: z.record(z.string(), value),
    clear: z.record(z.string(), value),
  }),
);

/** Something that a lesson points at: a proof on a hop of the path, or a setting. */
const focus = z.strictObject({
  /** Left out where the hop is the one whose facts the panel shows. */
  hop: id.optional(),
  proof: z.enum(GUARANTEES).optional(),
  setting: z.string().optional(),
});

/** A guided tour: states of the map in an order that teaches. */
export const tour = z.strictObject({
  order: z.number(),
  steps: z
    .array(
      z.strictObject({
        id,
        scenario: id,
        release: release.optional(),
        set: z.record(z.string(), value).optional(),
        from: position.optional(),
        /** The path that the step is about; the whole map where there is none. */
        path: id.optional(),
        focus: focus.optional(),
        sources,
      }),
    )
    .min(5)
    .max(9),
});

/** A task on the map whose end state is checked. */
export const exercises = z.record(
  id,
  z.strictObject({
    order: z.number(),
    scenario: id,
    release: release.optional(),
    set: z.record(z.string(), value).optional(),
    from: position.optional(),
    /** What every one of these paths must be at the end; or the verdict of the one path that has to be found. */
    goal: z.union([
      z.strictObject({ paths: z.array(id).min(1), verdict }),
      z.strictObject({ find: verdict, among: z.array(id).min(2) }),
    ]),
    /** How many settings may differ from the start. */
    changes: z.number().int().min(0).max(6),
    sources,
  }),
);

/** What prose may name although no setting, port or release is called so: by kind, in groups that share their sources. */
export const literals = z.partialRecord(
  z.enum([
    'kind',
    'resource',
    'field',
    'flag',
    'gate',
    'value',
    'name',
    'path',
    'file',
    'command',
    'output',
    'metric',
    'address',
    'version',
    'number',
    'placeholder',
    'own',
  ]),
  // The names of this site's own things need no source.
  z.array(z.strictObject({ names: z.array(z.string()).min(1), sources: sources.optional() })),
);

const pattern = z.string().refine(isPattern, 'this is no regular expression');

/** What must not be written, and why. */
const never = z.strictObject({
  pattern,
  why: z.string(),
  /** A text that has the mistake. */
  example: z.string(),
  /** Looked for in code and addresses too, not in prose alone. */
  everywhere: z.literal(true).optional(),
  /** Only in paragraphs in which all of these occur; read with their case. */
  where: z.array(pattern).optional(),
});

/** A term with what else people call it, and what it must not be called. */
export const terms = z.record(
  id,
  z.strictObject({ term: z.string(), also: z.array(z.string()).optional(), never: z.array(never).optional() }),
);

/** Words that prose leaves to the facts. */
export const reserved = z.strictObject({
  /** How this language says "default", as beginnings of words. */
  default: z.array(z.string().min(2)).min(1),
  /** What the words of verdicts become when they are inflected; the words themselves are interface strings. */
  verdicts: z.record(id, z.array(z.string().min(1)).min(1)).optional(),
  /** Ordinary uses of such a word, which stay typed. */
  allowed: z.array(z.strictObject({ text: z.string().min(1), why: z.string().min(1) })).optional(),
});

/** Patterns that belong to no one term. */
export const style = z.array(never);

/** What is said of a guarantee that holds, that does not, and that nothing in Kubernetes decides. */
const answer = z.strictObject({
  yes: z.string().optional(),
  no: z.string().optional(),
  unknown: z.string().optional(),
});

export const words = {
  components: z.record(id, z.strictObject({ name: z.string(), plate: z.array(z.string()).min(1).max(2).optional() })),
  scenarios: z.record(id, z.strictObject({ name: z.string(), summary: z.string() })),
  channels: z.record(
    id,
    z.strictObject({
      name: z.string(),
      dial: z.string(),
      listen: z.string(),
      encrypted: answer,
      'server-verified': answer,
      'client-authenticated': answer,
      authorized: answer,
    }),
  ),
  weaknesses: z.record(
    id,
    z.strictObject({
      title: z.string(),
      summary: z.string(),
      applies: z.string(),
      mitigation: z.string(),
      /** What the mitigation breaks if it is done alone; nothing where it is not said. */
      breaks: z.string().optional(),
    }),
  ),
  /** What a setting decides, and what it breaks if it is changed alone. */
  settings: z.record(
    z.string(),
    z.union([
      z.string().transform((effect): { effect: string; breaks?: string } => ({ effect })),
      z.strictObject({ effect: z.string(), breaks: z.string() }),
    ]),
  ),
  changes: z.record(id, z.string()),
  log: z.record(id, z.string()),
  exercises: z.record(id, z.strictObject({ title: z.string(), task: z.string(), hint: z.string() })),
};

export const tourWords = z.strictObject({
  title: z.string(),
  summary: z.string(),
  steps: z.record(id, z.strictObject({ heading: z.string(), text: z.string() })),
});

/** The fingerprint of the English words that a translation renders. */
const of = z
  .string()
  .regex(/^[0-9a-f]{8}$/, 'a stamp is written by npm run l10n, not by hand')
  .optional();

export const pathWords = z.strictObject({
  of,
  title: z.string(),
  label: z.string(),
  carries: z.string(),
  description: z.string(),
  /** One sentence per row of the truth table that the path can take. */
  verdicts: z.partialRecord(row, z.string()),
});

export const pageWords = z.strictObject({ of, title: z.string(), description: z.string() });

function isPattern(text: string): boolean {
  try {
    return new RegExp(text, 'gimu').flags !== '';
  } catch {
    return false;
  }
}

import { z } from 'zod';
import * as shape from './schema.ts';

/** The shapes of the open data, which the site publishes as a JSON Schema. What goes beyond the files is stated here. */

const sources = z.array(z.string()).min(1);
const frame = {
  $schema: z.string(),
  version: z.literal('1'),
  revision: z.string().regex(/^[0-9a-f]{16}$/),
  license: z.url(),
  attribution: z.string(),
};

const defaultValue = shape.setting.shape.defaults.element.extend({ sources });

const { hops, channels } = shape.tunnels.valueType.shape;

/** A path with the routes that it may take written out. */
const path = z.strictObject({
  id: z.string(),
  from: z.array(z.string()).min(1),
  to: z.array(z.string()).min(1),
  order: z.number(),
  releases: shape.scenario.shape.releases.optional(),
  exemplar: z.string().optional(),
  tunnel: z.string().optional(),
  routes: z
    .array(z.strictObject({ id: z.string(), when: shape.condition, hops, channels: z.array(channels.element) }))
    .min(1),
  variants: z.array(z.strictObject({ id: z.string(), channel: z.string().optional(), brokenWhen: shape.condition })),
  sources,
});

const model = z.strictObject({
  ...frame,
  components: shape.components,
  paths: z.record(z.string(), path),
  settings: z.record(z.string(), shape.setting.extend({ defaults: z.array(defaultValue).min(1) })),
  weaknesses: shape.weaknesses,
  scenarios: z.record(z.string(), shape.scenario),
  releases: z.record(z.string(), shape.releases.element),
  sources: shape.sourceRegister,
  channels: shape.channels,
  conditions: shape.conditions,
  tunnels: shape.tunnels,
  changes: shape.changes,
  log: shape.log,
});

const words = z.strictObject({
  ...frame,
  language: z.string(),
  components: shape.words.components,
  paths: z.record(z.string(), shape.pathWords),
  settings: z.record(z.string(), z.strictObject({ effect: z.string(), breaks: z.string().optional() })),
  weaknesses: shape.words.weaknesses,
  scenarios: shape.words.scenarios,
  channels: shape.words.channels,
  changes: shape.words.changes,
  log: shape.words.log,
});

/** A JSON Schema that holds for the facts and for the words of every language. */
export function dataSchema(): object {
  return {
    $id: 'https://kubepaths/data/v1/schema.json',
    title: 'Kubepaths open data, version 1',
    description: 'model.json holds the facts, en.json and its sisters the words of one language under the same ids.',
    ...z.toJSONSchema(z.union([model.meta({ title: 'model.json' }), words.meta({ title: '{lang}.json' })]), {
      target: 'draft-2020-12',
    }),
  };
}

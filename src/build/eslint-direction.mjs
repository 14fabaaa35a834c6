import { dirname, relative, resolve, sep } from 'node:path';

/**
 * The rooms of src/ and what each may import: `values` at run time, `types` with `import type` only.
 * A name is a room, a package, `node:*`, or `content` for the folder of facts and words.
 * Nothing else may be imported, so a new dependency between rooms is a decision made here.
 *
 * @type {Readonly<Record<string, { values: readonly string[], types?: readonly string[] }>>}
 */
const ROOMS = {
  'model/schema.ts': { values: ['model', 'zod'] },
  'model/data-schema.ts': { values: ['model', 'zod'] },
  model: { values: ['model'], types: ['zod'] },
  posture: { values: ['posture'], types: ['model'] },
  reader: { values: ['reader', 'yaml'], types: ['model'] },
  diagram: { values: ['diagram', 'd3-scale', 'd3-shape'], types: ['model', 'posture'] },
  i18n: { values: ['i18n', 'i18next', 'content'] },
  view: { values: ['view', 'posture', 'diagram', 'i18n'], types: ['model'] },
  explain: { values: ['explain', 'posture'], types: ['model', 'i18n', 'view'] },
  quiz: { values: ['quiz', 'posture', 'explain'], types: ['model', 'i18n'] },
  site: {
    values: [
      'site',
      'quiz',
      'explain',
      'view',
      'yaml',
      'shiki',
      'uqr',
      'model',
      'explain',
      'quiz',
      'posture',
      'reader',
      'diagram',
      'i18n',
      'content',
      'astro',
      'astro:*',
      'node:*',
    ],
  },
  build: { values: ['*'] },
  components: {
    values: ['components', 'view', 'i18n', 'styles'],
    types: ['model', 'posture', 'diagram', 'site', 'astro'],
  },
  layouts: {
    values: ['layouts', 'components', 'i18n', 'styles'],
    types: ['model', 'posture', 'diagram', 'site', 'astro'],
  },
  pages: { values: ['*'] },
  // Scripts at the foot of a component or page run in the browser.
  script: { values: ['client', 'embed'] },
  client: {
    values: ['client', 'embed', 'view', 'quiz', 'posture', 'diagram', 'explain', 'i18n', 'reader'],
    types: ['model'],
  },
  embed: { values: ['embed'] },
};

/** What `*` does not reach. */
const CLOSED = {
  build: ['components', 'layouts', 'pages', 'client', 'embed'],
  pages: ['client', 'embed'],
};

/**
 * Holds the direction of imports between the rooms of src/.
 *
 * @type {import('eslint').Rule.RuleModule}
 */
export const direction = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { wrong: '{{from}} may not import {{what}}. It may import: {{allowed}}.' },
  },
  create(context) {
    const from = roomOf(context.filename, context.cwd);
    const rule = from === undefined ? undefined : ROOMS[from];
    if (from === undefined || rule === undefined) return {};

    /** @param {any} node @param {boolean} typeOnly */
    const check = (node, typeOnly) => {
      const source = node?.value;
      if (typeof source !== 'string') return;
      const target = targetOf(source, context.filename, context.cwd);
      const open = typeOnly ? [...rule.values, ...(rule.types ?? [])] : rule.values;
      if (target === undefined || allows(from, open, target)) return;
      const types = rule.types === undefined ? '' : `; as types ${rule.types.join(', ')}`;
      context.report({
        node,
        messageId: 'wrong',
        data: { from, what: `${typeOnly ? 'types of ' : ''}${target}`, allowed: `${rule.values.join(', ')}${types}` },
      });
    };

    /** @param {any} node */
    const declaration = (node) => {
      const kinds = (node.specifiers ?? []).map((/** @type {any} */ one) => one.importKind ?? one.exportKind);
      const inlineTypes = kinds.length > 0 && kinds.every((/** @type {unknown} */ kind) => kind === 'type');
      check(node.source, node.importKind === 'type' || node.exportKind === 'type' || inlineTypes);
    };
    return {
      ImportDeclaration: declaration,
      ExportNamedDeclaration: declaration,
      ExportAllDeclaration: declaration,
      ImportExpression: (node) => check(node.source, false),
      /** @param {any} node */
      TSImportType: (node) => check(node.source ?? node.argument?.literal, true),
    };
  },
};

/** @param {string} from @param {readonly string[]} open @param {string} target */
function allows(from, open, target) {
  const scheme = target.replace(/:.*$/, ':*');
  if (open.includes(target) || open.includes(scheme)) return true;
  return open.includes('*') && !(CLOSED[/** @type {keyof typeof CLOSED} */ (from)] ?? []).includes(target);
}

/** @param {string} filename @param {string} cwd */
function roomOf(filename, cwd) {
  const path = relative(cwd, filename).split(sep).join('/');
  if (!path.startsWith('src/')) return undefined;
  // The plugin for .astro files gives each script of X.astro a name below it, such as X.astro/1_0.ts.
  if (/\.astro\/[^/]+$/.test(path)) return 'script';
  const inside = path.slice('src/'.length);
  return inside in ROOMS ? inside : inside.split('/')[0];
}

/** @param {string} source @param {string} filename @param {string} cwd */
function targetOf(source, filename, cwd) {
  if (/^(node|astro):/.test(source)) return source;
  if (!source.startsWith('.')) return source.startsWith('@') ? source.split('/', 2).join('/') : source.split('/')[0];
  const file = filename.replace(/(\.astro)\/[^/]+$/, '$1');
  const [top, room] = relative(cwd, resolve(dirname(file), source)).split(sep);
  return top === 'src' ? room : top;
}

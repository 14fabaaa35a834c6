import type { Model, Value } from '../model/types.ts';

export interface StepCode {
  readonly language: 'yaml' | 'shellscript';
  readonly text: string;
}

/** The kind of file in which a component's fields stand. */
const KINDS: readonly { readonly setting: RegExp; readonly head: readonly string[] }[] = [
  {
    setting: /^kubelet\./,
    head: ['apiVersion: kubelet.config.k8s.io/v1beta1', 'kind: KubeletConfiguration'],
  },
  {
    setting: /^kube-apiserver\.egress\./,
    head: ['apiVersion: apiserver.k8s.io/v1beta1', 'kind: EgressSelectorConfiguration'],
  },
  {
    setting: /^kube-apiserver\.anonymous\./,
    head: ['apiVersion: apiserver.config.k8s.io/v1', 'kind: AuthenticationConfiguration'],
  },
];

/**
 * A setting as a person writes it down: a flag after its program, or a field in its file.
 * @returns null for what neither a flag nor a field states
 * @example stepCode(model, 'kubelet.serverTLSBootstrap', true, 'field') → { language: 'yaml', text: '…serverTLSBootstrap: true' }
 */
export function stepCode(
  { settings, components }: Pick<Model, 'settings' | 'components'>,
  id: string,
  value: Value,
  form: 'flag' | 'field',
): StepCode | null {
  const setting = settings[id];
  if (!setting) return null;
  const { flag, field } = setting;
  if (setting.code !== undefined && form === 'field' && String(value) === String(setting.opens ?? setting.hardened))
    return { language: 'yaml', text: setting.code.trimEnd() };
  if (form === 'field' && field !== undefined) {
    const head = KINDS.find(({ setting: pattern }) => pattern.test(id))?.head ?? [];
    return { language: 'yaml', text: [...head, ...nested(field.split('.'), value)].join('\n') };
  }
  if (flag === undefined) return null;
  const component = id.slice(0, id.indexOf('.'));
  const program = components[component]?.code ?? component;
  if (flag === '--feature-gates')
    return { language: 'shellscript', text: `${program} ${flag}=${gate(id)}=${written(value)}` };
  return { language: 'shellscript', text: `${program} ${flag}=${written(value)}` };
}

function gate(id: string): string {
  return id.slice(id.lastIndexOf('.') + 1);
}

/** The lines of a field at any depth; `name[item]` is the entry of a list that carries that name. */
function nested(path: readonly string[], value: Value, indent = ''): string[] {
  const [first = '', ...rest] = path;
  const [, list, item] = /^(\w+)\[([\w-]*)\]$/.exec(first) ?? [];
  if (list !== undefined)
    return item === ''
      ? [`${indent}${list}:`, ...dashed(nested(rest, value, `${indent}    `), indent)]
      : [`${indent}${list}:`, `${indent}  - name: ${item ?? ''}`, ...nested(rest, value, `${indent}    `)];
  if (rest.length > 0) return [`${indent}${first}:`, ...nested(rest, value, `${indent}  `)];
  if (Array.isArray(value)) return [`${indent}${first}:`, ...value.map((one) => `${indent}  - ${one}`)];
  return [`${indent}${first}: ${written(value)}`];
}

function dashed(lines: readonly string[], indent: string): string[] {
  return lines.map((line, index) => (index === 0 ? `${indent}  - ${line.trimStart()}` : line));
}

function written(value: Value): string {
  if (value === null) return '""';
  return Array.isArray(value) ? value.join(',') : String(value);
}

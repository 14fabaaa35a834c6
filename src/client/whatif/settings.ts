import type { Setting, Value } from '../../model/types.ts';
import { readValue, writeValue } from '../../posture/address.ts';
import { rich } from '../../view/markup.ts';
import { isAssumption, type Teller } from '../../view/teller.ts';
import type { Shown } from '../../view/shown.ts';
import type { Tools } from './bench.ts';
import { h, nodes } from './dom.ts';

/** Every setting on which something depends, by component, with its value in force and where that comes from. */
export function settingsTool(tools: Tools): Node[] {
  const { teller, memory } = tools;
  const { t } = teller;
  const wanted = (memory.get('settings.filter') ?? '').toLowerCase().replace(/^-+/, '');
  const filter = h('input', {
    type: 'search',
    id: 'settings-filter',
    placeholder: t('whatif.settings.filter'),
    'aria-label': t('whatif.settings.filter'),
    value: memory.get('settings.filter') ?? '',
    autocomplete: 'off',
    spellcheck: 'false',
  });
  const rows = Object.entries(teller.model.settings).map(([id, setting]) => ({
    id,
    row: row(tools, id, setting),
    text: [id, setting.flag, setting.field, teller.words.settings[id]?.effect].join(' ').toLowerCase(),
  }));
  const groups = Map.groupBy(rows, ({ id }) => id.slice(0, id.indexOf('.')));
  const sections = [...groups].map(([component, members]) => ({
    members,
    section: h(
      'fieldset',
      { class: 'bench-group' },
      h('legend', {}, component === 'assumption' ? t('whatif.settings.assumptions') : teller.component(component)),
      ...members.map(({ row: element }) => element),
    ),
  }));
  const none = h('p', { role: 'status', hidden: true }, t('whatif.settings.none'));
  const sift = (text: string): void => {
    for (const { section, members } of sections) {
      for (const { row: element, text: said } of members) element.hidden = !said.includes(text);
      section.hidden = members.every(({ row: element }) => element.hidden);
    }
    none.hidden = sections.some(({ section }) => !section.hidden);
  };
  sift(wanted);
  filter.addEventListener('input', () => {
    memory.set('settings.filter', filter.value);
    sift(filter.value.toLowerCase().replace(/^-+/, ''));
  });
  // What is typed in the filter is no change of the state.
  filter.addEventListener('change', (event) => event.stopPropagation());
  return [
    h('p', { class: 'bench-lead' }, t('whatif.settings.lead')),
    h('p', {}, filter),
    ...sections.map(({ section }) => section),
    none,
  ];
}

function row({ teller, now, go }: Tools, id: string, setting: Setting): HTMLElement {
  const { t } = teller;
  const { value, origin } = now.context.lookup(id);
  const words = teller.words.settings[id];
  const set = (next: Value | undefined): void =>
    go({ state: { ...now.state, set: { ...now.state.set, [id]: next } }, position: now.posture.position });
  const name = isAssumption(id) ? (words?.effect ?? id) : teller.settingCode(id, now.state.scenario);
  const label = t('whatif.settings.choose', { name });
  const field = control(teller, id, setting, value, label, set);
  if (origin === 'outside') field.setAttribute('disabled', '');
  const back = h(
    'button',
    { type: 'button', class: 'quiet' },
    t('whatif.settings.back', { scenario: teller.scenario(now.state.scenario) }),
  );
  back.addEventListener('click', () => {
    const { [id]: _, ...rest } = now.state.set ?? {};
    go({ state: { ...now.state, set: rest }, position: now.posture.position });
  });
  const said = isAssumption(id) ? '' : (words?.effect ?? '');
  return h(
    'div',
    { class: 'bench-row', 'data-setting': id, 'data-origin': origin },
    h(
      'div',
      {},
      isAssumption(id) ? name : nodes(rich(`\`${name}\``)),
      said !== '' && h('small', {}, nodes(rich(said))),
    ),
    h('div', {}, field, h('small', {}, origins(teller, now, id), ' ', origin === 'given' && back)),
    words?.breaks !== undefined &&
      h('p', { class: 'careful' }, h('b', {}, t('whatif.plan.breaks')), ' ', nodes(rich(words.breaks))),
  );
}

function origins(teller: Teller, now: Shown, id: string): string {
  const { origin, value } = now.context.lookup(id);
  return teller.origin(origin, value);
}

/** A field for a value: choices for what has few values, text for everything else. */
function control(
  teller: Teller,
  id: string,
  setting: Setting,
  value: Value | undefined,
  label: string,
  set: (value: Value | undefined) => void,
): HTMLElement {
  const { t } = teller;
  const fieldId = `set-${id}`;
  const choices =
    setting.type === 'boolean' ? ['true', 'false'] : setting.type === 'choice' ? (setting.values ?? []) : null;
  if (choices !== null) {
    const named = (choice: string): string => (isAssumption(id) ? teller.value(id, choice) : choice);
    const options = [
      ...choices.map((choice) => ({ key: choice, text: named(choice) })),
      { key: 'unset', text: t('whatif.settings.unset') },
      { key: 'unknown', text: t('whatif.settings.unknown') },
    ];
    const now = value === undefined ? 'unknown' : value === null ? 'unset' : String(value);
    const select = h(
      'select',
      { id: fieldId, 'aria-label': label },
      ...options.map(({ key, text }) => h('option', { value: key, selected: key === now }, text)),
    );
    select.addEventListener('change', () => {
      set(readValue(setting, select.value)?.value);
    });
    return select;
  }
  const input = h('input', {
    id: fieldId,
    type: 'text',
    'aria-label': setting.type === 'list' ? `${label} (${t('whatif.settings.list')})` : label,
    value: value === undefined ? '' : Array.isArray(value) ? value.join(', ') : value === null ? '' : String(value),
    placeholder: value === undefined ? t('whatif.settings.unknown') : (setting.example ?? t('whatif.settings.unset')),
    maxlength: '400',
    spellcheck: 'false',
    autocomplete: 'off',
  });
  input.addEventListener('change', () => {
    const text = input.value.trim();
    const typed = text === '' ? { value: null } : readValue(setting, spelled(setting, text));
    if (typed === undefined) input.setAttribute('aria-invalid', 'true');
    else set(typed.value);
  });
  return input;
}

/** What was typed, as an address would spell it. */
function spelled(setting: Setting, text: string): string {
  if (setting.type === 'number') return text;
  return writeValue(setting.type === 'list' ? text.split(/[\s,]+/) : text);
}

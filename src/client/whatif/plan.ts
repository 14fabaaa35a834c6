import { explainStay, explainStep } from '../../explain/steps.ts';
import { joined } from '../../explain/voice.ts';
import { plan, type Plan, type Step } from '../../posture/plan.ts';
import { VERDICTS } from '../../posture/verdict.ts';
import { plain } from '../../i18n/code.ts';
import { rich } from '../../view/markup.ts';
import { stepCode } from '../../view/step-code.ts';
import { isAssumption } from '../../view/teller.ts';
import type { Tools } from './bench.ts';
import { h, nodes } from './dom.ts';

declare global {
  var kubepathsSteps: Readonly<Record<string, string>> | undefined;
}

/** The fewest changes from here, in an order in which nothing stops working on the way. */
export function planTool(tools: Tools): Node[] {
  const { teller, now, memory, go, again, voice } = tools;
  const { t, model } = teller;
  const { position, release } = now.posture;
  fetchCodes(again);
  const goal = memory.get('plan.goal') ?? 'all';
  const made = plan(model, now.state, position, goal);
  const goals = h(
    'select',
    { id: 'plan-goal', 'aria-label': t('whatif.plan.goal') },
    h('option', { value: 'all', selected: goal === 'all' }, t('whatif.plan.all')),
    ...Object.keys(model.paths).map((id) => h('option', { value: id, selected: goal === id }, teller.label(id))),
  );
  goals.addEventListener('change', (event) => {
    event.stopPropagation();
    memory.set('plan.goal', goals.value);
    again();
  });
  const last = made.steps.at(-1);
  const text = (): string => markdown(tools, made);
  const copy = h('button', { type: 'button' }, t('whatif.plan.copy'));
  copy.addEventListener(
    'click',
    () =>
      void navigator.clipboard.writeText(text()).then(() => {
        copy.textContent = t('snippet.copied');
      }),
  );
  const apply = h('button', { type: 'button' }, t('whatif.plan.apply'));
  apply.addEventListener('click', () => {
    if (last) go({ state: last.state, position });
  });
  const save = h(
    'a',
    { download: 'kubepaths-plan.md', href: `data:text/markdown;charset=utf-8,${encodeURIComponent(text())}` },
    t('whatif.plan.download'),
  );
  return [
    h('p', { class: 'bench-lead' }, t('whatif.plan.lead')),
    h(
      'p',
      { class: 'bench-choices' },
      h('span', {}, t('whatif.plan.goal'), ' '),
      goals,
      ...(last ? [apply, copy, save] : []),
    ),
    made.steps.length === 0
      ? h('p', {}, t('whatif.plan.nothing'))
      : h(
          'ol',
          { class: 'steps' },
          ...made.steps.map((step, index) => h('li', {}, ...stepNodes(tools, made, step, index))),
        ),
    ...(last ? [h('p', { class: 'bench-result' }, result(tools, made))] : []),
    ...(made.stays.length === 0
      ? []
      : [
          h('h3', {}, t('whatif.plan.stays')),
          h(
            'ul',
            {},
            ...made.stays.map((stay) => h('li', {}, nodes(rich(joined(voice, explainStay(voice, release, stay)))))),
          ),
        ]),
  ];
}

function stepNodes(tools: Tools, made: Plan, step: Step, index: number): (Node | string)[] {
  const { teller, now, voice } = tools;
  const { t } = teller;
  const name = isAssumption(step.setting)
    ? (teller.words.settings[step.setting]?.effect ?? step.setting)
    : teller.settingCode(step.setting, now.state.scenario);
  const before = made.steps[index - 1];
  const said = joined(voice, explainStep(voice, made, step));
  const page = document.querySelector<HTMLElement>('[data-workbench]')?.dataset['settings'] ?? '';
  const code = codeOf(tools, step);
  const breaks = teller.words.settings[step.setting]?.breaks;
  const colours = code === null ? undefined : self.kubepathsSteps?.[`${step.setting} ${step.form}`];
  const same = colours !== undefined && code !== null && plainText(colours) === code;
  return [
    h('b', {}, h('a', { href: `${page}#${step.setting}` }, isAssumption(step.setting) ? name : h('code', {}, name))),
    h('p', {}, nodes(rich(said))),
    ...(code === null
      ? []
      : [h('pre', { class: 'step-code', translate: 'no' }, h('code', {}, same ? nodes(colours) : code))]),
    ...(step.check === undefined ? [] : [h('p', {}, `${t('whatif.plan.check')} `, h('code', {}, step.check))]),
    ...(breaks === undefined || (before === undefined && step.breaksAlone.length === 0)
      ? []
      : [h('p', { class: 'careful' }, h('b', {}, t('whatif.plan.breaks')), ' ', nodes(rich(breaks)))]),
  ];
}

function codeOf({ teller }: Tools, step: Step): string | null {
  if (step.form === 'assumption') return null;
  return stepCode(teller.model, step.setting, step.to, step.form)?.text ?? null;
}

function plainText(markup: string): string {
  return nodes(markup).textContent;
}

function result({ teller }: Tools, { after }: Plan): string {
  const { t } = teller;
  const counts = VERDICTS.filter((verdict) => after.tally[verdict] > 0).map((verdict) =>
    t('map.counted', { count: after.tally[verdict], verdict: t(`verdict.${verdict}`) }),
  );
  return t('whatif.plan.result', { counts: teller.list(counts) });
}

/** The plan as Markdown: for a ticket, a runbook or a colleague. */
function markdown(tools: Tools, made: Plan): string {
  const { teller, now, voice } = tools;
  const { t } = teller;
  const title = t('whatif.plan.title', {
    scenario: teller.scenario(now.state.scenario),
    release: now.posture.release,
  });
  const steps = made.steps.flatMap((step, index) => {
    const code = codeOf(tools, step);
    const name = isAssumption(step.setting)
      ? (teller.words.settings[step.setting]?.effect ?? step.setting)
      : `\`${teller.settingCode(step.setting, now.state.scenario)}\``;
    const breaks = teller.words.settings[step.setting]?.breaks;
    return [
      `${index + 1}. **${name}**`,
      '',
      `   ${joined(voice, explainStep(voice, made, step))}`,
      '',
      ...(code === null ? [] : ['   ```', ...code.split('\n').map((line) => `   ${line}`), '   ```', '']),
      ...(step.check === undefined ? [] : [`   ${t('whatif.plan.check')}: \`${step.check}\``, '']),
      ...(breaks === undefined ? [] : [`   ${t('whatif.plan.breaks')}: ${breaks}`, '']),
    ];
  });
  const stays = made.stays.map((stay) => `- ${joined(voice, explainStay(voice, now.posture.release, stay))}`);
  return [
    `# ${plain(title)}`,
    '',
    ...steps,
    result(tools, made),
    '',
    ...(stays.length === 0 ? [] : [`## ${t('whatif.plan.stays')}`, '', ...stays, '']),
  ].join('\n');
}

let asked = false;

/** The highlighted code of the steps is fetched when a plan is first looked at. */
function fetchCodes(then: () => void): void {
  if (asked) return;
  asked = true;
  const src = document.querySelector<HTMLElement>('[data-workbench]')?.dataset['steps'];
  if (src === undefined) return;
  const element = document.createElement('script');
  element.src = src;
  element.addEventListener('load', then);
  document.head.append(element);
}

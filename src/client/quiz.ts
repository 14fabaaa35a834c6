import { voiceOf } from '../explain/voice-of.ts';
import { ours } from '../embed/messages.ts';
import type { Translate } from '../i18n/strings.ts';
import { translator } from '../i18n/translator.ts';
import { quiz } from '../quiz/questions.ts';
import { say, type Said } from '../quiz/said.ts';
import type { BrowserData } from '../view/browser-data.ts';
import { rich } from '../view/markup.ts';
import { Teller } from '../view/teller.ts';
import { h, nodes } from './whatif/dom.ts';

/** One quiz: a question at a time, its answer explained, the score at the end. Nothing of it leaves the page. */
class Quiz {
  readonly #place: HTMLElement;
  readonly #status: HTMLElement | null;
  readonly #t: Translate;
  readonly #questions: readonly Said[];
  readonly #again: () => void;
  #at = 0;
  #score = 0;

  constructor(section: HTMLElement, place: HTMLElement, data: BrowserData, seed: number, again: () => void) {
    const { model, words, tag, strings } = data;
    this.#place = place;
    this.#status = section.querySelector<HTMLElement>('[data-quiz-status]');
    this.#t = translator(tag, strings);
    this.#again = again;
    const teller = new Teller({ model, words, t: this.#t, tag });
    this.#questions = quiz(model, seed, Number(section.dataset['count'] ?? 10)).map((question) =>
      say({ ...voiceOf(teller, question.state.scenario), scenario: (id) => teller.scenario(id) }, model, question),
    );
  }

  ask(): void {
    const t = this.#t;
    const question = this.#questions[this.#at];
    if (!question) {
      this.#finish();
      return;
    }
    const title = h('h2', { tabindex: '-1' }, nodes(rich(question.prompt)));
    const answer = h('div', { class: 'answer' });
    // No form: a sandboxed frame may submit none.
    const block = h(
      'div',
      { class: 'question' },
      h(
        'p',
        { class: 'step-number' },
        t('learn.quiz.question', { number: this.#at + 1, total: this.#questions.length }),
      ),
      h('p', { class: 'step-state' }, question.state),
      h(
        'fieldset',
        {},
        h('legend', {}, title),
        ...question.options.map((option, index) =>
          h(
            'label',
            { class: 'option' },
            h('input', { type: 'radio', name: 'answer', value: String(index) }),
            h('span', {}, nodes(rich(option))),
          ),
        ),
      ),
      h('p', {}, h('button', { type: 'button', 'data-check': '' }, t('learn.quiz.check'))),
      answer,
    );
    const check = (): void => this.#check(block, question, answer);
    block.querySelector('[data-check]')?.addEventListener('click', check);
    block.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return;
      // Else the same key would press the button that then has the focus.
      event.preventDefault();
      check();
    });
    this.#say('');
    this.#place.replaceChildren(block);
    title.focus();
  }

  #check(block: HTMLElement, question: Said, place: HTMLElement): void {
    const t = this.#t;
    const chosen = block.querySelector<HTMLInputElement>('input:checked');
    if (!chosen) {
      place.replaceChildren(h('p', {}, t('learn.quiz.choose')));
      this.#say(t('learn.quiz.choose'));
      return;
    }
    const right = Number(chosen.value) === question.right;
    if (right) this.#score += 1;
    for (const input of block.querySelectorAll('input')) {
      input.disabled = true;
      const label = input.closest('label');
      label?.toggleAttribute('data-right', Number(input.value) === question.right);
      label?.toggleAttribute('data-wrong', input === chosen && !right);
    }
    block.querySelector('[data-check]')?.closest('p')?.remove();
    const said = right
      ? t('learn.quiz.right')
      : t('learn.quiz.wrong', { answer: question.options[question.right] ?? '' });
    const last = this.#at === this.#questions.length - 1;
    const next = h('button', { type: 'button' }, t(last ? 'learn.quiz.finish' : 'learn.quiz.next'));
    next.addEventListener('click', () => {
      this.#at += 1;
      this.ask();
    });
    place.replaceChildren(
      h('p', {}, h('b', {}, nodes(rich(said)))),
      h('p', {}, nodes(rich(question.why))),
      h('p', {}, next),
    );
    this.#say(`${said} ${question.why}`.replaceAll('`', ''));
    next.focus({ preventScroll: true });
  }

  #finish(): void {
    const t = this.#t;
    const [score, max] = [this.#score, this.#questions.length];
    const title = h('h2', { tabindex: '-1' }, t('learn.quiz.score', { score, total: max }));
    const again = h('button', { type: 'button' }, t('learn.quiz.again'));
    again.addEventListener('click', this.#again);
    this.#place.replaceChildren(title, h('p', {}, again));
    this.#say('');
    title.focus();
    // The score is no secret, and a frame without an origin does not know its host's.
    if (parent !== self) parent.postMessage(ours({ type: 'complete', score, max }), '*');
  }

  #say(text: string): void {
    if (this.#status) this.#status.textContent = text;
  }
}

function start(section: HTMLElement, place: HTMLElement, data: BrowserData, seed: number): void {
  document.querySelector('[data-quiz-static]')?.setAttribute('hidden', '');
  new Quiz(section, place, data, seed, () => start(section, place, data, anySeed())).ask();
}

/** The seed in the address, so that a class gets the same questions; else one that nobody knows. */
function askedSeed(): number {
  const asked = /[?&]seed=(\d{1,9})(?:&|$)/.exec(location.search)?.[1];
  return asked === undefined ? anySeed() : Number(asked);
}

function anySeed(): number {
  return crypto.getRandomValues(new Uint32Array(1))[0] ?? 1;
}

const section = document.querySelector<HTMLElement>('[data-quiz]');
const place = section?.querySelector<HTMLElement>('[data-quiz-place]');
const { kubepaths: data } = self;
if (section && place && data)
  section.querySelector('[data-quiz-start]')?.addEventListener('click', () => start(section, place, data, askedSeed()));

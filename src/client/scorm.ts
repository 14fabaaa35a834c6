/** What a platform offers a lesson under SCORM 1.2. */
interface Platform {
  LMSInitialize(nothing: ''): string;
  LMSGetValue(name: string): string;
  LMSSetValue(name: string, value: string): string;
  LMSCommit(nothing: ''): string;
  LMSFinish(nothing: ''): string;
}

/** A window in which a platform may keep its door. */
interface Host extends Window {
  readonly API?: Platform;
}

/** Frames up to the one in which the platform keeps its door; the standard asks for no more than seven. */
const FRAMES = 7;
const started = Date.now();

/** Marks the answers of a page of questions, and tells the platform where there is one. */
function quiz(form: HTMLFormElement, platform: Platform | null): void {
  const questions = [...form.querySelectorAll<HTMLFieldSetElement>('[data-question]')];
  const result = form.querySelector('[data-result]');
  const button = form.querySelector('button');
  const say = (text: string): void => {
    if (result) result.textContent = text;
  };
  let marked = false;

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (marked) {
      again();
      return;
    }
    const open = questions.filter((question) => chosen(question) === undefined);
    if (open.length > 0) {
      open[0]?.querySelector('input')?.focus();
      say((form.dataset['open'] ?? '').replace('{{count}}', String(open.length)));
      return;
    }
    const right = questions.filter((question) => mark(question)).length;
    const score = (form.dataset['score'] ?? '')
      .replace('{{right}}', String(right))
      .replace('{{all}}', String(questions.length));
    const sent = platform !== null && report(platform, Math.round((100 * right) / questions.length));
    say(`${score} ${form.dataset[sent ? 'sent' : 'unsent'] ?? ''}`);
    marked = true;
    if (button) button.textContent = form.dataset['again'] ?? '';
  });

  function again(): void {
    form.reset();
    for (const question of questions) {
      delete question.dataset['state'];
      question.querySelector('[data-told]')?.setAttribute('hidden', '');
      for (const input of question.querySelectorAll('input')) input.disabled = false;
    }
    marked = false;
    say('');
    if (button) button.textContent = form.dataset['check'] ?? '';
  }
}

function chosen(question: HTMLFieldSetElement): string | undefined {
  return question.querySelector<HTMLInputElement>('input:checked')?.value;
}

/** Shows what is right, and says whether it was chosen. */
function mark(question: HTMLFieldSetElement): boolean {
  const right = chosen(question) === question.dataset['answer'];
  question.dataset['state'] = right ? 'right' : 'wrong';
  question.querySelector('[data-told]')?.removeAttribute('hidden');
  for (const input of question.querySelectorAll('input')) input.disabled = true;
  return right;
}

function report(platform: Platform, score: number): boolean {
  const values = {
    'cmi.core.score.min': '0',
    'cmi.core.score.max': '100',
    'cmi.core.score.raw': String(score),
    'cmi.core.lesson_status': 'completed',
    'cmi.core.session_time': duration(Date.now() - started),
  };
  const taken = Object.entries(values).map(([name, value]) => platform.LMSSetValue(name, value));
  return platform.LMSCommit('') === 'true' && taken.every((answer) => answer === 'true');
}

/** @example duration(61_000) → '0000:01:01' */
function duration(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1000);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${String(Math.floor(seconds / 3600)).padStart(4, '0')}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}

/** The platform, in a frame around this page or in the window that opened it. */
function find(): Platform | null {
  return above(window) ?? (window.opener ? above(window.opener as Host) : null);
}

function above(from: Host): Platform | null {
  let at: Host = from;
  try {
    for (let frames = 0; frames <= FRAMES; frames += 1) {
      if (at.API) return at.API;
      const { parent }: { readonly parent: Host } = at;
      if (parent === at) return null;
      at = parent;
    }
  } catch {
    // A frame of another origin keeps its door to itself.
  }
  return null;
}

/** Opens the session, and closes it when the page goes. */
function connect(platform: Platform): boolean {
  if (platform.LMSInitialize('') !== 'true') return false;
  if (['', 'not attempted'].includes(platform.LMSGetValue('cmi.core.lesson_status'))) {
    platform.LMSSetValue('cmi.core.lesson_status', 'incomplete');
    platform.LMSCommit('');
  }
  addEventListener('pagehide', () => platform.LMSFinish(''), { once: true });
  return true;
}

const form = document.querySelector<HTMLFormElement>('[data-quiz]');
const platform = find();
if (form) quiz(form, platform !== null && connect(platform) ? platform : null);

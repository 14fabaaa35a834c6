import { segmentOf } from './language.ts';
import { ours, told, type Command, type Told } from './messages.ts';

/** What the frame can be told while it stands; any other attribute needs another address. */
const STATE = ['path', 'scenario', 'release', 'set', 'from', 'theme', 'step'] as const;
/** What stands in the path of the address. */
const VIEW = ['path', 'tour', 'quiz', 'lang'];
const ATTRIBUTES = [...STATE, 'lang', 'tour', 'quiz', 'controls', 'keys', 'steps', 'languages'] as const;

type Reply = Extract<Told, { type: 'reply' }>;

const source = document.currentScript instanceof HTMLScriptElement ? document.currentScript.src : location.href;

/** `<kube-path>`: a frame of the embed page with attributes, events and methods. Its content is shown where it cannot work. */
class KubePath extends HTMLElement {
  static readonly observedAttributes = ATTRIBUTES;
  readonly #frame = document.createElement('iframe');
  readonly #waiting = new Map<string | number, (reply: Reply) => void>();
  #early: Command[] = [];
  #ready = false;
  #asked = 0;
  #due = false;
  #again = false;

  constructor() {
    super();
    const { style } = this.#frame;
    // Set one by one: the host's policy may forbid style elements and attributes.
    style.display = 'block';
    style.width = '100%';
    style.height = '640px';
    style.border = '0';
    style.colorScheme = 'auto';
    this.#frame.loading = 'lazy';
    this.#frame.setAttribute('sandbox', 'allow-scripts allow-popups allow-popups-to-escape-sandbox');
    this.attachShadow({ mode: 'open' }).append(this.#frame);
  }

  connectedCallback(): void {
    if (getComputedStyle(this).display === 'inline') this.style.display = 'block';
    addEventListener('message', this.#hear);
    document.addEventListener('securitypolicyviolation', this.#refused);
    this.#load();
  }

  disconnectedCallback(): void {
    removeEventListener('message', this.#hear);
    document.removeEventListener('securitypolicyviolation', this.#refused);
  }

  attributeChangedCallback(name: string, before: string | null, after: string | null): void {
    if (before === after || !this.isConnected) return;
    this.#again ||= !this.#ready || !(STATE as readonly string[]).includes(name);
    if (this.#due) return;
    this.#due = true;
    // Several attributes at once are one change.
    queueMicrotask(() => {
      const again = this.#again;
      this.#due = this.#again = false;
      if (again) this.#load();
      else this.#send({ type: 'set', query: this.#query(STATE) });
    });
  }

  next(): Promise<Reply> {
    return this.#ask({ type: 'next' });
  }

  previous(): Promise<Reply> {
    return this.#ask({ type: 'previous' });
  }

  goTo(step: number): Promise<Reply> {
    return this.#ask({ type: 'goTo', step });
  }

  reset(): Promise<Reply> {
    return this.#ask({ type: 'reset' });
  }

  #load(): void {
    const [tour, path] = [this.getAttribute('tour'), this.getAttribute('path')];
    const asked = this.hasAttribute('quiz') ? 'quiz' : tour ? `tour-${tour}` : (path ?? '');
    const view = /^[a-z0-9-]+$/.test(asked) ? asked : 'map';
    const query = this.#query(ATTRIBUTES.filter((name) => !VIEW.includes(name)));
    const url = new URL(`embed/v1/${segmentOf(tagOf(this))}/${view}/`, source);
    url.search = query;
    this.#ready = false;
    this.#frame.title = this.title || 'Kubepaths';
    if (this.#frame.src !== url.href) this.#frame.src = url.href;
  }

  /** Attributes in the grammar of addresses, in which `,` and `:` separate and stay as they are. */
  #query(names: readonly string[]): string {
    return names
      .flatMap((name) => {
        const value = this.getAttribute(name);
        return value === null || value === '' ? [] : [`${name}=${value.replaceAll(/[&#\s]/g, encodeURIComponent)}`];
      })
      .join('&');
  }

  #ask(command: Command): Promise<Reply> {
    const id = ++this.#asked;
    return new Promise((resolve) => {
      this.#waiting.set(id, resolve);
      this.#send({ ...command, id });
    });
  }

  #send(command: Command): void {
    if (this.#ready) this.#frame.contentWindow?.postMessage(ours(command), '*');
    else this.#early.push(command);
  }

  readonly #hear = ({ source: from, data }: MessageEvent): void => {
    if (from === null || from !== this.#frame.contentWindow) return;
    const message = told(data);
    if (message === null) return;
    switch (message.type) {
      case 'ready': {
        this.#ready = true;
        if (!this.title) this.#frame.title = message.title;
        const early = this.#early;
        this.#early = [];
        for (const command of early) this.#send(command);
        break;
      }
      case 'height':
        this.#frame.style.height = `${message.height}px`;
        break;
      case 'reply':
        this.#waiting.get(message.id)?.(message);
        this.#waiting.delete(message.id);
        break;
      case 'pathselect':
      case 'stepchange':
      case 'posturechange':
      case 'complete':
      case 'key':
        this.dispatchEvent(new CustomEvent(message.type, { detail: message, bubbles: true, composed: true }));
    }
  };

  /** The host's policy does not let the frame in: what stands inside the element is shown instead. */
  readonly #refused = ({ effectiveDirective, blockedURI }: SecurityPolicyViolationEvent): void => {
    if (!/^(frame|child)-src$/.test(effectiveDirective) || !this.#frame.src.startsWith(blockedURI)) return;
    this.shadowRoot?.replaceChildren(document.createElement('slot'));
  };
}

/** The nearest language, also across the border of a shadow tree. */
function tagOf(element: Element): string {
  const near = element.closest<HTMLElement>('[lang]');
  if (near) return near.lang;
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? tagOf(root.host) : '';
}

// Attributes that are properties as well; `title` and `lang` are so already.
for (const name of ATTRIBUTES.filter((one) => one !== 'lang'))
  Object.defineProperty(KubePath.prototype, name, {
    get(this: Element) {
      return this.getAttribute(name);
    },
    set(this: Element, value: string | number | boolean | null | undefined) {
      if (value === null || value === undefined || value === false) this.removeAttribute(name);
      else this.setAttribute(name, String(value));
    },
  });

if (!customElements.get('kube-path')) customElements.define('kube-path', KubePath);

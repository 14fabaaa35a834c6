import { H5P_HELLO, h5p, heights, ours, type Told } from '../../embed/messages.ts';

/** The window that frames this one; nothing where the page stands alone. */
export class Host {
  readonly #window = window.parent === window ? null : window.parent;
  #height = 0;
  #knowsH5p = false;

  /** Hears what the host says, and nobody else. */
  hear(listen: (data: unknown) => void): void {
    if (this.#window === null) return;
    addEventListener('message', ({ source, data }: MessageEvent<unknown>) => {
      if (source !== this.#window) return;
      const asked = h5p(data);
      if (asked === null) listen(data);
      else {
        this.#knowsH5p = true;
        this.#sendHeight();
      }
    });
    this.post(H5P_HELLO);
  }

  tell(message: Told): void {
    this.post(ours(message));
  }

  /** Any origin may be the host, and nothing that it is told is secret. */
  post(message: string | object): void {
    this.#window?.postMessage(message, '*');
  }

  /** Keeps the host told of the height of an element. */
  follow(element: Element): void {
    if (this.#window === null) return;
    new ResizeObserver(() => {
      const height = Math.ceil(element.getBoundingClientRect().height);
      if (height === this.#height || height === 0) return;
      this.#height = height;
      this.#sendHeight();
    }).observe(element);
  }

  #sendHeight(): void {
    if (this.#height > 0) for (const message of heights(this.#height, this.#knowsH5p)) this.post(message);
  }
}

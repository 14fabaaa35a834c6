import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface HostPage {
  readonly html: string;
  readonly policy?: string;
}

/** Somebody else's site: another name than ours, so that it is another site and not only another origin. */
export class Host {
  readonly #server: Server;
  readonly #pages = new Map<string, HostPage>();

  constructor() {
    this.#server = createServer((request, response) => {
      const page = this.#pages.get(request.url ?? '');
      response.statusCode = page ? 200 : 204;
      response.setHeader('content-type', 'text/html; charset=utf-8');
      if (page?.policy !== undefined) response.setHeader('content-security-policy', page.policy);
      response.end(page ? `<!doctype html><html lang="en"><title>host</title>${page.html}` : '');
    });
  }

  async open(): Promise<void> {
    await new Promise<void>((listening) => this.#server.listen(0, '127.0.0.1', listening));
  }

  async close(): Promise<void> {
    await new Promise((closed) => this.#server.close(closed));
  }

  /** Puts a page on the host and gives its address. */
  serve(page: HostPage): string {
    const path = `/${this.#pages.size + 1}`;
    this.#pages.set(path, page);
    return `http://localhost:${(this.#server.address() as AddressInfo).port}${path}`;
  }
}

/** A page that frames an address of ours and writes down every message that it gets. */
export function framing(src: string, height = 700, extra = ''): string {
  const quoted = src.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  return `${extra}<iframe sandbox="allow-scripts" width="100%" height="${height}" src="${quoted}"></iframe>
<script>
  self.heard = [];
  addEventListener('message', ({ data, source }) => {
    if (source === document.querySelector('iframe').contentWindow) heard.push(data);
  });
</script>`;
}

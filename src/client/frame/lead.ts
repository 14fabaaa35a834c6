/** What a frame shows, as its host leads it. */
export interface Lead {
  /** What a reply says of it. */
  state(): { readonly step: number; readonly path: string | null; readonly query: string };
  /** Goes to a step, and then says whether it arrived. */
  play(where: number | 'next' | 'previous', then: (arrived: boolean) => void): void;
  start(): void;
  reset(): void;
  /** Shows what an address says; what it leaves out is as at the opening. */
  set(query: string): void;
  /** Whether what is shown has a use for a key. */
  needs(key: string, target: Element | null): boolean;
}

import { voiceOf } from '../explain/voice-of.ts';
import { Bench } from './whatif/bench.ts';
import { live } from './whatif/live.ts';

/** What the controls of a page need, with the tools below its map. */
live((teller, stage, go) => {
  const bench = new Bench(teller, stage, (at) => voiceOf(teller, at.state.scenario), go);
  return (now) => bench.show(now);
});

// `npm run facts`: which facts time has gone over. `--on 2027-06-01` asks it for another day.
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { languages } from '../i18n/languages.ts';
import { ageing, type Aged } from '../model/ageing.ts';
import { assemble } from '../model/assemble.ts';
import { read } from '../site/content.ts';
import { root } from './run.mjs';

const { values } = parseArgs({
  options: {
    on: { type: 'string', default: new Date().toISOString().slice(0, 10) },
    content: { type: 'string', default: join(root, 'content') },
  },
});

const { files } = read(values.content);
const { sources, ended, planned } = ageing(files, assemble(files, languages).model, values.on);
list(`Sources checked more than a year before ${values.on}`, sources);
list('Facts that end with a release which is out', ended);
list('Facts about a release which is not out', planned);

function list(title: string, facts: readonly Aged[]): void {
  console.log(`${title}: ${String(facts.length)}`);
  for (const { id, why, usedIn } of facts) {
    console.log(`  ${id}  (${why})`);
    for (const place of usedIn) console.log(`    ${place}`);
  }
}

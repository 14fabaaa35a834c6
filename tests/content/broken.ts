import { appendFileSync, cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

/**
 * Lays a fixture over a copy of the content. A fixture holds only what it changes, so it stays true while the content
 * grows: a file of its own, `name.missing` to take a file away, `name.edit` to change lines of one:
 *
 *     - text        drops the line that holds this text
 *     ~ old => new  changes the line that holds the old text
 *     + text        adds a line at the end
 */
export function layer(fixture: string, content: string, copy: string): void {
  cpSync(content, copy, { recursive: true });
  for (const entry of readdirSync(fixture, { recursive: true, withFileTypes: true })) {
    const file = join(entry.parentPath, entry.name);
    const target = join(copy, relative(fixture, file));
    if (!entry.isFile() || relative(fixture, file) === 'expected.txt') continue;
    mkdirSync(dirname(target), { recursive: true });
    if (file.endsWith('.missing')) rmSync(target.replace(/\.missing$/, ''));
    else if (file.endsWith('.edit')) edit(target.replace(/\.edit$/, ''), readFileSync(file, 'utf8'));
    else cpSync(file, target);
  }
}

function edit(file: string, changes: string): void {
  for (const change of changes.split('\n').filter((line) => line !== '')) {
    const said = change.slice(2);
    if (change.startsWith('+ ')) {
      appendFileSync(file, `${said}\n`);
      continue;
    }
    const [old = said, replacement] = change.startsWith('~ ') ? said.split(' => ') : [said];
    const lines = readFileSync(file, 'utf8').split('\n');
    const holding = lines.filter((line) => line.includes(old));
    if (holding.length !== 1)
      throw new Error(`${file}: ${holding.length} lines hold "${old}", an edit needs exactly one.`);
    const changed = lines.flatMap((line) => {
      if (!line.includes(old)) return [line];
      return replacement === undefined ? [] : [line.replace(old, replacement)];
    });
    writeFileSync(file, changed.join('\n'));
  }
}

import { carryState } from './choice.ts';
import { liveFilters } from './filters.ts';
import { livePermalinks } from './permalinks.ts';
import { sortable } from './sort.ts';

/** Life for the reference pages: filters, tables that sort, addresses to copy. Without it everything is there, in order. */
const filters = document.querySelector<HTMLFieldSetElement>('[data-filters]');
if (filters) liveFilters(filters);
for (const table of document.querySelectorAll<HTMLTableElement>('table[data-sortable]')) sortable(table);
livePermalinks();
carryState();
addEventListener('hashchange', carryState);
addEventListener('beforeprint', () => {
  for (const details of document.querySelectorAll('details')) details.open = true;
});

const collator = new Intl.Collator(document.documentElement.lang, { numeric: true });

/** Makes a button of every head of a table; it sorts the rows, and the other way round when it is pressed again. */
export function sortable(table: HTMLTableElement): void {
  const heads = [...table.querySelectorAll<HTMLTableCellElement>('thead th')];
  const body = table.tBodies[0];
  if (!body) return;
  for (const [column, head] of heads.entries()) {
    const button = document.createElement('button');
    button.type = 'button';
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener('click', () => {
      const descending = head.ariaSort === 'ascending';
      for (const other of heads) other.ariaSort = null;
      head.ariaSort = descending ? 'descending' : 'ascending';
      const rows = [...body.rows].sort((a, b) => collator.compare(key(a, column), key(b, column)));
      body.append(...(descending ? rows.reverse() : rows));
    });
  }
}

/** What a cell is sorted by: its own key, else its text. */
function key(row: HTMLTableRowElement, column: number): string {
  const cell = row.cells[column];
  return cell?.dataset['sort'] ?? cell?.textContent.trim() ?? '';
}

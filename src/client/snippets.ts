/** Copies the code of a snippet as it stands there, without line numbers. */
export function copyButtons(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>('[data-copy]')) {
    button.hidden = !('clipboard' in navigator);
    button.addEventListener('click', () => {
      const lines = [...(button.parentElement?.querySelectorAll('.line') ?? [])].map((line) => line.textContent);
      const label = button.textContent;
      void navigator.clipboard.writeText(`${lines.join('\n')}\n`).then(() => {
        button.textContent = button.dataset['done'] ?? label;
        setTimeout(() => (button.textContent = label), 1600);
      });
    });
  }
}

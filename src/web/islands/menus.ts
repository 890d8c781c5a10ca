/** A menu of the header is closed again by Escape, by a click beside it, or when the keyboard leaves it. */
export function startMenus(): void {
  const open = () => document.querySelectorAll<HTMLDetailsElement>('details.top-menu[open]');
  const closeOutside = (event: Event): void => {
    for (const menu of open()) if (!menu.contains(event.target as Node)) menu.open = false;
  };
  document.addEventListener('click', closeOutside);
  document.addEventListener('focusin', closeOutside);
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    for (const menu of open()) {
      menu.open = false;
      menu.querySelector('summary')?.focus();
    }
  });
}

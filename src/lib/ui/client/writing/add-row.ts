/** Makes a button with `data-more-rows` add an empty copy of the form's last row, and focus it. */
export function addRows(): void {
  document.addEventListener('click', (event) => {
    const button = (event.target as Element).closest<HTMLElement>('[data-more-rows]');
    const rows = button?.closest('form')?.querySelectorAll<HTMLElement>(button.dataset.moreRows!);
    const last = rows && [...rows].at(-1);
    if (!last) return;
    event.preventDefault();
    const row = last.cloneNode(true) as HTMLElement;
    for (const option of row.querySelectorAll('option')) option.defaultSelected = false;
    for (const area of row.querySelectorAll('textarea')) area.value = area.defaultValue = '';
    last.after(row);
    row.querySelector<HTMLElement>('select, input, textarea')?.focus();
  });
}

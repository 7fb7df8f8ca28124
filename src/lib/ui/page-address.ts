/** The address of the page of a list that comes after the number, with all else that was asked for. */
export function pageAfter({ searchParams }: URL, number: number | null): string | null {
  if (number === null) return null;
  const asked = new URLSearchParams(searchParams);
  asked.set('after', String(number));
  return `?${asked}`;
}

/** The address of a page of a list, with all else that was asked for; `list` is its parameter. */
export function pageAddress({ searchParams }: URL, list: string, number: number): string {
  const asked = new URLSearchParams(searchParams);
  // A form that was refused stands at the address of its action, and a change names its own page.
  for (const name of [...asked.keys()])
    if (name.startsWith('/') || name === 'change') asked.delete(name);
  asked.set(list, String(number));
  return `?${asked}`;
}

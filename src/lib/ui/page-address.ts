/** Returns this address with the parameter `after` set to `number`; null if `number` is null. */
export function pageAfter({ searchParams }: URL, number: number | null): string | null {
  if (number === null) return null;
  const asked = new URLSearchParams(searchParams);
  asked.set('after', String(number));
  return `?${asked}`;
}

/** Returns this address with the page of a list: the parameter `list` set to `number`. */
export function pageAddress({ searchParams }: URL, list: string, number: number): string {
  const asked = new URLSearchParams(searchParams);
  // A refused form's address has the action, which begins with "/"; a change asks for its own page.
  for (const name of [...asked.keys()])
    if (name.startsWith('/') || name === 'change') asked.delete(name);
  asked.set(list, String(number));
  return `?${asked}`;
}

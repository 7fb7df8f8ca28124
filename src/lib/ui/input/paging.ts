/** The address of the page of a list that comes after the number, with all else that was asked for. */
export function pageAfter({ searchParams }: URL, number: number | null): string | null {
  if (number === null) return null;
  const asked = new URLSearchParams(searchParams);
  asked.set('after', String(number));
  return `?${asked}`;
}

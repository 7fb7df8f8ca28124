/** A row's own identity in an address; anything else is an unknown page. */
export const match = (given: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(given);

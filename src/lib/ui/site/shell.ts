import type { UnsentForm } from '#lib/domain/refused-form.ts';

/** The data of the layout, which every page has. */
export interface Shell {
  readonly member: Visitor | null;
  readonly locale: 'da' | 'en';
  /** A refused form, which the layout shows if the page does not. */
  readonly unsent?: UnsentForm | null;
  /** What the last action did, shown once. */
  readonly flash: { readonly kind: 'success' | 'refusal'; readonly text: string } | null;
}

/** The logged-in member, as the header shows them. */
export interface Visitor {
  readonly id: string;
  /** An id that tells the member's drafts on a device from those of others. */
  readonly device?: string;
  readonly name: string;
  readonly isAdministrator: boolean;
  readonly isForum: boolean;
}

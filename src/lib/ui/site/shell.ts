import type { UnsentForm } from '#lib/domain/refused-form.ts';

/** What every page is told of its reader: the layout's data. */
export interface Shell {
  readonly member: Visitor | null;
  readonly locale: 'da' | 'en';
  /** What became of the last action, said once. */
  /** A form that was refused, for where its own page does not give it back. */
  readonly unsent?: UnsentForm | null;
  readonly flash: { readonly kind: 'success' | 'refusal'; readonly text: string } | null;
}

/** A member who is logged in, as far as the site's frame needs to know. */
export interface Visitor {
  readonly id: string;
  /** Tells the member's drafts on a device from another's. */
  readonly device?: string;
  readonly name: string;
  readonly isAdministrator: boolean;
  readonly isForum: boolean;
}

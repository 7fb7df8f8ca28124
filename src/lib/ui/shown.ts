import { withFrames } from '#lib/domain/document/wide.ts';
import { m } from '#lib/paraglide/messages.js';

/** Sanitised HTML of Markdown as every page shows it: what is wide scrolls in itself. */
export const shown = (html: string | null | undefined): string =>
  withFrames(html ?? '', m.common_table());

import { withFrames } from '#lib/domain/document/wide.ts';
import { m } from '#lib/paraglide/messages.js';

/** Returns sanitised HTML with each table in a frame in which it scrolls sideways if it is wide. */
export const withTableFrames = (html: string | null | undefined): string =>
  withFrames(html ?? '', m.common_table());

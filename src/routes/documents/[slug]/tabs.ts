import { m } from '#lib/paraglide/messages.js';
import type { PageHead } from '#lib/server/queries/documents/page-head.ts';

type Tab = {
  /** The path after /documents/SLUG; the pages below it belong to the same tab. */
  path: string;
  text: () => string;
  isShown?: (head: PageHead) => boolean;
  count?: (head: PageHead) => number;
};

const hasReport: readonly PageHead['state'][] = [
  'submitted',
  'adopted',
  'adoptedWithReservations',
  'returned'
];

/** The tabs of a document, in order. */
const tabs: Tab[] = [
  { path: '', text: m.document_tab_text },
  { path: '/synopsis', text: m.synopsis_title, isShown: ({ hearing }) => hearing !== null },
  {
    path: '/inputs',
    text: m.input_title,
    isShown: ({ hearing, call, counts }) => Boolean(hearing ?? call) || counts.inputs > 0,
    count: ({ counts }) => counts.inputs
  },
  {
    path: '/report',
    text: m.report_title,
    isShown: ({ state, worksOn }) =>
      hasReport.includes(state) || (worksOn && state === 'processing')
  },
  {
    path: '/decision',
    text: m.decision_title,
    isShown: ({ state, round }) => hasReport.includes(state) || round > 1
  },
  { path: '/record', text: m.record_title },
  { path: '/draft', text: m.draft_title, isShown: ({ worksOn }) => worksOn },
  { path: '/hearing', text: m.hearing_title, isShown: ({ worksOn }) => worksOn },
  { path: '/desk', text: m.document_tab_desk, isShown: ({ worksOn }) => worksOn }
];

/** Returns the tabs that are shown for `head`, with the one of `path` marked as current. */
export function tabsOf(head: PageHead, path: string) {
  const base = `/documents/${head.slug}`;
  return tabs
    .filter(({ isShown }) => isShown?.(head) ?? true)
    .map((tab) => ({
      href: base + tab.path,
      text: tab.text(),
      count: tab.count?.(head),
      current: tab.path === '' ? path === base : path.startsWith(base + tab.path)
    }));
}

import { markSectionInView } from './debate/contents.ts';
import { fitGridToTalk } from './debate/grid-height.ts';
import { sendLikes } from './debate/likes.ts';
import { markNewComments } from './debate/new-comments.ts';
import { showNews } from './debate/news.ts';
import { offerToComment } from './debate/selection.ts';
import { keepDrafts } from './drafts/drafts.ts';
import { openDialogs } from './parts/dialog.ts';
import { sendInPlace } from './parts/forms.ts';
import { followInPlace } from './parts/links.ts';
import { keepSelection } from './parts/quote.ts';
import { registerServiceWorker } from './service-worker.ts';
import { stepThroughChanges } from './steps.ts';
import { addRows } from './writing/add-row.ts';
import { offerNames } from './writing/mentions.ts';
import { pasteAsMarkdown } from './writing/paste.ts';
import { showToolbars } from './writing/toolbar.ts';

/** Each behaviour looks for its own attributes, and does nothing on a page without them. See README. */
registerServiceWorker();
followInPlace();
keepSelection();
openDialogs();
sendInPlace();
// After sendInPlace: what was sent in place did not leave with the page.
keepDrafts();
addRows();
showToolbars();
pasteAsMarkdown();
offerNames();
stepThroughChanges();
sendLikes();
offerToComment();
markSectionInView();
markNewComments();
showNews();
fitGridToTalk();

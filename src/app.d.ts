import type { UnsentForm } from '#lib/domain/refused-form.ts';
import type { Context } from '#lib/server/access/context.ts';
import type { Limiter } from '#lib/server/access/limiter.ts';
import type { Activity } from '#lib/server/cache/activity.ts';
import type { Hub } from '#lib/server/cache/hub.ts';
import type { Sessions } from '#lib/server/access/sessions.ts';

declare global {
  namespace App {
    interface Locals {
      /** What queries and actions are given. */
      context: Context;
      /** The name of who is logged in. */
      name: string | null;
      /** The answer gives the browser its login anew. */
      isRenewed: boolean;
      sessions: Sessions;
      /** A form that was refused: the layout gives it back where its own page does not. */
      unsent?: UnsentForm;
      /** Counts what may be done only so often. */
      limiter: Limiter;
      /** Tells those who have a document open of what others write. */
      hub: Hub;
      /** Returns the revision of the document's activity by its address; asked once a request. */
      activity: Activity;
    }
    interface Error {
      message: string;
    }
  }
}

export {};

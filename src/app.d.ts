import type { UnsentForm } from '#lib/domain/refused-form.ts';
import type { Context } from '#lib/server/access/context.ts';
import type { Limiter } from '#lib/server/access/limiter.ts';
import type { Activity } from '#lib/server/cache/activity.ts';
import type { Hub } from '#lib/server/cache/hub.ts';
import type { Sessions } from '#lib/server/access/sessions.ts';

declare global {
  namespace App {
    interface Locals {
      /** What every query and command is given. */
      context: Context;
      /** The viewer's name; null without a login. */
      name: string | null;
      /** Whether the response renews the session cookie. */
      isRenewed: boolean;
      sessions: Sessions;
      /** A refused form, which the layout shows if the page does not. */
      unsent?: UnsentForm;
      /** Limits how often something may be done. */
      limiter: Limiter;
      /** Sends the news of a document to those who have it open. */
      hub: Hub;
      /** Returns the activity of the document with the slug; it is read once per request. */
      activity: Activity;
    }
    interface Error {
      message: string;
    }
  }
}

export {};

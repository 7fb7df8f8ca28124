import { isAdministrator, isInPolitiskForum } from '#lib/domain/hearing/permissions.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import { deviceName } from '#lib/server/http/login.ts';
import { takeFlash } from '#lib/server/http/cookies.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = (event) => {
  const { context, name } = event.locals;
  const { viewer, now } = context;
  return {
    locale: getLocale(),
    flash: takeFlash(event),
    now,
    unsent: event.locals.unsent ?? null,
    member:
      viewer && name !== null
        ? {
            id: viewer.id,
            device: deviceName(viewer.id),
            name,
            isAdministrator: isAdministrator(viewer),
            isForum: isInPolitiskForum(viewer)
          }
        : null
  };
};

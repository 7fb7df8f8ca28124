import type { MemberRole } from '#lib/domain/hearing/enums.ts';
import { inTransaction, type Context } from '../../access/context.ts';
import { grantRights, revokeRoles } from './rights.ts';

/** Grants the member the role, or revokes it; does nothing if that is done already. */
export const setRole = (
  context: Context,
  memberId: string,
  role: MemberRole,
  isGranted: boolean
): Promise<void> =>
  inTransaction(context, (inside) =>
    isGranted
      ? grantRights(inside, memberId, { roles: [role], rapporteurOf: [] })
      : revokeRoles(inside, memberId, [role])
  );

import { randomBytes } from 'node:crypto';
import * as v from 'valibot';
import { memberRoles } from '#lib/domain/hearing/enums.ts';
import { parseName, maxNameLength } from '#lib/domain/name.ts';
import { asAdministrator, inTransaction, type Context } from '../../access/context.ts';
import { parseEmail, maxEmailLength, refuseTakenEmail } from '../../access/email.ts';
import { digestOf } from '../../access/invitations.ts';
import { refuseUnknownRegions } from '../../access/regions.ts';
import { invitation } from '../../database/tables/index.ts';
import { required, uuid } from '../../formats/fields.ts';

export const invitationForm = v.pipe(
  v.object({
    name: required(maxNameLength),
    email: required(maxEmailLength),
    region: v.union([v.literal(''), uuid]),
    rapporteur: v.optional(v.string()),
    roles: v.optional(v.array(v.picklist(memberRoles)), [])
  }),
  v.transform(({ region, rapporteur, ...plan }) => ({
    ...plan,
    regionId: region || null,
    isRapporteur: rapporteur !== undefined
  }))
);

/** The member that an invitation will make: its region, and whether it speaks for that region. */
export type InvitationPlan = v.InferOutput<typeof invitationForm>;

/** An invitation can be used for a fortnight. */
const invitationLifetime = 14 * 24 * 60 * 60 * 1000;

/**
 * Invites a person for an administrator and returns the token of the link, of which only a digest
 * is stored. Throws Refusal('emailInvalid'), Refusal('nameInvisible'), Refusal('regionUnknown') and
 * Refusal('emailTaken').
 */
export async function inviteMember(context: Context, plan: InvitationPlan): Promise<string> {
  const { viewer, now } = asAdministrator(context);
  const [name, email] = [parseName(plan.name), parseEmail(plan.email)];
  return inTransaction(context, async (inside) => {
    await refuseUnknownRegions(inside, [plan.regionId]);
    await refuseTakenEmail(inside, email);
    const token = randomBytes(24).toString('base64url');
    await inside.database.insert(invitation).values({
      ...{ ...plan, name, email, tokenHash: digestOf(token) },
      ...{ invitedBy: viewer.id, invitedAt: now },
      expiresAt: new Date(now.getTime() + invitationLifetime)
    });
    return token;
  });
}

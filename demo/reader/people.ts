import * as v from 'valibot';
import { memberRoles } from '#lib/domain/hearing/enums.ts';
import { memberName } from './shared.ts';

const region = v.strictObject({
  slug: v.string(),
  name: v.string(),
  rapporteurs: v.array(memberName)
});

/** No two members have the same name. */
const member = v.strictObject({
  name: memberName,
  email: v.string(),
  /** The slug of the member's region. */
  region: v.string(),
  roles: v.optional(v.array(v.picklist(memberRoles)))
});
export type DemoMember = v.InferOutput<typeof member>;

/** A login that is printed at the start. */
const login = v.strictObject({
  role: v.picklist(['administrator', 'workingGroup', 'rapporteur', 'member', 'politiskForum']),
  email: v.string()
});
export type DemoLogin = v.InferOutput<typeof login>;

/** people.json: the regions, the members, and one login for each role. */
export const peopleFile = v.strictObject({
  regions: v.array(region),
  members: v.array(member),
  logins: v.array(login)
});
export type DemoPeople = v.InferOutput<typeof peopleFile>;

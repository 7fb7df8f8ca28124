import { m } from '#lib/paraglide/messages.js';

const answer = {
  disposition: m.desk_field_disposition,
  markdown: m.common_answer,
  themeId: m.common_theme,
  duplicateOf: m.desk_field_duplicate,
  referredTo: m.desk_field_referred
};
const meetingFacts = {
  heldOn: m.meeting_held_on,
  attendance: m.meeting_attendance,
  place: m.meeting_place,
  minutes: m.meeting_minutes,
  minutesFile: m.meeting_minutes_file
};
const sendingBack = { reason: m.adoption_send_back_reason };
const theme = { title: m.common_name, summary: m.desk_theme_summary };
/**
 * The label of each field by the form's name and the field's: for its page, the list of errors, and
 * any page that shows what was typed in it. A field that nobody fills in by hand has no label.
 */
const forms = {
  acceptance: { name: m.invitation_name, password: m.common_password },
  alike: answer,
  answer,
  call: { markdown: m.hearing_call_field_text, closes: m.hearing_field_closes },
  closure: { reason: m.hearing_close_reason },
  comment: {
    kind: m.debate_kind,
    wording: m.debate_wording_label,
    markdown: m.debate_words_label,
    words: m.debate_only_words_label
  },
  decide: {
    outcome: m.decision_outcome,
    reason: m.common_reason,
    block: m.common_paragraph,
    wish: m.decision_reservation_wish
  },
  document: {
    title: m.draft_field_title,
    summary: m.draft_field_summary,
    policyArea: m.draft_field_area,
    level: m.draft_field_level,
    regionId: m.common_region,
    audience: m.draft_field_audience,
    proposers: m.common_proposers,
    involved: m.draft_field_involved,
    markdown: m.draft_field_text,
    file: m.import_new_file
  },
  draft: { markdown: m.draft_field_text },
  edit: { wording: m.debate_wording_label, markdown: m.debate_words_label },
  facts: meetingFacts,
  foreword: { foreword: m.report_foreword },
  hearing: {
    opens: m.hearing_field_opens,
    opensTime: m.hearing_field_time,
    closes: m.hearing_field_closes,
    closesTime: m.hearing_field_time,
    reasonForShortPeriod: m.hearing_field_short_reason,
    regions: m.hearing_field_regions,
    groups: m.hearing_field_groups,
    organisations: m.hearing_field_organisations
  },
  hide: { reason: m.moderation_reason },
  invitation: {
    name: m.common_name,
    email: m.common_email,
    region: m.common_region,
    roles: m.admin_roles
  },
  letter: {
    sender: m.desk_letter_sender,
    receivedOn: m.desk_letter_received,
    paragraph: m.common_paragraph,
    markdown: m.desk_letter_text,
    mail: m.desk_letter_mail
  },
  login: { email: m.common_email, password: m.common_password },
  meeting: { regionId: m.common_region, ...meetingFacts },
  member: {
    name: m.common_name,
    email: m.common_email,
    region: m.common_region,
    roles: m.admin_roles,
    rapporteurOf: m.admin_rapporteur_of,
    closed: m.common_closed
  },
  new: theme,
  passage: { place: m.passage_legend, words: m.passage_words_label },
  propose: { note: m.decision_meet_note },
  region: { name: m.admin_region_name },
  remark: { blockId: m.meeting_remark_on, markdown: m.meeting_remark_words },
  reply: { markdown: m.debate_words_label },
  report: { reason: m.moderation_report_reason },
  review: { foreword: m.rewrite_foreword },
  rewrite: {
    extent: m.rewrite_extent,
    scope: m.rewrite_extent,
    markdown: m.rewrite_text,
    file: m.rewrite_file,
    foreword: m.rewrite_foreword
  },
  sendBack: sendingBack,
  sendChangeBack: sendingBack,
  settling: { words: m.withdrawal_desk_words },
  submission: { message: m.submission_message },
  text: { file: m.import_text_file, pasted: m.import_text_paste },
  theme,
  topic: { file: m.import_topic_file, pasted: m.import_topic_paste },
  version: { note: m.draft_field_note },
  voice: { voice: m.desk_voice_field },
  wish: { reason: m.withdrawal_reason }
};

type Forms = typeof forms;

/** A form that has fields to fill in. */
export type FormName = keyof Forms;

/** A field of one of the forms `Form`. */
export type FieldOf<Form extends FormName> = Form extends FormName
  ? keyof Forms[Form] & string
  : never;

/** Returns the label of the field `name` of `form`; null if nobody fills it in by hand. */
export function fieldName(form: string, name: string): string | null {
  if (form === 'review' && name.startsWith('reason-')) return m.common_reason();
  // Both names come from a request: `constructor`, which every object has, is not a field.
  const fields = Object.hasOwn(forms, form) ? forms[form as FormName] : {};
  return Object.hasOwn(fields, name) ? (fields as Record<string, () => string>)[name]!() : null;
}

import type { Input } from '#lib/domain/hearing/input.ts';
import type { Disposition, InputKind } from '#lib/domain/hearing/enums.ts';
import { m } from '#lib/paraglide/messages.js';

const kinds = {
  comment: m.word_input_comment,
  change: m.word_input_change,
  remark: m.word_input_remark,
  letter: m.word_input_letter
};

const dispositions = {
  accepted: m.word_disposition_accepted,
  partly: m.word_disposition_partly,
  declined: m.word_disposition_declined,
  noted: m.word_disposition_noted,
  outOfScope: m.word_disposition_outOfScope,
  duplicate: m.word_disposition_duplicate
};

export const kindWord = (kind: InputKind) => kinds[kind]();

export const dispositionWord = (disposition: Disposition) => dispositions[disposition]();

/** Returns the name of the author's region; undefined if the author speaks for a region or group. */
export const regionNameOf = ({ author, region }: Input) =>
  author.voice === 'member' ? region?.name : undefined;

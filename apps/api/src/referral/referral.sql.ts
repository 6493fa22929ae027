import type { Text } from '@thuisreis/engine';

export interface ReferralColumns {
  readonly id: string;
  readonly case: string;
  readonly household: string | null;
  readonly partner_task: string;
  readonly state: string;
  readonly offered_at: Date;
  readonly answer_by: Date | null;
  readonly shared: readonly { readonly label: Text; readonly value: string }[];
  readonly ground: string | null;
  readonly ends_at: Date | null;
  readonly contact: string | null;
}
/** Row security leaves a partner its own while they last, and staff those of the cases they may open. $1 rows, $2 offset. */
export const referralsPage = `
  SELECT r.id, r."case", r.household, r.partner_task, r.state, r.offered_at, r.answer_by, r.shared, r.ground, r.ends_at, r.contact
  FROM referral r ORDER BY r.offered_at DESC, r.id LIMIT $1 OFFSET $2`;

/** One line in the log for each case that was looked into. $4 cases, $5 their households. */
export const logReferrals = `
  INSERT INTO access_log (corporation, member, household, "case", what, classes)
  SELECT $1, $2, seen.household, seen."case", 'referral', $3
  FROM unnest($4::uuid[], $5::uuid[]) AS seen("case", household)`;

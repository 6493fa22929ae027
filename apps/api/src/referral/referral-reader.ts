import { Injectable } from '@nestjs/common';
import { Database } from '@thuisreis/read-model';
import { say } from '../case/draw-form.js';
import { checkPage, cutPage, offsetOf } from '../graphql/page.js';
import type { Session } from '../session/session.js';
import type { Referral, ReferralPage } from './referral.graphql.js';
import { logReferrals, referralsPage, type ReferralColumns } from './referral.sql.js';

/** What partners are asked to do: exactly the fields that were shared with them, and every reading is written down. */
@Injectable()
export class ReferralReader {
  constructor(private readonly database: Database) {}

  async page(asker: Session, first: number, after: string | null): Promise<ReferralPage> {
    checkPage(first);
    const offset = offsetOf(after);
    const { corporation, member, classes } = asker.actor;
    return this.database.as(
      asker.actor,
      async (tx) => {
        const found = await tx.query<ReferralColumns>(referralsPage, [first + 1, offset]);
        const { rows, next } = cutPage(found, first, offset);
        const seen = [rows.map((row) => row.case), rows.map(({ household }) => household)];
        if (rows.length > 0) await tx.query(logReferrals, [corporation, member, classes, ...seen]);
        return { rows: rows.map((row) => referral(row, asker.language)), next };
      },
      { write: true },
    );
  }
}

function referral(row: ReferralColumns, language: string): Referral {
  return {
    id: row.id,
    partnerTask: row.partner_task,
    state: row.state,
    offeredAt: row.offered_at.toISOString(),
    answerBy: row.answer_by?.toISOString() ?? null,
    shared: row.shared.map(({ label, value }) => ({ label: say(label, language), value })),
    ground: row.ground,
    endsAt: row.ends_at?.toISOString() ?? null,
    contact: row.contact,
  };
}

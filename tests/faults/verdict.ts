/** A mutation whose answer reached the client: the house may never forget it. */
export interface Acknowledged {
  /** The key of the act: sent again and again until answered, it is one act. */
  readonly key: string;
  readonly caseId: string;
  readonly item: string;
  readonly revision: number;
}
/** One line of the journal, as the database holds it. */
export interface JournalLine {
  readonly caseId: string;
  readonly revision: number;
  readonly now: string;
  readonly updateId: string | null;
  readonly key: string | null;
  /** The item that the event completed; null for what nobody asked for. */
  readonly item: string | null;
}
/** A case as the database holds it, beside what its workflow and a second computation say. */
export interface CaseLine {
  readonly caseId: string;
  readonly revision: number;
  readonly hash: string;
  readonly parked: boolean;
  /** From the workflow; absent when the case has ended. */
  readonly workflow?: { readonly revision: number; readonly hash: string };
}
/** Something sent to the outside; its id is `<case>:<revision>:<index>`. */
export interface Sent {
  readonly effect: string;
}
export interface Evidence {
  readonly acknowledged: readonly Acknowledged[];
  readonly journal: readonly JournalLine[];
  readonly cases: readonly CaseLine[];
  readonly sent: readonly Sent[];
}
export interface Verdict {
  readonly acknowledged: number;
  readonly lost: readonly string[];
  readonly doubled: readonly string[];
  readonly divergent: readonly string[];
}

/** Compares what clients were told with what the house holds. Pure, so that it can be shown to notice every fault. */
export function judge(evidence: Evidence): Verdict {
  return {
    acknowledged: evidence.acknowledged.length,
    lost: lost(evidence),
    doubled: doubled(evidence),
    divergent: divergent(evidence),
  };
}

export const sentence = (verdict: Verdict): string =>
  `acknowledged ${verdict.acknowledged}, lost ${verdict.lost.length}, ` +
  `doubled ${verdict.doubled.length}, divergent ${verdict.divergent.length}`;

const place = (caseId: string, revision: number): string => `${caseId}@${revision}`;

function lost({ acknowledged, journal }: Evidence): string[] {
  const held = new Map(journal.map((line) => [place(line.caseId, line.revision), line]));
  return acknowledged
    .filter((told) => held.get(place(told.caseId, told.revision))?.key !== told.key)
    .map((told) => place(told.caseId, told.revision));
}

function doubled({ acknowledged, journal, sent }: Evidence): string[] {
  const acts = journal.filter((line) => line.item !== null).map((line) => `${line.caseId} ${line.item}`);
  const ids = journal.flatMap((line) => line.updateId ?? []);
  const places = journal.map((line) => place(line.caseId, line.revision));
  const told = acknowledged.map((one) => place(one.caseId, one.revision));
  return [acts, ids, places, told, sent.map((one) => one.effect)].flatMap(repeated);
}

function repeated(values: readonly string[]): string[] {
  const seen = new Set<string>();
  return values.filter((value) => seen.size === seen.add(value).size);
}

/** Parked, behind or ahead of its workflow, another hash, a gap in the journal, or time running backwards in it. */
function divergent({ journal, cases }: Evidence): string[] {
  const byCase = grouped(journal);
  return cases.filter((one) => isDivergent(one, byCase.get(one.caseId) ?? [])).map((one) => one.caseId);
}

function isDivergent(one: CaseLine, journal: readonly JournalLine[]): boolean {
  const lines = [...journal].sort((a, b) => a.revision - b.revision);
  const first = lines[0]?.revision ?? one.revision;
  const gap = lines.some((line, index) => line.revision !== first + index);
  const backwards = lines.some((line, index) => index > 0 && line.now < (lines[index - 1]?.now ?? ''));
  const last = lines.at(-1)?.revision ?? one.revision;
  const apart = one.workflow && (one.workflow.revision !== one.revision || one.workflow.hash !== one.hash);
  return one.parked || gap || backwards || first > 1 || last !== one.revision || apart === true;
}

function grouped(journal: readonly JournalLine[]): Map<string, JournalLine[]> {
  const groups = new Map<string, JournalLine[]>();
  for (const line of journal) groups.set(line.caseId, [...(groups.get(line.caseId) ?? []), line]);
  return groups;
}

/** Classes of data that each profile may come to see (security.md §4.2); a test holds it equal to the access matrix. */
const seenBy: Readonly<Record<string, string>> = {
  caseManager: 'D0 D1 D2 D3 D4 D5 D6 D7',
  teamLead: 'D0 D1 D2 D4 D6 D7 D8',
  planner: 'D0 D1 D2 D6',
  administrator: 'D0',
  partnerMember: 'D1 D2 D3 D4 D5 D6',
  contractor: 'D1 D2 D6',
  researcher: 'D7',
  auditor: 'D0 D8',
};
/** Undefined for a profile that is none. */
export const classesOf = (profile: string): readonly string[] | undefined => seenBy[profile]?.split(' ');
export const profiles = Object.keys(seenBy);

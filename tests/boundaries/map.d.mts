export const allowed: Record<string, string[]>;
export const elements: { type: string; pattern: string }[];
export const mayImport: unknown[];

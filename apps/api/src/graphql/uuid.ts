const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** True for text that may be handed to a uuid column; anything else is simply not found. */
export const isUuid = (text: string): boolean => UUID.test(text);

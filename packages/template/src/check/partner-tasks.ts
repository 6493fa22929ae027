import type { ItemNode, Model } from './model.js';

/** Every task that shares something with a partner. */
export const partnerTasks = (model: Model): ItemNode[] =>
  model.scopes.flatMap(({ items }) => items.filter(({ kind }) => kind === 'partnerTask'));

import { plain } from '../words/index.js';
import type { ShownCase } from './HouseholdPage.js';

/** An item's title from wherever the case still knows it; occurrences share theirs. */
export function titleOf(journey: ShownCase, item: string): string {
  const titles = [
    ...journey.stages.map((stage) => ({ item: stage.id, title: stage.title })),
    ...journey.openTasks,
    ...journey.waiting,
  ];
  const bare = (id: string): string => id.replace(/#\d+$/, '');
  return titles.find((known) => bare(known.item) === bare(item))?.title ?? plain(item);
}

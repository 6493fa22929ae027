import type { ItemNode, Model, Scope } from '../check/model.js';
import { reachableIn } from './reachable.js';

/** An item that never starts, and the chain of items it waits for. */
export interface Dead {
  readonly node: ItemNode;
  readonly chain: readonly ItemNode[];
}

/**
 * Items that never start for a reason of their own: of those that wait in a circle the first in the file, and none
 * that only follow from another.
 */
export function deadIn(model: Model, scope: Scope): Dead[] {
  const reachable = reachableIn(model, scope);
  const nodes = [...scope.items, ...scope.escalations];
  const dead = nodes.filter((node) => !reachable.has(node));
  const waits = new Map(dead.map((node) => [node, reachable.blockers(node).filter((one) => !reachable.has(one))]));
  const behind = new Map(dead.map((node) => [node, closure(node, waits)]));
  return dead.flatMap((node): Dead[] => {
    const all = behind.get(node)!;
    const isRoot = [...all].every((one) => behind.get(one)!.has(node) || one === node);
    const isFirst = dead.find((one) => one === node || all.has(one)) === node;
    return isRoot && isFirst ? [{ node, chain: pathBack(node, waits) }] : [];
  });
}

function closure(start: ItemNode, waits: ReadonlyMap<ItemNode, readonly ItemNode[]>): Set<ItemNode> {
  const found = new Set<ItemNode>();
  const visit = (node: ItemNode): void => {
    for (const next of waits.get(node) ?? [])
      if (!found.has(next)) {
        found.add(next);
        visit(next);
      }
  };
  visit(start);
  return found;
}

/** The shortest way from an item over what it waits for back to itself. */
function pathBack(start: ItemNode, waits: ReadonlyMap<ItemNode, readonly ItemNode[]>): ItemNode[] {
  const queue: ItemNode[][] = [[start]];
  const seen = new Set<ItemNode>();
  for (let way = queue.shift(); way; way = queue.shift())
    for (const next of waits.get(way.at(-1)!) ?? []) {
      if (next === start) return [...way, next];
      if (!seen.has(next)) {
        seen.add(next);
        queue.push([...way, next]);
      }
    }
  return [start];
}

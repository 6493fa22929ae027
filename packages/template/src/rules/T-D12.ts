import type { Words } from '@thuisreis/words';
import type { Model, Scope } from '../check/model.js';
import { inFileOrder } from '../check/order.js';
import type { Report } from '../check/report.js';
import { handedOver, mirrorsOf, writersIn, type Writer } from '../check/writers.js';

const ways: Readonly<Record<Writer['by'], Words>> = {
  form: { nl: 'een formulier', en: 'a form' },
  table: { nl: 'een tabel', en: 'a table' },
  connector: { nl: 'een koppeling', en: 'a connector' },
  escalation: { nl: 'een escalatie', en: 'an escalation' },
  mirror: { nl: 'een spiegel', en: 'a mirror' },
};
/** A table shares its field with no other way of writing, a mirror with nothing at all. */
const exclude = (a: Writer, b: Writer): boolean =>
  a.by === 'mirror' || b.by === 'mirror' || (a.by !== b.by && (a.by === 'table' || b.by === 'table'));

/** A field that two ways write would keep the value of whichever came last. */
export function d12(model: Model): Report[] {
  const plans = model.scopes.map((scope) => [
    ...writersIn(model, scope),
    ...handedOver(scope),
    ...inlineMirrors(model, scope),
  ]);
  return [...plans.flatMap((writers) => clashes(model, writers)), ...intoChildren(model)];
}

function clashes(model: Model, writers: readonly Writer[]): Report[] {
  const sorted = [...writers].sort((a, b) => inFileOrder(model.raw, a.path, b.path));
  const seen = new Set<string>();
  return sorted.flatMap((one, at): Report[] => {
    const other = sorted.slice(0, at).find((before) => before.field === one.field && exclude(before, one));
    if (!other || seen.has(one.field)) return [];
    seen.add(one.field);
    return [{ code: 'T-D12', path: one.path, params: { name: one.field, field: ways[other.by] } }];
  });
}

/** An explicit `in` of an inline escalation keeps the field equal to the parent's expression. */
function inlineMirrors(model: Model, scope: Scope): Writer[] {
  const around = model.scopes[0]!.escalations.find(({ path }) => path.join() === scope.path.join());
  return around && around.raw['out'] !== undefined ? mirrorsOf(around.raw, around.path) : [];
}

/** What `in` mirrors into another template, that template may not write itself. */
function intoChildren(model: Model): Report[] {
  return model.scopes.flatMap(({ escalations }) =>
    escalations.flatMap((escalation) => {
      const child = model.childOf(escalation);
      const written = child ? child.scopes.flatMap((scope) => [...writersIn(child, scope), ...handedOver(scope)]) : [];
      return mirrorsOf(escalation.raw, escalation.path).flatMap(({ field, path }): Report[] => {
        const other = written.find((one) => one.field === field);
        return other ? [{ code: 'T-D12', path, params: { name: field, field: ways[other.by] } }] : [];
      });
    }),
  );
}

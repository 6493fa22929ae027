import type { DrawnField, DrawnForm } from './form.js';

/** Fields that are shown to everybody; conditional ones follow as soon as the engine says when they hold. */
export function visibleFields(form: DrawnForm | null): readonly DrawnField[] {
  return (form?.pages ?? [])
    .filter((page) => !page.visibleIf)
    .flatMap((page) => page.fields.filter((field) => !field.visibleIf));
}

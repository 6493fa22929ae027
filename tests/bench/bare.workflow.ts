import { condition, defineSignal, defineUpdate, setHandler } from '@temporalio/workflow';

export const step = defineUpdate<number, [string]>('step');
export const end = defineSignal('end');

/** What somebody would write by hand for three forms: the yardstick that the interpreter is held against. */
export async function bare(): Promise<void> {
  const done: string[] = [];
  let over = false;
  setHandler(step, (form) => done.push(form), {
    validator: (form) => {
      if (form === '') throw new Error('no form');
    },
  });
  setHandler(end, () => void (over = true));
  await condition(() => over);
}

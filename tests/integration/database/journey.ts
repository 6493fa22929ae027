import { field, form, isFact, item, small, stage, when } from '../../../packages/engine/src/testing/small.js';

/** A talk that must be held in ten working days, and a visit after consent. */
export const journey = small({
  fields: [field('consent.tenant', 'boolean')],
  forms: [form('talk', 'consent.tenant')],
  items: [
    stage('meet'),
    item('talk', { parent: 'meet', form: 'talk', due: { after: { iso: 'P10D' }, in: 'workingDays' } }),
    stage('work', { entry: [when(isFact('consent.tenant', true), 'meet.complete')] }),
    item('visit', { parent: 'work' }),
  ],
});

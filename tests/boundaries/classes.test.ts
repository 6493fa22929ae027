import { expect, test } from '@jest/globals';
import { CLASSES, PROFILES, matrix } from '@thuisreis/policy';
import { classesOf } from '@thuisreis/template';

test.each(PROFILES.filter((one) => one !== 'system'))(
  'the checker knows the classes that the matrix gives to %s',
  (profile) => {
    expect(classesOf(profile)).toEqual(CLASSES.filter((one) => matrix[profile][one] !== undefined));
  },
);

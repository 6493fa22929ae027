/* eslint-disable @typescript-eslint/no-require-imports, no-undef -- Temporal loads this file with require, also where Node cannot require a module */
// Messages and stack traces of failures pass through the codec too: they could quote what a person wrote.
const { DefaultFailureConverter } = require('@temporalio/common');

exports.failureConverter = new DefaultFailureConverter({ encodeCommonAttributes: true });

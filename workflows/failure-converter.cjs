// Messages and stack traces of failures pass through the codec too: they could quote what a person wrote.
const { DefaultFailureConverter } = require('@temporalio/common');

exports.failureConverter = new DefaultFailureConverter({ encodeCommonAttributes: true });
